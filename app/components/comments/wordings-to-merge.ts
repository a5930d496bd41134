import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'

/** What one of several comments proposes that are to become one. */
export interface WordingToMerge {
  comment: CommentView
  thread: ThreadView
  wording: string
  /**
   * It can be the wording of the merged comment, which stands where the first of them stands: it is
   * words, and for the same words.
   */
  isForFirst: boolean
}

/** What those chosen propose, in their order. */
export function wordingsOf(
  chosen: readonly CommentView[],
  threads: readonly ThreadView[],
): WordingToMerge[] {
  const threadOf = ({ id }: CommentView) =>
    threads.find(({ comments }) => comments.some((comment) => comment.id === id))
  const first = chosen[0] && threadOf(chosen[0])
  return chosen.flatMap((comment) => {
    const thread = threadOf(comment)
    const { proposedWording: wording, proposal } = comment
    if (!thread || wording === null) return []
    const isWords =
      wording !== '' && !['insert-after', 'delete'].includes(proposal?.kind ?? 'words')
    return [{ comment, thread, wording, isForFirst: isWords && isAtSamePlace(thread, first) }]
  })
}

function isAtSamePlace(one: ThreadView, other: ThreadView | undefined): boolean {
  if (!other) return false
  if (one.id === other.id) return true
  const [a, b] = [one.place, other.place]
  return (
    a !== null && b !== null && a.elementId === b.elementId && a.from === b.from && a.to === b.to
  )
}

/** What the merged comment proposes unless the desk says otherwise: nothing where they differ. */
export function offeredWording(wordings: readonly WordingToMerge[]): string {
  const words = new Set(wordings.filter(({ isForFirst }) => isForFirst).map((one) => one.wording))
  const [only = ''] = words
  return words.size === 1 ? only : ''
}
