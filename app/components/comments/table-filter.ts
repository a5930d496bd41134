import { type CommentType, commentTypes } from '#app/measures/comment.ts'
import { type DelegationCode, isDelegation } from '#app/measures/delegation-codes.ts'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'
import type { CommentView } from '#app/queries/discussion.server.ts'
import { authorsOf } from './filter.ts'

export const statuses = [
  'unanswered',
  'taken-up',
  'partly',
  'not',
  'answered',
  'superseded',
  'recalled',
  'inner',
] as const
export type Status = (typeof statuses)[number]

export function statusOf(comment: CommentView): Status {
  if (comment.isInner) return 'inner'
  if (comment.recalled) return 'recalled'
  if (comment.isSuperseded) return 'superseded'
  return comment.reply?.outcome ?? 'unanswered'
}

/** What of the table is shown and printed. It stands in the address. */
export interface TableFilter {
  delegations: DelegationCode[]
  types: CommentType[]
  /** None chosen: all but what is inside, so that no print carries it unasked. */
  statuses: Status[]
  /** False: the names of the delegations are left out of what is shown. */
  isAttributed: boolean
}

export function tableFilterFrom(parameters: URLSearchParams): TableFilter {
  const types = parameters.getAll('type')
  const chosen = parameters.getAll('status')
  return {
    delegations: parameters.getAll('state').filter(isDelegation),
    types: commentTypes.filter((type) => types.includes(type)),
    statuses: statuses.filter((status) => chosen.includes(status)),
    isAttributed: parameters.get('names') !== 'off',
  }
}

export function fittingLines(lines: readonly CompiledLine[], filter: TableFilter): CompiledLine[] {
  const { delegations, types, statuses: chosen } = filter
  return lines.filter(({ comment }) => {
    const status = statusOf(comment)
    return (
      (delegations.length === 0 || authorsOf(comment).some((code) => delegations.includes(code))) &&
      (types.length === 0 || types.includes(comment.type)) &&
      (chosen.length === 0 ? status !== 'inner' : chosen.includes(status))
    )
  })
}
