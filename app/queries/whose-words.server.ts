import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Comment } from '#app/measures/discussion.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import { type MomentPassage, momentOf } from '#app/text/text-moment.ts'
import { countWords, whoseWords } from '#app/text/whose-words.ts'
import { findCredits } from '#db/credits.server.ts'
import { readHistory } from '#db/document-histories.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import { findText } from '#db/documents.server.ts'
import { findFile } from './file-page.server.ts'
import { readableVersions, roomsOf } from './file-rooms.server.ts'
import { findTextToRead, findVersionToRead } from './version-to-read.server.ts'

export interface CreditView {
  commentId: string
  /** The version that it was said about. */
  version: number
  delegation: DelegationCode
  place: PlaceOfWords | null
  entered: string
  isChanged: boolean
  words: { proposed: number; own: number }
  at: string
}

export type PlaceOfWords = Pick<TextElement, 'kind' | 'section' | 'provision' | 'note' | 'text'>

/** A line in which words of others stand. */
export interface CreditedLine {
  id: string
  place: PlaceOfWords | null
  runs: { words: string; from: DelegationCode | null }[]
}

/**
 * Which words of a text came out of proposals, of the draft as it is (`number` null) or of a version,
 * as far as this person may know of the proposals and read the text. The log of the draft says it: each
 * taking up is an update of its own there, and the text holds nothing of it.
 */
export async function findWhoseWords(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number | null,
) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const mayReadDraft = can(actor, 'see-draft', file).ok
  const text = await textOf(deps, actor, reference, mayReadDraft ? number : (number ?? 0))
  if (!text.ok) return text
  const { documentId } = measure
  const document = documentId && (await findDocument(deps.db, documentId))
  if (!document) return refuse('not-found')
  const isToldOf = ({ versionId, delegation, lane, audience }: Comment) => {
    const version = measure.versions.find(({ id }) => id === versionId)
    const subject = version && { file, version, delegation, lane, audience }
    return subject !== undefined && can(actor, 'see-comment', subject).ok
  }
  const credits = (await findCredits(deps.db, measure.id)).filter(
    ({ comment, documentSeq }) => documentSeq <= text.seq && isToldOf(comment),
  )
  const elements = new Map(text.elements.map((element) => [element.id, element]))
  const placeOf = (id: string) => nameOf(elements.get(id))
  const history = await readHistory(deps.db, document.id, document.head)
  const bySeq = new Map(credits.map(({ documentSeq, delegation }) => [documentSeq, delegation]))
  const versionOf = new Map(measure.versions.map(({ id, number }) => [id, number]))
  return {
    ok: true as const,
    reference,
    title: toldOf(actor, measure).details.title,
    owner: measure.owner,
    rooms: roomsOf(actor, measure),
    language: text.language,
    /** Null: the draft. */
    number: text.number,
    mayReadDraft,
    versions: readableVersions(actor, measure).flatMap(({ number, kind }) =>
      kind === 'notice' ? [] : [number],
    ),
    credits: credits.map(
      ({ comment, delegation, elementId, before, after, proposed, at }): CreditView => ({
        commentId: comment.id,
        version: versionOf.get(comment.versionId) ?? 0,
        delegation,
        place: placeOf(elementId),
        entered: after,
        isChanged: proposed !== null,
        words: countWords(whoseWords(before, proposed ?? after, after)),
        at: at.toISOString(),
      }),
    ),
    lines: momentOf(history, text.seq).flatMap((passage) => {
      const line = creditedLine(passage, bySeq)
      // Who reads a final text in part is not told the words of the rest.
      return line && elements.has(line.id) ? [{ ...line, place: placeOf(line.id) }] : []
    }),
  }
}

export type WhoseWordsPage = Extract<Awaited<ReturnType<typeof findWhoseWords>>, { ok: true }>

interface TextToTell {
  seq: number
  elements: readonly TextElement[]
  language: string
  number: number | null
}

async function textOf(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number | null,
): Promise<Result<TextToTell>> {
  if (number === null) {
    const found = await findFile(deps, actor, reference)
    if (!found.ok) return found
    const { documentId } = found.measure
    const draft = documentId ? await findText(deps.db, documentId) : null
    if (!draft) return refuse('not-found')
    const language = 'en'
    return { ok: true, seq: draft.seq, elements: elementsOf(draft.content), language, number }
  }
  const found = await findVersionToRead(deps, actor, reference, number || null)
  if (!found.ok) return found
  const { elements, language, documentSeq } = await findTextToRead(deps, actor, found)
  if (documentSeq === null) return refuse('not-found')
  return { ok: true, seq: documentSeq, elements, language, number: found.version.number }
}

/** Null where no words of others stand in it. */
function creditedLine(
  { element, runs }: MomentPassage,
  bySeq: ReadonlyMap<number, DelegationCode>,
): Pick<CreditedLine, 'id' | 'runs'> | null {
  const standing: CreditedLine['runs'] = []
  for (const { words, insertedBy, deletedBy } of runs) {
    if (deletedBy !== null) continue
    const from = bySeq.get(insertedBy) ?? null
    const last = standing.at(-1)
    if (last?.from === from) last.words += words
    else standing.push({ words, from })
  }
  const isCredited = standing.some(({ from, words }) => from !== null && words.trim() !== '')
  return element && isCredited ? { id: element.id, runs: standing } : null
}

function nameOf(element: TextElement | undefined): PlaceOfWords | null {
  if (!element) return null
  const { kind, section, provision, note, text } = element
  return { kind, section, provision, note, text: text.slice(0, 80) }
}
