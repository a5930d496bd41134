import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { type Concordance, concordanceOf } from '#app/text/concordance.ts'
import { readsPhrases } from '#app/text/concordance-words.ts'
import type { ContentNode } from '#app/text/content.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { Kept } from '#db/kept.server.ts'
import { getTranslatedEntry } from '#db/languages.server.ts'

/** Of texts that never change, by the entry and the hash of its translation; weighed in what they list. */
const compared = new Kept<Concordance>(100_000)

/** Of these languages no words for operators are known: only signs are read. */
export function languagesOfSigns(languages: readonly string[]): string[] {
  return [...new Set(languages)].filter((language) => !readsPhrases(language))
}

/** What the concordance says of a language version. */
export async function concordanceOfVersion(
  db: Database | Tx,
  original: { id: string; content: ContentNode; originalLanguage: string },
  version: { sha256: string; language: OfficialLanguage },
): Promise<Concordance> {
  const key = `${original.id} ${version.language} ${version.sha256}`
  const known = compared.get(key)
  if (known) return known
  const found = concordanceOf(
    { entry: original.content, language: original.originalLanguage },
    { entry: await getTranslatedEntry(db, version.sha256), language: version.language },
  )
  compared.keep(key, found, 10 + found.differences.length + found.unread.length)
  return found
}
