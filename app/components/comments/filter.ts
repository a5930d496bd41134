import { authorsOf, type CommentType, commentTypes } from '#app/measures/comment.ts'
import { type DelegationCode, isDelegation } from '#app/measures/delegation-codes.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'

export const shows = ['all', 'mine', 'inner', 'unanswered', 'questions'] as const
export type Show = (typeof shows)[number]

/** What a reader wants to see of the threads. It stands in the address, so it can be kept or sent. */
export interface ThreadFilter {
  show: Show
  type: CommentType | null
  delegation: DelegationCode | null
}

export function filterFrom(parameters: URLSearchParams): ThreadFilter {
  const state = parameters.get('state') ?? ''
  return {
    show: shows.find((show) => show === parameters.get('show')) ?? 'all',
    type: commentTypes.find((type) => type === parameters.get('type')) ?? null,
    delegation: isDelegation(state) ? state : null,
  }
}

export function isFiltering({ show, type, delegation }: ThreadFilter): boolean {
  return show !== 'all' || type !== null || delegation !== null
}

/** Threads with at least one comment that fits; they are shown whole, so that nothing is out of context. */
export function fittingThreads(
  threads: readonly ThreadView[],
  filter: ThreadFilter,
  { own, owner }: { own: DelegationCode; owner: DelegationCode },
): ThreadView[] {
  return threads.filter(({ comments }) =>
    comments.some((comment) => {
      if (filter.type && comment.type !== filter.type) return false
      if (filter.delegation && !authorsOf(comment).includes(filter.delegation)) return false
      return fits(comment, filter.show, { own, owner })
    }),
  )
}

function fits(
  comment: CommentView,
  show: Show,
  { own, owner }: { own: DelegationCode; owner: DelegationCode },
): boolean {
  switch (show) {
    case 'all':
      return true
    case 'mine':
      return authorsOf(comment).includes(own)
    case 'inner':
      return comment.isInner
    case 'unanswered':
      return comment.delegation !== owner && isUnanswered(comment)
    case 'questions':
      return comment.isQuestion && !comment.isSuperseded && !comment.recalled
  }
}

/** Released, standing, and without a reply. */
export function isUnanswered(comment: CommentView): boolean {
  return !comment.isInner && !comment.isSuperseded && !comment.recalled && !comment.reply
}
