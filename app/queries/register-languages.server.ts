import type { Deps } from '#app/commands/deps.ts'
import { officialLanguages } from '#app/measures/official-languages.ts'
import { findPublishedVersions, getTranslatedEntry } from '#db/languages.server.ts'

/**
 * The language versions of a public entry that a compilation has, in protocol order, with the text of the
 * one that is asked for. What is a draft, or only checked, is not told.
 */
export async function findRegisterLanguages({ db }: Deps, entryId: string, asked: string | null) {
  const published = await findPublishedVersions(db, entryId)
  const own = published.find(({ language }) => language === asked)
  return {
    languages: officialLanguages.filter((code) =>
      published.some(({ language }) => language === code),
    ),
    text: own
      ? {
          language: own.language,
          ojReference: own.ojReference,
          publishedOn: own.publishedOn,
          content: await getTranslatedEntry(db, own.sha256),
        }
      : null,
  }
}

export type RegisterLanguages = Awaited<ReturnType<typeof findRegisterLanguages>>
