import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { commentSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Comment } from '#app/measures/discussion.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import { type MomentPassage, momentOf } from '#app/text/text-moment.ts'
import { countWords, whoseWords } from '#app/text/whose-words.ts'
import { type CreditedComment, findCredits, findTakenUpInWords } from '#db/credits.server.ts'
import { readHistory } from '#db/document-histories.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import { findText } from '#db/documents.server.ts'
import { findLanguage } from '#db/files.server.ts'
import { findFile } from './file-page.server.ts'
import { readableVersions, roomsOf } from './file-rooms.server.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'
import { standingOf, type StandingWords, wordsByUpdate } from './standing-words.ts'
import { isToldWords } from './told-words.ts'
import { findTextToRead, findVersionToRead } from './version-to-read.server.ts'

export interface CreditView {
  commentId: string
  /** The version that it was said about. */
  version: number
  delegation: DelegationCode
  place: PlaceName | null
  /** What came in, and how many words of it are whose; null where that is not told to this reader. */
  entered: { words: string; counts: { proposed: number; own: number } } | null
  /** What of it stands in this text. */
  standing: StandingWords
  isChanged: boolean
  at: string
}

/** A proposal that is taken up, and of which no words are counted in this text. */
export interface UncountedView {
  commentId: string
  /** The version that it was said about. */
  version: number
  delegation: DelegationCode
  /** As the record keeps it: a provision, the key of a section, or nothing for the whole. */
  provision: string
}

/** A line in which words of others stand. */
export interface CreditedLine {
  id: string
  place: PlaceName | null
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
  const text =
    number === null && mayReadDraft
      ? await draftOf(deps, measure)
      : await versionOf(deps, actor, reference, number)
  if (!text.ok) return text
  const { documentId } = measure
  const document = documentId && (await findDocument(deps.db, documentId))
  if (!document) return refuse('not-found')
  const isToldOf = (comment: Comment) => {
    const version = measure.versions.find(({ id }) => id === comment.versionId)
    return (
      version !== undefined &&
      can(actor, 'see-comment', commentSubject({ file, version }, comment)).ok
    )
  }
  const told = (await findCredits(deps.db, measure.id)).filter(({ comment }) => isToldOf(comment))
  const credits = told.filter(({ documentSeq }) => documentSeq <= text.documentSeq)
  const later = told.filter(({ documentSeq }) => documentSeq > text.documentSeq)
  const inWords = (await findTakenUpInWords(deps.db, measure.id)).filter(isToldOf)
  const elements = new Map(text.elements.map((element) => [element.id, element]))
  const placeOf = (id: string) => {
    const element = elements.get(id)
    return element ? placeNameOf(element) : null
  }
  const history = await readHistory(deps.db, document.id, document.head)
  const passages = momentOf(history, text.documentSeq)
  const standing = wordsByUpdate(passages, text)
  const bySeq = new Map(credits.map(({ documentSeq, delegation }) => [documentSeq, delegation]))
  const numbers = new Map(measure.versions.map(({ id, number }) => [id, number]))
  const uncounted = ({ id, versionId, delegation, provision }: Comment): UncountedView => ({
    commentId: id,
    version: numbers.get(versionId) ?? 0,
    delegation,
    provision,
  })
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
    credits: credits.map((credit): CreditView => ({
      commentId: credit.commentId,
      version: numbers.get(credit.comment.versionId) ?? 0,
      delegation: credit.delegation,
      place: placeOf(credit.elementId),
      entered: enteredOf(credit, mayReadDraft, text),
      standing: standingOf(credit, credit.comment, text, standing),
      isChanged: credit.proposed !== null,
      at: credit.at.toISOString(),
    })),
    /** Taken up into the draft after this version was made of it. */
    since: later.map(({ comment }) => uncounted(comment)),
    /** Answered "taken up", and put into the draft by no act. */
    inWords: inWords
      .map(uncounted)
      .filter(({ version }) => text.number === null || version <= text.number),
    lines: passages.flatMap((passage) => {
      const line = creditedLine(passage, bySeq)
      // Who reads a final text in part is not told the words of the rest.
      return line && elements.has(line.id) ? [{ ...line, place: placeOf(line.id) }] : []
    }),
  }
}

export type WhoseWordsPage = Extract<Awaited<ReturnType<typeof findWhoseWords>>, { ok: true }>

interface TextToTell {
  documentSeq: number
  elements: readonly TextElement[]
  language: string
  number: number | null
}

async function draftOf({ db }: Deps, { id, documentId }: Measure): Promise<Result<TextToTell>> {
  const draft = documentId ? await findText(db, documentId) : null
  if (!draft) return refuse('not-found')
  const elements = elementsOf(draft.content)
  const language = await findLanguage(db, id)
  return { ok: true, documentSeq: draft.seq, elements, language, number: null }
}

/** Without a number the newest that this person may read. */
async function versionOf(
  deps: Deps,
  actor: Actor,
  reference: string,
  number: number | null,
): Promise<Result<TextToTell>> {
  const found = await findVersionToRead(deps, actor, reference, number)
  if (!found.ok) return found
  const { elements, language, documentSeq } = await findTextToRead(deps, actor, found)
  if (documentSeq === null) return refuse('not-found')
  return { ok: true, documentSeq, elements, language, number: found.version.number }
}

function enteredOf(
  credit: CreditedComment,
  readsDraft: boolean,
  text: TextToTell,
): CreditView['entered'] {
  const { before, after, proposed, comment } = credit
  // What a recalled comment proposed is not told any more.
  const proposing = comment.isRecalled ? { proposedWording: null } : comment
  if (!isToldWords(credit, proposing, readsDraft, [text])) return null
  return { words: after, counts: countWords(whoseWords(before, proposed ?? after, after)) }
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
