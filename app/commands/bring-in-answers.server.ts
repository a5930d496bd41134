import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { type Anchored, anchorAt, theWhole } from '#app/measures/anchor.ts'
import { type BringInAnswers, longestAuthor, longestNote } from '#app/measures/brought-in.ts'
import { decideWriting } from '#app/measures/discussion.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { type Refusal, refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { record } from '#db/record.server.ts'
import { findUpload, forgetUpload } from '#db/word.server.ts'
import { type AnswersIn, findAnswersIn, type FoundAnswer } from './answers-in.server.ts'
import type { Deps } from './deps.ts'
import { lockVersion } from './lock-discussion.server.ts'
import { once } from './once.server.ts'
import { type Proposed, proposalOf } from './proposal-of.server.ts'

/** Says in words what a comment has no field for. */
export interface AnswerWords {
  /** A change that is no wording of its own: several lines, or words that moved. */
  changed: (
    answer: Pick<FoundAnswer, 'before' | 'after' | 'isMove' | 'kind' | 'isInReply'>,
  ) => string
  /** Before what is said about words whose place is not sure, or gone. */
  about: (quote: string) => string
}

/**
 * Brings answers out of a Word document that was exported from a version into its discussion, as inner
 * comments of the person who says so, each with the name and date that the document states. Nothing
 * is released by it, and nothing that was brought in before comes again.
 */
export function bringInAnswers(
  { db }: Deps,
  actor: Actor,
  { reference, number }: { reference: string; number: number },
  uploadId: string,
  { key, chosen, commentType }: BringInAnswers,
  words: AnswerWords,
): Promise<Result<object>> {
  const sources = [...new Set(chosen)].sort()
  return once(
    db,
    actor,
    { key, act: 'bring-in-answers', content: { reference, number, sources, commentType } },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockVersion(tx, actor, 'comment', reference, number)
      if (!locked.ok) return locked
      const { measure, version } = locked
      const owned = { id: uploadId, measureId: measure.id, personId: actor.personId }
      const upload = await findUpload(tx, owned)
      if (upload?.versionId !== version.id || upload.language !== null) return refuse('not-found')
      const found = await findAnswersIn(tx, actor, measure, version, upload.document)
      if (!found) return refuse('not-found')
      const isChosen = ({ source, isBroughtIn }: FoundAnswer) =>
        sources.includes(source) && !isBroughtIn
      const fresh = found.answers.filter(isChosen)
      if (fresh.length === 0) return refuse('nothing-in-it')
      const threads = new Threads(found, isChosen)
      const events: RecordedEvent[] = []
      // What is said at one time stands by its id: in the order of the document.
      const ids = fresh.map(() => randomUUID()).sort()
      for (const [index, answer] of fresh.entries()) {
        const written = await eventsFor(tx, measure, version, answer, {
          commentId: ids[index] ?? randomUUID(),
          commentType,
          thread: threads.of(answer),
          words,
        })
        if (!written.ok) return written
        events.push(...written.events)
      }
      await record(tx, actor, measure, events)
      await forgetUpload(tx, upload.id)
      return { ok: true }
    },
  )
}

interface ThreadPlace extends Pick<Anchored, 'provision' | 'provisionOrder'> {
  threadId: string
  /** Present for the comment that opens the thread. */
  anchor: Anchored['anchor'] | null
}

/** Where each answer goes: into the thread of what it answers, if that is there, or a new one at its place. */
class Threads {
  readonly #found: AnswersIn
  readonly #isChosen: (answer: FoundAnswer) => boolean
  readonly #opened = new Map<FoundAnswer, ThreadPlace>()

  constructor(found: AnswersIn, isChosen: (answer: FoundAnswer) => boolean) {
    this.#found = found
    this.#isChosen = isChosen
  }

  of(answer: FoundAnswer): ThreadPlace {
    const first = this.#firstOf(answer)
    if (first.answers && 'known' in first.answers) {
      const { threadId, provision, provisionOrder } = first.answers.known.comment
      return { threadId, provision, provisionOrder, anchor: null }
    }
    const opened = this.#opened.get(first)
    if (opened) return { ...opened, anchor: null }
    const { elements, plain } = this.#found.text
    const anchored = anchorAt(elements, plain, first.place) ?? theWhole
    const place = { threadId: randomUUID(), ...anchored }
    this.#opened.set(first, place)
    return place
  }

  /** The answer that all of them answer, over those that come in; a document may have them in a ring. */
  #firstOf(answer: FoundAnswer): FoundAnswer {
    const passed = new Set([answer])
    let first = answer
    while (first.answers && 'answer' in first.answers) {
      const next = this.#found.answers[first.answers.answer]
      if (!next || passed.has(next) || !this.#isChosen(next)) break
      passed.add(next)
      first = next
    }
    return first
  }
}

interface WrittenAs {
  commentId: string
  commentType: BringInAnswers['commentType']
  thread: ThreadPlace
  words: AnswerWords
}

async function eventsFor(
  tx: Tx,
  measure: Measure,
  version: Version,
  answer: FoundAnswer,
  { commentId, commentType, thread, words }: WrittenAs,
): Promise<{ ok: true; events: RecordedEvent[] } | Refusal> {
  const proposed = await proposedIn(tx, version, answer)
  if (!proposed.ok) return proposed
  const { author, at, source } = answer
  return decideWriting(
    measure,
    version,
    {
      commentId,
      ...thread,
      commentType,
      isQuestion: false,
      body: bodyOf(answer, proposed.proposedWording !== null, words).slice(0, longestNote),
      proposedWording: proposed.proposedWording,
      ...(proposed.proposal && { proposal: proposed.proposal }),
      stated: { author: author.slice(0, longestAuthor), at, source },
    },
    null,
  )
}

async function proposedIn(
  tx: Tx,
  version: Version,
  { wording, place }: FoundAnswer,
): Promise<({ ok: true } & Proposed) | Refusal> {
  const isWording = wording !== null && wording.length <= longestNote && place.kind === 'words'
  if (!isWording) return { ok: true, proposedWording: null }
  return proposalOf(tx, version, place, { proposedWording: wording })
}

function bodyOf(answer: FoundAnswer, isWording: boolean, words: AnswerWords): string {
  const { kind, text, quote, condition, answers } = answer
  const said = kind === 'comment' ? text : isWording ? '' : words.changed(answer)
  const isLost = condition === 'unsure' || condition === 'text-removed'
  return isLost && quote !== '' && !answers ? `${words.about(quote)}\n${said}` : said
}
