import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Version } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import type { Content } from '#app/text/content.ts'
import type { TextElement } from '#app/text/elements.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'
import { writeParameter } from '#app/text/parameters.ts'
import {
  alignTranslation,
  type OneSided,
  type TranslationDifference,
  translationDifferences,
} from '#app/text/translation.ts'
import { Kept } from '#db/kept.server.ts'
import { findTranslations } from '#db/translations.server.ts'
import { getFrozenText, getVersionText, type VersionText } from '#db/version-texts.server.ts'
import { findUpload } from '#db/word.server.ts'
import { findVersionToRead, type VersionToRead } from './version-to-read.server.ts'

/** What a place is called by. */
type Named = PlaceName & { id: string }

/** A place in which a translation says another code, number, operator or unit than the original. */
export interface DifferenceLine extends OneSided {
  readonly name: Named
}

/** The courtesy translations of a version that this person may read, and the one that is asked for. */
export async function findTranslationsToRead(
  { db }: Deps,
  version: Pick<Version, 'id' | 'kind'>,
  original: VersionText,
  language: string | null,
) {
  const standing = await findTranslations(db, version.id)
  const asked = standing.find((one) => one.language === language)
  const content = asked && (await getFrozenText(db, asked, version.kind))
  return {
    translations: standing.map(({ language }) => language),
    translation:
      asked && content
        ? {
            language: asked.language,
            addedAt: asked.addedAt.toISOString(),
            content,
            isWithheld: asked.isWithheld,
            differences: asked.isWithheld ? [] : differencesOf(original, { ...asked, content }),
          }
        : null,
  }
}

export type ShownTranslation = NonNullable<
  Awaited<ReturnType<typeof findTranslationsToRead>>['translation']
>

/** Of texts that never change, by their hashes; weighed in characters of the original. */
const compared = new Kept<DifferenceLine[]>(4_000_000)

function differencesOf(
  original: VersionText,
  translation: { sha256: string; language: string; content: Content },
): DifferenceLine[] {
  const key = [original, translation].map(({ sha256, language }) => `${language} ${sha256}`).join()
  const known = compared.get(key)
  if (known) return known
  const lines = translationDifferences(original, translation).map(lineOf)
  compared.keep(key, lines, original.plain.length)
  return lines
}

function lineOf({ element, codes, numbers, parameters }: TranslationDifference): DifferenceLine {
  const thresholds = (side: 'before' | 'after') => parameters.flatMap((one) => one[side] ?? [])
  const written = (side: 'before' | 'after', own: keyof OneSided) => {
    const told = thresholds(side)
    const values = told.flatMap((one): readonly string[] => one.values)
    return [
      ...codes[own],
      ...told.map(writeParameter),
      ...numbers[own].filter((number) => !values.includes(number)),
    ]
  }
  return {
    name: named(element),
    original: written('before', 'original'),
    translation: written('after', 'translation'),
  }
}

function named(element: TextElement): Named {
  return { ...placeNameOf(element, 200), id: element.id }
}

/** A version whose translations this person may add and withdraw. */
async function findTranslated(deps: Deps, actor: Actor, reference: string, number: number) {
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { file, version } = found
  const permission = can(actor, 'translate', { file, version })
  if (!permission.ok) return permission
  return { ...found, original: await getVersionText(deps.db, version) }
}

/** For the page on which translations are put beside a version. */
export async function findTranslating(deps: Deps, actor: Actor, reference: string, number: number) {
  const found = await findTranslated(deps, actor, reference, number)
  if (!found.ok) return found
  const standing = await findTranslations(deps.db, found.version.id)
  return {
    ok: true as const,
    ...pageOf(found),
    translations: standing.map(({ id, language, addedAt }) => ({
      id,
      language,
      addedAt: addedAt.toISOString(),
    })),
  }
}

/** How a Word document that this person sent would stand beside the version. */
export async function findTranslationUpload(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number,
  id: string,
) {
  const found = await findTranslated(deps, actor, reference, number)
  if (!found.ok) return found
  const { measure, version, original } = found
  const { personId } = actor
  const upload = await findUpload(deps.db, { id, measureId: measure.id, personId })
  if (upload?.versionId !== version.id || !upload.language) return refuse('not-found')
  const { language, document } = upload
  const { content, count, missing, extra } = alignTranslation(original.content, document.content)
  const standing = await findTranslations(deps.db, version.id)
  return {
    ok: true as const,
    ...pageOf(found),
    language,
    name: upload.name,
    content,
    count,
    missing: missing.map(named),
    extra: extra.map(named),
    differences: translationDifferences(original, { content, language }).map(lineOf),
    notTaken: document.notTaken,
    /** Comments and tracked changes, of which none comes in. */
    remarks: document.comments.length + document.proposals.length,
    isSuperseding: standing.some((one) => one.language === language),
  }
}

function pageOf({ measure, version, original }: VersionToRead & { original: VersionText }) {
  return {
    reference: measure.reference,
    number: version.number,
    audience: version.audience,
    original: original.language,
  }
}
