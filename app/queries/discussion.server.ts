import { can } from '#app/access/policy.ts'
import { readsMeasureOnly } from '#app/access/readable-text.ts'
import { commentSubject } from '#app/access/subjects.ts'
import { type Anchor, type ElementPlace, placeOfAnchor, quoteOf } from '#app/measures/anchor.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Version } from '#app/measures/measure.ts'
import type { Condition } from '#app/measures/placement.ts'
import type { TextElement } from '#app/text/elements.ts'
import { remembered } from '#app/text/remembered.ts'
import type { PlaceChoice, PlacedThread, SaidComment } from '#db/discussion.server.ts'
import { type CommentView, type Reader, viewComment } from './comment-view.server.ts'
import type { ThreadMatter } from './discussion-matter.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'
import { inWholeWords, shortened, wordsAt } from './quoted-words.ts'
import { readableVersions } from './file-rooms.server.ts'
import { type Removal, removalOf, type SinceBefore, sinceBefore } from './thread-history.ts'
import { inTextOrder } from './thread-order.ts'

export interface ThreadView {
  id: string
  /** Counts the threads that this reader sees, in the order of the text. */
  number: number
  /** Whose comment is the first that this reader sees. */
  openedBy: DelegationCode
  /** The number of the version in which it was opened. */
  openedIn: number
  /** About the version as a whole. */
  isWhole: boolean
  /** Null where it was opened in the shown version, and on the whole. */
  condition: Condition | null
  /** What became of the words since the reader's version before the shown one; null as above. */
  since: SinceBefore | null
  /** Where the words are gone: which version took them out. */
  removed: Removal | null
  /** Where it is in the shown version; null for the whole, and where the place is gone. */
  place: ElementPlace | null
  /** Where that is in the plain text, in UTF-16 units from its beginning. */
  offset: number | null
  name: PlaceName | null
  /** The provision or section in the version that was commented on, for what has no place now. */
  wasAt: string | null
  /** The words it is about, as they were; null where the reader does not have that version. */
  quote: string | null
  /** The words at its place in the shown version, where they are others. */
  quoteNow: string | null
  /** Whose person said where it belongs in the shown version or, with what holds still, an earlier one. */
  chosen: { by: DelegationCode; at: string } | null
  /** Its place was not found, or people said where it is; and this person may say so. */
  mayPlace: boolean
  comments: CommentView[]
}

interface Reading extends Reader {
  /** Of the text of the shown version, what this person may read. */
  elements: readonly TextElement[]
  /** The reader's version before the shown one; null where they have none. */
  before: VersionBefore | null
}

export interface VersionBefore {
  version: Version
  elements: readonly TextElement[]
}

/**
 * The threads of a version that this person sees, in the order of its text: those opened in it and
 * all of earlier ones, also where their place is gone. Every comment is asked of the policy.
 */
export function threadsFor(reading: Reading, matter: readonly ThreadMatter[]): ThreadView[] {
  const readable = readableVersions(reading.actor, reading.measure)
  return inTextOrder(matter.flatMap((thread) => viewThread(reading, readable, thread) ?? []))
}

function viewThread(
  reading: Reading,
  readable: readonly Version[],
  { thread, placement, placedIn, choices, comments }: ThreadMatter,
): ThreadView | null {
  const { actor, measure, file, version, elements } = reading
  const seen = comments.flatMap((matter) => {
    const view = viewComment(reading, matter)
    return view ? [{ comment: matter.comment, view }] : []
  })
  const { anchor } = thread
  const openedIn = measure.versions.find(({ id }) => id === thread.versionId)
  const [first] = seen
  if (!first || !openedIn || openedIn.number > version.number) return null

  const isHere = openedIn.id === version.id
  const found = isHere ? placeOfAnchor(anchor) : placementPlace(placement)
  const element = found ? elementsById(elements).get(found.elementId) : undefined
  const place = element && found && !isHere ? inWholeWords(element.text, found) : found
  // Who has a later version only is not told the words of an earlier one, and who reads a final
  // text in part not those of the rest. What one said about a version that was recalled keeps its
  // quote.
  const isInPart = readsMeasureOnly(actor, file, openedIn) && !element
  const keepsQuote = seen.some(
    ({ comment }) =>
      comment.versionId === openedIn.id &&
      can(actor, 'read-quote', commentSubject({ file, version: openedIn }, comment)).ok,
  )
  const isReadable = can(actor, 'see-version', { file, version: openedIn }).ok
  const hasWords = (isReadable || keepsQuote) && !isInPart
  const quote = hasWords ? quoteOf(anchor) : null
  const now = element && place && !isHere ? wordsAt(element, place) : null
  const isChosenSame = placement?.method === 'chosen' && placement.condition === 'moved'
  const isOutOfSight = readsMeasureOnly(actor, file, version) && !element
  const isWhole = anchor.kind === 'whole'
  const condition = isHere || isWhole || isOutOfSight ? null : (placement?.condition ?? 'unsure')
  const past = { openedIn, shown: version, placedIn }
  const ids = new Set(seen.map(({ view }) => view.id))
  return {
    id: thread.id,
    number: 0,
    openedBy: first.view.delegation,
    openedIn: openedIn.number,
    condition,
    since: sinceBefore(
      past,
      condition,
      reading.before && {
        version: reading.before.version,
        elements: elementsById(reading.before.elements),
      },
      now !== null && place ? { place, words: now } : null,
    ),
    removed: condition === 'text-removed' ? removalOf(past, readable) : null,
    isWhole,
    place: element && place ? place : null,
    offset: element ? element.from + (place?.from ?? 0) : null,
    name: element ? placeNameOf(element) : null,
    wasAt: hasWords ? first.comment.provision : null,
    quote: quote && shortened(quote),
    quoteNow: now !== null && now !== quote && !isChosenSame ? shortened(now) : null,
    chosen: isOutOfSight
      ? null
      : chosenFor(actor.delegation, choiceIn(measure.versions, version, placement, choices)),
    mayPlace:
      !isHere &&
      !isWhole &&
      !isOutOfSight &&
      measure.stage !== 'withdrawn' &&
      (placement?.condition === 'unsure' || placement?.method === 'chosen') &&
      can(actor, 'place-thread', { file, version, openedBy: thread.openedBy }).ok,
    comments: seen.map(({ comment, view }) => ({
      ...view,
      isInWords: view.proposedWording !== null && isInWords(comment, anchor),
      may: { ...view.may, takeUp: view.may.takeUp && !isInWords(comment, anchor) },
      proposal: isInPart ? null : view.proposal,
      supersedes: view.supersedes && ids.has(view.supersedes) ? view.supersedes : null,
    })),
  }
}

/** Whether a wording is for no words of one line: a proposal is kept of such only. */
function isInWords(
  { proposal, proposedWording }: Pick<SaidComment, 'proposal' | 'proposedWording'>,
  anchor: Anchor,
): boolean {
  if (proposal || proposedWording === null) return false
  return anchor.kind === 'whole' || anchor.quote.includes('\n')
}

/** What people said last of the newest version, up to the shown one, of which they said anything. */
function choiceIn(
  versions: readonly Version[],
  shown: Version,
  placement: PlacedThread | null,
  choices: readonly PlaceChoice[],
): PlaceChoice | null {
  if (placement?.method !== 'chosen') return null
  const upTo = versions.filter(({ number }) => number <= shown.number)
  const said = upTo.findLast(({ id }) => choices.some(({ versionId }) => versionId === id))
  return choices.findLast(({ versionId }) => versionId === said?.id) ?? null
}

/** What was said before anything was released stays inside. */
function chosenFor(reader: DelegationCode, choice: PlaceChoice | null): ThreadView['chosen'] {
  if (!choice || (choice.isInner && choice.by !== reader)) return null
  return { by: choice.by, at: choice.at.toISOString() }
}

const elementsById = remembered(
  (elements: readonly TextElement[]) => new Map(elements.map((element) => [element.id, element])),
)

function placementPlace(placement: PlacedThread | null): ElementPlace | null {
  if (!placement?.elementId) return null
  const { elementId, from, to } = placement
  return { elementId, from, to }
}
