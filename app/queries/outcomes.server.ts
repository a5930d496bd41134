import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { authorsAmong, authorsOf } from '#app/measures/comment.ts'
import { type DelegationCode, inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import type { Condition } from '#app/measures/placement.ts'
import { changeOf } from '#app/measures/proposal.ts'
import type { TextElement } from '#app/text/elements.ts'
import { isSetIn, type ProposedSetting, settingsAlone } from '#app/text/proposed-lines.ts'
import { momentOf } from '#app/text/text-moment.ts'
import { type Credit, findChoices, findDiscussion, findPlacements } from '#db/discussion.server.ts'
import { readHistory } from '#db/document-histories.server.ts'
import { findDocument } from '#db/document-log.server.ts'
import type { VersionText } from '#db/version-texts.server.ts'
import type { CommentView } from './comment-view.server.ts'
import { matterOf } from './discussion-matter.ts'
import { threadsFor, type ThreadView } from './discussion.server.ts'
import { readableVersions } from './file-rooms.server.ts'
import type { PlaceName } from '#app/text/place-name.ts'
import {
  type StandingByUpdate,
  standingOf,
  type StandingWords,
  wordsByUpdate,
} from './standing-words.ts'
import { isToldWords } from './told-words.ts'
import {
  findRoomHead,
  findTextToRead,
  findVersionToRead,
  type VersionToRead,
} from './version-to-read.server.ts'

/** Where the place of a comment is in a version after the one that it was said about. */
export interface LaterPlace {
  version: { number: number; kind: Version['kind'] }
  condition: Condition
  /** Who said that it is there, or nowhere; null where it was found. */
  chosen: ThreadView['chosen']
  name: PlaceName | null
  /** The words there now, where they are others. */
  quoteNow: string | null
  /** The redline that shows it, and the line there; null where the earlier version is not the reader's. */
  redline: { from: number; line: string | null } | null
}

/** A comment and all that became of it. */
export interface CommentOutcome {
  comment: CommentView
  /** As it was in the version that the comment was said about. */
  thread: Omit<ThreadView, 'comments'>
  later: LaterPlace[]
  credit: OutcomeCredit | null
}

/** What was put into the draft, and what of it stands in each version that was made of it since. */
export interface OutcomeCredit {
  /** It changed no words, but a code, a scope or the like. */
  isOfSettings: boolean
  /** What came in; empty where something was only taken out, null where this reader is not told. */
  words: string | null
  /** Versions one after another in which the same of it stands, oldest first; none: not shared yet. */
  stretches: (StandingWords & { from: number; to: number; isLast: boolean })[]
}

/**
 * What became of the comments of one delegation on a file: the reply, the words that were taken up, and
 * where the place is in each later version that this person reads. Without a delegation it is the
 * reader's own; for the owner, whose file it is, all of them.
 */
export async function findOutcomes(
  deps: Deps,
  actor: Actor,
  reference: string,
  asked: DelegationCode | 'all' | null,
) {
  const newest = await findVersionToRead(deps, actor, reference, null)
  if (!newest.ok) return newest
  const { measure } = newest
  const [head, { readings, credits }] = await Promise.all([
    findRoomHead(deps, actor, newest),
    readVersions(deps, actor, newest),
  ])
  const threads = readings.at(-1)?.threads ?? []
  const said = threads.flatMap(({ comments }) => comments)
  const own = actor.delegation === measure.owner ? null : actor.delegation
  const chosen = asked === 'all' ? null : (asked ?? own)
  const outcomes = threads.flatMap((thread) =>
    thread.comments
      .filter((comment) => chosen === null || authorsOf(comment).includes(chosen))
      .map((comment) => outcomeOf(thread, comment, readings, credits, mayReadDraft(actor, newest))),
  )
  return {
    ok: true as const,
    page: {
      ...head,
      chosen,
      delegations: inProtocolOrder([...authorsAmong(said), ...(own ? [own] : [])]),
      outcomes,
    },
  }
}

export type Outcomes = Extract<Awaited<ReturnType<typeof findOutcomes>>, { ok: true }>['page']

function mayReadDraft(actor: Actor, { file }: VersionToRead): boolean {
  return can(actor, 'see-draft', file).ok
}

interface Reading {
  version: Version
  text: VersionText
  threads: readonly ThreadView[]
  /** The words of what was taken up that stand in it, by the update of the draft that brought them. */
  standing: StandingByUpdate
}

/** Every version that this person reads, oldest first, with the whole discussion as it stands there. */
async function readVersions(
  deps: Deps,
  actor: Actor,
  { measure, file, version: newest }: VersionToRead,
): Promise<{ readings: Reading[]; credits: readonly Credit[] }> {
  const { db } = deps
  const versions = readableVersions(actor, measure)
  const ids = versions.map(({ id }) => id)
  const [discussion, placed, texts] = await Promise.all([
    findDiscussion(db, measure.id, newest.id),
    findPlacements(db, ids),
    Promise.all(
      versions.map(async (version) => {
        const text = await findTextToRead(deps, actor, { measure, file, version })
        return { version, text }
      }),
    ),
  ])
  // Those of the newest version are asked for with the discussion only where that has one.
  const isChosen = placed.some(({ method }) => method === 'chosen')
  const choices = isChosen ? await findChoices(db, measure.id) : []
  const standingIn = await readStanding(deps, measure, discussion.credits)
  const readings = texts.map(({ version, text }) => {
    const placements = placed.filter(({ versionId }) => versionId === version.id)
    const reading = { actor, measure, file, version, elements: text.elements, before: null }
    return {
      version,
      text,
      threads: threadsFor(reading, matterOf({ ...discussion, choices, placements })),
      standing: standingIn(text),
    }
  })
  return { readings, credits: discussion.credits }
}

/** Asks the log of the draft only where something was taken up out of it. */
async function readStanding({ db }: Deps, measure: Measure, credits: readonly Credit[]) {
  const first = Math.min(...credits.map(({ documentSeq }) => documentSeq))
  const { documentId } = measure
  const document = credits.length > 0 && documentId ? await findDocument(db, documentId) : null
  const history = document && (await readHistory(db, document.id, document.head))
  return (text: VersionText): StandingByUpdate =>
    history && text.documentSeq !== null && text.documentSeq >= first
      ? wordsByUpdate(momentOf(history, text.documentSeq), text)
      : new Map()
}

function outcomeOf(
  newest: ThreadView,
  comment: CommentView,
  readings: readonly Reading[],
  credits: readonly Credit[],
  readsDraft: boolean,
): CommentOutcome {
  const readingOf = (number: number) => readings.find(({ version }) => version.number === number)
  const viewIn = (reading: Reading | undefined) =>
    reading?.threads.find(({ id }) => id === newest.id)
  const { comments: _said, ...thread } = viewIn(readingOf(comment.version)) ?? newest
  const opened = viewIn(readingOf(newest.openedIn))
  const later = readings
    .filter(({ version }) => version.number > comment.version)
    .flatMap((reading) => laterPlace(reading, viewIn(reading), opened, readingOf(newest.openedIn)))
  const credit = credits.findLast(({ commentId }) => commentId === comment.id)
  return {
    comment,
    thread,
    later,
    credit: credit ? creditOf(credit, comment, readings, readsDraft) : null,
  }
}

function laterPlace(
  { version, text }: Reading,
  view: ThreadView | undefined,
  opened: ThreadView | undefined,
  openedIn: Reading | undefined,
): LaterPlace[] {
  if (!view?.condition) return []
  const { number, kind } = version
  const { condition, chosen, name, quoteNow, place } = view
  const line = place
    ? lineIn(text.elements, place.elementId, 'is')
    : lineIn(openedIn?.text.elements ?? [], opened?.place?.elementId, 'was')
  const redline = openedIn ? { from: openedIn.version.number, line } : null
  return [{ version: { number, kind }, condition, chosen, name, quoteNow, redline }]
}

/** The address inside the redline of the first line of an element: what holds others has none. */
function lineIn(
  elements: readonly TextElement[],
  id: string | undefined,
  side: 'is' | 'was',
): string | null {
  const at = elements.findIndex((element) => element.id === id)
  const element = elements[at]
  const line = elements
    .slice(Math.max(at, 0))
    .find(({ kind }) => kind === 'paragraph' || kind === 'heading')
  return element && line && line.from <= element.to ? `${side}-${line.id}` : null
}

function creditOf(
  credit: Credit,
  comment: CommentView,
  readings: readonly Reading[],
  readsDraft: boolean,
): CommentOutcome['credit'] {
  const texts = readings.map(({ text }) => text)
  const settings = comment.proposal ? settingsAlone(changeOf(comment.proposal)) : []
  const isOfSettings = settings.length > 0
  const isTold = isOfSettings ? readsDraft : isToldWords(credit, comment, readsDraft, texts)
  const stretches: OutcomeCredit['stretches'] = []
  const since = readings.filter(
    ({ version, text: { documentSeq } }) =>
      version.number > comment.version && (documentSeq ?? -1) >= credit.documentSeq,
  )
  // Of a part in which others wrote too those are told that the log knows.
  let known: string | null = null
  for (const [index, { version, text, standing }] of since.entries()) {
    const { stands, words } = isOfSettings
      ? standingSettings(settings, text)
      : standingOf(credit, comment, text, standing)
    if (stands === 'whole' && words !== '') known ??= words
    const there = { stands, words: stands === 'part' ? words : '' }
    const isLast = index === since.length - 1
    const last = stretches.at(-1)
    if (last?.stands === there.stands && last.words === there.words) {
      stretches.splice(-1, 1, { ...last, to: version.number, isLast })
    } else stretches.push({ ...there, from: version.number, to: version.number, isLast })
  }
  if (!isTold && stretches.every(({ stands }) => stands === 'none')) return null
  const told = isTold ? credit.after : known
  return { isOfSettings, words: isOfSettings ? null : told, stretches }
}

function standingSettings(
  settings: readonly ProposedSetting[],
  { content }: Pick<VersionText, 'content'>,
): StandingWords {
  const left = settings.filter((setting) => isSetIn(content, setting))
  const stands = left.length === settings.length ? 'whole' : left.length > 0 ? 'part' : 'none'
  return { stands, words: '' }
}
