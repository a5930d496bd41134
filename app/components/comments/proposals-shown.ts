import { changeOf } from '#app/measures/proposal.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import type { Content } from '#app/text/content.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import { textOf } from '#app/text/proposal-now.ts'
import { proposedLines } from '#app/text/proposed-lines.ts'
import type { ProposalInText, ProposalsInText, ProposedSpan } from '../text/proposals-in-text.ts'

/** What has to be known of a comment for that. */
type Proposing = Pick<
  CommentView,
  'id' | 'delegation' | 'version' | 'proposal' | 'proposedWording' | 'isSuperseded' | 'recalled'
> & { reply: Pick<NonNullable<CommentView['reply']>, 'outcome'> | null }

type Discussed = Pick<ThreadView, 'place' | 'quoteNow'>

interface Room {
  content: Content
  version: { number: number }
  threads: readonly (Discussed & { comments: readonly Proposing[] })[]
}

/** Whether anything in the room proposes other wording. */
export function hasProposals({ threads }: Pick<Room, 'threads'>): boolean {
  return threads.some(({ comments }) => comments.some(isShown))
}

/**
 * The proposals that stand, at their places in the shown version: over the words that they are to
 * replace while these are the same, and else below what became of them.
 */
export function proposalsShown({ content, threads, version }: Room): ProposalsInText {
  const elements = new Map(elementsOf(content).map((element) => [element.id, element]))
  const onWords: ProposedSpan[] = []
  const ofElement = new Map<string, ProposalInText[]>()
  for (const thread of threads) {
    for (const comment of thread.comments.filter(isShown)) {
      const place = placeOf(thread, comment, version.number)
      const element = place && elements.get(place.elementId)
      if (!element) continue
      const proposal = inText(comment)
      const isOverWords = proposal.kind === 'words' && isUnchanged(thread, comment, version.number)
      if (isOverWords && place.from !== null && place.to !== null) {
        onWords.push({ proposal, ...rangeIn(element, place.from, place.to) })
      } else ofElement.set(element.id, [...(ofElement.get(element.id) ?? []), proposal])
    }
  }
  return { onWords, ofElement }
}

function isShown({ proposedWording, proposal, isSuperseded, ...of }: Proposing): boolean {
  if (of.recalled || isSuperseded || of.reply?.outcome === 'taken-up') return false
  return proposal !== null || Boolean(proposedWording)
}

/** Whether the words that it is about stand in the shown version as when it was made. */
function isUnchanged({ quoteNow }: Discussed, { version }: Proposing, shown: number): boolean {
  return version === shown || quoteNow === null
}

/** Where it was made, or where its thread has come to since. */
function placeOf(
  thread: Pick<ThreadView, 'place'>,
  { proposal, version }: Proposing,
  shown: number,
) {
  return proposal && version === shown ? proposal : thread.place
}

function rangeIn(element: TextElement, from: number, to: number) {
  return { from: element.from + from, to: Math.min(element.from + to, element.to) }
}

function inText({ id, delegation, proposal, proposedWording }: Proposing): ProposalInText {
  if (!proposal) {
    const words = proposedWording ?? ''
    const lines = [{ id: '', runs: [{ kind: 'added' as const, text: words }], settings: [] }]
    return { id, delegation, kind: 'words', words, lines }
  }
  const change = changeOf(proposal)
  const { kind } = change
  return { id, delegation, kind, words: textOf(change.after), lines: proposedLines(change) }
}
