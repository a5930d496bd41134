import { authorsOf, type CommentType, commentTypes } from '#app/measures/comment.ts'
import { type DelegationCode, isDelegation } from '#app/measures/delegation-codes.ts'
import { conditions } from '#app/measures/placement.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { MessageKey } from '#app/messages/messages.ts'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import { inOrder, type Order, orders } from './table-order.ts'

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

/** What a line is since the version before: said on this one, or what became of its words since. */
export const changesSince = ['new', ...conditions, 'removed-before'] as const
export type ChangeSince = (typeof changesSince)[number]

export const changeWords = {
  new: 'table.new',
  exact: 'comments.condition.exact',
  moved: 'comments.condition.moved',
  'text-changed': 'comments.condition.text-changed',
  'text-removed': 'comments.condition.text-removed',
  unsure: 'comments.condition.unsure',
  'removed-before': 'table.removed-before',
} as const satisfies Record<ChangeSince, MessageKey>

/**
 * What became of a line since the version before, in words: which version took its words out, where
 * they are gone. Empty where nothing is to be said.
 */
export function sinceWords({ t }: Pick<LocaleFormat, 't'>, line: CompiledLine): string {
  const change = changeSince(line)
  if (change === null) return ''
  const { removed } = line.thread
  return change !== 'new' && removed
    ? t('table.removed-in', { number: removed.by })
    : t(changeWords[change])
}

/** What is said before the words that stand at a place now: of one that is not sure, that it is a guess. */
export function nowKey(condition: CompiledLine['thread']['condition']) {
  return condition === 'unsure' ? 'table.perhaps-now' : 'table.now'
}

/** Null for what was said before about the whole, which is nowhere else now. */
export function changeSince({ thread, comment }: CompiledLine): ChangeSince | null {
  return comment.isNew ? 'new' : thread.since
}

/** The entry in which a line stands, by its code; the section outside of entries, empty for the whole. */
export function entryOf({ thread: { isWhole, name, wasAt } }: CompiledLine): string {
  if (isWhole) return ''
  const place = name ? (name.provision ?? name.section) : (wasAt ?? '')
  return place.split('.')[0] ?? ''
}

/** What of the table is shown and printed, and in which order. It stands in the address. */
export interface TableFilter {
  delegations: DelegationCode[]
  types: CommentType[]
  /** None chosen: all but what is inside, so that no print carries it unasked. */
  statuses: Status[]
  /** Codes of entries. */
  entries: string[]
  since: ChangeSince[]
  /** Questions to the owner, and nothing else. */
  isQuestions: boolean
  order: Order
  /** False: the names of the delegations are left out of what is shown. */
  isAttributed: boolean
}

export function tableFilterFrom(parameters: URLSearchParams): TableFilter {
  const chosen = <Value extends string>(name: string, values: readonly Value[]) => {
    const all = parameters.getAll(name)
    return values.filter((value) => all.includes(value))
  }
  const isAttributed = parameters.get('names') !== 'off'
  const order = orders.find((order) => order === parameters.get('order')) ?? 'place'
  return {
    delegations: parameters.getAll('state').filter(isDelegation),
    types: chosen('type', commentTypes),
    statuses: chosen('status', statuses),
    entries: parameters.getAll('entry'),
    since: chosen('since', changesSince),
    isQuestions: parameters.get('questions') === 'only',
    // Which state comes when would say whose a line is.
    order: order === 'state' && !isAttributed ? 'place' : order,
    isAttributed,
  }
}

export function fittingLines(lines: readonly CompiledLine[], filter: TableFilter): CompiledLine[] {
  return inOrder(
    lines.filter((line) => fits(line, filter)),
    filter.order,
  )
}

export function fits(line: CompiledLine, filter: TableFilter): boolean {
  const { delegations, types, statuses: chosen, entries, since, isQuestions } = filter
  const { comment } = line
  const status = statusOf(comment)
  return (
    (delegations.length === 0 || authorsOf(comment).some((code) => delegations.includes(code))) &&
    isAmong(types, comment.type) &&
    isAmong(entries, entryOf(line)) &&
    isAmong(since, changeSince(line)) &&
    (!isQuestions || comment.isQuestion) &&
    (chosen.length === 0 ? status !== 'inner' : chosen.includes(status))
  )
}

/** Nothing chosen lets everything pass. */
function isAmong<Value>(chosen: readonly Value[], value: Value | null): boolean {
  return chosen.length === 0 || (value !== null && chosen.includes(value))
}
