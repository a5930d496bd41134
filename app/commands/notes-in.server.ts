import { randomUUID } from 'node:crypto'
import { anchorAt, theWhole } from '#app/measures/anchor.ts'
import { longestAuthor, longestNote } from '#app/measures/brought-in.ts'
import type { EventOf } from '#app/measures/events.ts'
import type { Measure } from '#app/measures/measure.ts'
import { type Content, plainText, withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { type Answer, answersOf } from '#app/word/answers.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import type { KnownRemark } from '#app/word/recognised.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findAllNotes, type KeptNote } from '#db/word.server.ts'

type Note = EventOf<'word-brought-in'>['notes'][number]

interface KnownNote extends KnownRemark {
  note: KeptNote
}

/** Whether a document was taken from the draft of this file. */
export function isOfDraft({ reference }: Measure, { origin }: WordDocument): boolean {
  return origin?.file === reference && origin.version === null
}

/**
 * What is new in a document that was taken from the draft: notes at their places in the draft as it is
 * now. Its lines may read otherwise by now, so that what differs from them is no answer.
 */
export async function newNotesIn(
  db: Database | Tx,
  { id: measureId }: Measure,
  document: WordDocument,
  draft: Content,
): Promise<Note[]> {
  if (!document.origin) return []
  const notes = await findAllNotes(db, measureId)
  const content = withIds(draft)
  const known = notes.map((note) => knownNote(note))
  const { answers } = answersOf(document, document.origin.written, content, known)
  const cameBefore = new Set(notes.map(sameness))
  const elements = elementsOf(content)
  const plain = plainText(content)
  const made = answers.map((answer) => ({ answer, noteId: randomUUID() }))
  const fresh = made.filter(
    ({ answer }) => answer.kind !== 'untracked' && !cameBefore.has(sameness(statedIn(answer))),
  )
  return fresh.map(({ answer, noteId }) => ({
    noteId,
    anchor: (anchorAt(elements, plain, answer.place) ?? theWhole).anchor,
    ...statedIn(answer),
    statedAt: answer.at,
    wording:
      answer.wording !== null && answer.wording.length <= longestNote ? answer.wording : null,
    answers: answeredBy(answer, made),
    isResolved: answer.isResolved,
  }))
}

function knownNote(note: KeptNote): KnownNote {
  const { id, kind, author, statedAt, text, before, after } = note
  return {
    note,
    commentId: id,
    parts: [{ id, times: statedAt ? [statedAt.toISOString()] : [], lines: text.split('\n') }],
    change: kind === 'proposal' ? { author, before, after } : null,
  }
}

function statedIn(answer: Answer<KnownNote>) {
  const { kind, author, at } = answer
  const isChange = kind === 'change' || kind === 'untracked'
  return {
    kind: isChange ? ('proposal' as const) : ('comment' as const),
    author: author.slice(0, longestAuthor),
    statedAt: at === null ? null : new Date(at),
    text: textIn(answer).slice(0, longestNote),
    before: isChange ? answer.before.slice(0, longestNote) : '',
    after: isChange ? answer.after.slice(0, longestNote) : '',
  }
}

/**
 * Words that are not in the draft any more are told with what is said about them; of words in a comment
 * those that came, with those whose place they took.
 */
function textIn({ kind, text, quote, condition, before, after }: Answer<KnownNote>): string {
  if (kind === 'in-comment') return before === '' ? after : `“${before}” → “${after}”`
  const isLost = condition === 'unsure' || condition === 'text-removed'
  return kind === 'comment' && isLost && quote !== '' ? `“${quote}”\n${text}` : text
}

function answeredBy(
  { answers }: Answer<KnownNote>,
  made: readonly { noteId: string }[],
): string | null {
  if (!answers) return null
  if ('known' in answers) return answers.known.commentId
  return made[answers.answer]?.noteId ?? null
}

type Stated = Pick<KeptNote, 'kind' | 'author' | 'statedAt' | 'text' | 'before' | 'after'>

/** Two notes with all of this alike are one that came twice. */
function sameness({ kind, author, statedAt, text, before, after }: Stated): string {
  return JSON.stringify([kind, author, statedAt, text, before, after])
}
