import type { Anchor, Place } from '#app/measures/anchor.ts'
import type { EventOf, RecordedEvent } from '#app/measures/events.ts'
import type { Measure, VersionKind } from '#app/measures/measure.ts'
import { carry } from '#app/text/anchor.ts'
import type { LiveStates } from '#app/text/anchor-live.ts'
import { whereChosen } from '#app/text/anchor-chosen.ts'
import { placeOfTakenUp } from '#app/text/anchor-taken-up.ts'
import { afterRemoval } from '#app/text/anchor-removed.ts'
import type { Content } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import type { Tx } from '#db/client.server.ts'
import { findChosenPlaces, findTakenUp, findThreads, type Thread } from '#db/comments.server.ts'
import { findPlacements } from '#db/discussion.server.ts'
import { findLiveStates } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import { getFrozenText, getVersionText } from '#db/version-texts.server.ts'

type Carried = EventOf<'threads-carried'>

/**
 * What becomes of every thread of the earlier versions when these events make a new one. Asked
 * before they are recorded: finding places takes a moment, and whoever records keeps others waiting.
 */
export async function carryThreads(
  tx: Tx,
  measure: Measure,
  events: readonly RecordedEvent[],
): Promise<Carried[]> {
  const made = events.find(isVersion)
  const opened = made ? await findThreads(tx, measure.id) : []
  if (!made || opened.length === 0) return []
  const { threads, gone } = fromWherePeopleSaid(opened, await findChosenPlaces(tx, measure.id))
  const after = await getFrozenText(tx, { ...made, isWithheld: false }, kinds[made.type])
  const removed = await findRemoved(tx, measure)
  const isThere = idsIn(after)
  const placements: Carried['placements'] = gone.map((threadId) => ({ threadId, ...isGone }))
  for (const earlier of measure.versions) {
    const opened = threads.filter(({ versionId }) => versionId === earlier.id)
    if (opened.length === 0) continue
    const before = await getVersionText(tx, earlier)
    const places = opened.map(({ place }): Place => place)
    const live = await liveStates(tx, measure, before.documentSeq, made)
    const found = carry(places, before.content, after, live)
    const takenUp = await findTakenUp(tx, measure.id, before.documentSeq ?? 0)
    for (const [index, { id: threadId, place, chosenFor }] of opened.entries()) {
      const taken = takenUp.findLast((one) => one.threadId === threadId)
      const isOfWords =
        taken && place.kind === 'words' && 'quote' in place && place.quote === taken.before
      const carried = (isOfWords && placeOfTakenUp(taken, after)) || found[index]
      if (!carried) continue
      const placement = chosenFor ? whereChosen(carried, chosenFor, after) : carried
      const wasIn = removed.get(threadId)
      const isGone = wasIn !== undefined && placement.method !== 'taken-up'
      const stays = isGone ? afterRemoval(placement, wasIn && isThere(wasIn) ? wasIn : null) : null
      placements.push({ threadId, ...(stays ?? placement) })
    }
  }
  const { versionId, number } = made
  return [{ type: 'threads-carried', versionId, number, placements }]
}

/** The threads whose words the newest version had lost, by the element that they were in, if it was there. */
async function findRemoved(tx: Tx, { versions }: Measure): Promise<Map<string, string | null>> {
  const newest = versions.findLast(({ isRecalled }) => !isRecalled)
  const placed = newest ? await findPlacements(tx, [newest.id]) : []
  return new Map(
    placed.flatMap(({ threadId, condition, method, elementId }) =>
      condition === 'text-removed' && method !== 'chosen' ? [[threadId, elementId] as const] : [],
    ),
  )
}

function idsIn(content: Content): (id: string) => boolean {
  const ids = new Set(elementsOf(content).map(({ id }) => id))
  return (id) => ids.has(id)
}

type Carriable = Pick<Thread, 'id' | 'versionId'> & {
  place: Anchor | Place
  /** What people found the place for; null where it is where that was opened. */
  chosenFor: Anchor | null
}

const isGone = {
  condition: 'text-removed' as const,
  elementId: null,
  from: null,
  to: null,
  quote: '',
  method: 'chosen',
  score: 1,
}

/** Each thread from the place that people gave it last, or from where it was opened. */
function fromWherePeopleSaid(
  opened: readonly Thread[],
  chosen: Awaited<ReturnType<typeof findChosenPlaces>>,
): { threads: Carriable[]; gone: string[] } {
  const last = new Map(chosen.map((place) => [place.threadId, place]))
  const threads = opened.flatMap(({ id, versionId, anchor }): Carriable[] => {
    const said = last.get(id)
    if (!said) return [{ id, versionId, place: anchor, chosenFor: null }]
    const { elementId } = said
    if (elementId === null) return []
    const place: Place = { kind: 'element', elementId }
    return [{ id, versionId: said.versionId, place, chosenFor: anchor }]
  })
  const gone = chosen.flatMap(({ threadId, elementId }) =>
    elementId === null && last.get(threadId)?.elementId === null ? [threadId] : [],
  )
  return { threads, gone: [...new Set(gone)] }
}

/** What two versions were frozen from; an early notice was written and not edited together. */
async function liveStates(
  tx: Tx,
  { documentId }: Measure,
  before: number | null,
  made: EventOf<keyof typeof kinds>,
): Promise<LiveStates | null> {
  if (documentId === null || before === null || made.type === 'notice-given') return null
  return findLiveStates(tx, documentId, before, made.documentSeq)
}

/**
 * In the transaction that made the version, so that none is without its threads. It is the portal's
 * own act and nobody's to see: it tells of threads that are still inside one delegation or another.
 */
export async function recordCarried(tx: Tx, measure: Measure, carried: readonly Carried[]) {
  if (carried.length > 0) await record(tx, null, measure, carried)
}

const kinds = {
  'notice-given': 'notice',
  'version-shared': 'draft',
  'adoption-recorded': 'final',
} as const satisfies Partial<Record<RecordedEvent['type'], VersionKind>>

function isVersion(event: RecordedEvent): event is EventOf<keyof typeof kinds> {
  return event.type in kinds
}
