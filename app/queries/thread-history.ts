import type { ElementPlace } from '#app/measures/anchor.ts'
import type { Version } from '#app/measures/measure.ts'
import type { Condition } from '#app/measures/placement.ts'
import type { TextElement } from '#app/text/elements.ts'
import type { PlacedThread } from '#db/discussion.server.ts'
import { inWholeWords, wordsAt } from './quoted-words.ts'

/** Which version took the words of a thread out. */
export interface Removal {
  /** The first of the reader's versions in which they are gone. */
  by: number
  /** The last in which they stood; null where the reader has none. */
  last: number | null
}

/** What became of the words between two versions; `removed-before`: they were gone in the earlier one. */
export type SinceBefore = Condition | 'removed-before'

/** What is known of one thread, for one reader, in the version that is shown. */
export interface ThreadPast {
  openedIn: Pick<Version, 'id' | 'number'>
  shown: Pick<Version, 'id' | 'number'>
  placedIn: ReadonlyMap<string, PlacedThread>
}

/** Null where the words are not gone. `readable`: the versions that the reader has, oldest first. */
export function removalOf(
  { openedIn, shown, placedIn }: ThreadPast,
  readable: readonly Pick<Version, 'id' | 'number'>[],
): Removal | null {
  if (!isGone(placedIn.get(shown.id))) return null
  const earlier = readable.filter(
    ({ number }) => number >= openedIn.number && number < shown.number,
  )
  const last = earlier.findLast(({ id }) => !isGone(placedIn.get(id)))
  const by = earlier.find(({ number }) => number > (last?.number ?? 0)) ?? shown
  return { by: by.number, last: last?.number ?? null }
}

function isGone(placed: PlacedThread | undefined): boolean {
  return placed?.condition === 'text-removed'
}

/** The reader's version before the one that is shown, as they may read it. */
export interface TextBefore {
  version: Pick<Version, 'id' | 'number'>
  elements: ReadonlyMap<string, TextElement>
}

/**
 * What became of the words since the version before, where that can be told from `condition`, which is
 * since the thread was opened, and from where it stood in that version. `now`: its place and words.
 */
export function sinceBefore(
  { openedIn, placedIn }: ThreadPast,
  condition: Condition | null,
  before: TextBefore | null,
  now: { place: ElementPlace; words: string } | null,
): SinceBefore | null {
  if (!condition || !before || openedIn.number >= before.version.number) return condition
  const was = placedIn.get(before.version.id)
  if (condition === 'text-removed') return isGone(was) ? 'removed-before' : condition
  if (!was || condition === 'unsure' || was.condition === 'unsure') return condition
  if (!now || was.elementId === null) return condition
  const element = before.elements.get(was.elementId)
  if (!element) return condition
  const place = inWholeWords(element.text, { ...was, elementId: element.id })
  if (wordsAt(element, place) !== now.words) return 'text-changed'
  return element.id === now.place.elementId ? 'exact' : 'moved'
}
