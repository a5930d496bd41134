import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { Block } from './blocks.ts'
import type { Proposal } from './pieces.ts'
import type { Span } from './spans.ts'

/** Whether what somebody said is said still. What is inside goes on paper only where that is asked for. */
export function isOnPaper(
  { isInner, isSuperseded, recalled, body }: CommentView,
  { withInner }: { withInner: boolean },
): boolean {
  return !isSuperseded && !recalled && body !== null && (withInner || !isInner)
}

export interface PlacedProposal extends Proposal {
  readonly commentId: string
  /** Index of the paragraph. */
  readonly block: number
}

/**
 * The proposals that can be shown as changes of the text: those for words of one paragraph that are
 * still the words that were spoken of. Where two are for the same words the earlier one is; the other
 * stays in its comment.
 */
export function proposalsIn(
  blocks: readonly Block[],
  spans: readonly Span[],
  authorOf: (comment: CommentView) => string,
): PlacedProposal[] {
  const placed: PlacedProposal[] = []
  const comments = spans.flatMap((span) =>
    span.thread.comments.map((comment) => ({ span, comment })),
  )
  for (const { span, comment } of comments.toSorted((a, b) =>
    a.comment.at < b.comment.at ? -1 : 1,
  )) {
    const { first, last, thread } = span
    const wording = comment.proposedWording
    const isOneLine = first.block === last.block && blocks[first.block]?.lineId
    if (wording === null || wording.includes('\n') || !isOneLine || thread.quoteNow !== null)
      continue
    const proposal = {
      commentId: comment.id,
      block: first.block,
      from: first.at,
      to: last.at,
      wording,
      author: authorOf(comment),
      at: comment.at,
    }
    if (proposal.from < proposal.to && !placed.some((one) => collide(one, proposal)))
      placed.push(proposal)
  }
  return placed
}

function collide(one: PlacedProposal, other: PlacedProposal): boolean {
  return one.block === other.block && one.from < other.to && other.from < one.to
}
