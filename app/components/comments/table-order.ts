import { delegationCodes } from '#app/measures/delegation-codes.ts'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'

/**
 * place: by provision and then in protocol order, as the lines come. waiting: what has no reply
 * first, the oldest of it first. newest: what was said last first.
 */
export const orders = ['place', 'state', 'waiting', 'newest'] as const
export type Order = (typeof orders)[number]

/**
 * Lines that are equal to an order keep theirs. `waited`: comments that had no reply when the order was
 * asked for; a line keeps its place when it is answered under its reader's eyes.
 */
export function inOrder(
  lines: readonly CompiledLine[],
  order: Order,
  waited: ReadonlySet<string> = nothing,
): CompiledLine[] {
  if (order === 'place') return [...lines]
  const waits = (line: CompiledLine) => Number(isWaiting(line) || waited.has(line.comment.id))
  const comparisons: Record<Exclude<Order, 'place'>, Comparison> = {
    state: (one, other) => rank(one) - rank(other),
    waiting: (one, other) => waits(other) - waits(one) || compare(one.comment.at, other.comment.at),
    newest: (one, other) => compare(other.comment.at, one.comment.at),
  }
  return lines.toSorted(comparisons[order])
}

const nothing: ReadonlySet<string> = new Set()

type Comparison = (one: CompiledLine, other: CompiledLine) => number

function rank({ comment }: CompiledLine): number {
  return delegationCodes.indexOf(comment.delegation)
}

/** The owner could still answer it, and has not. */
export function isWaiting({ comment }: CompiledLine): boolean {
  return !comment.isInner && !comment.recalled && !comment.isSuperseded && !comment.reply
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
