import type { Before, Spot } from './before.ts'
import type { Change, Line } from './line.ts'

/** Changes of one author that touch each other, as one proposal. */
export interface TrackedProposal {
  readonly from: Spot
  readonly to: Spot
  /**
   * The words that are to go, and those that are to come; a line feed for the end of a paragraph or of a
   * row, and one behind a sign for the end of a cell.
   */
  readonly before: string
  readonly after: string
  readonly author: string
  readonly at: string | null
  /** Words that were moved here, or from here. */
  readonly isMove: boolean
}

/** Everything that was inserted and deleted with changes tracked, in the order in which it is read. */
export function proposalsIn(read: readonly Line[], { spots }: Before): TrackedProposal[] {
  const found: TrackedProposal[] = []
  let open: TrackedProposal | null = null

  const close = () => {
    if (open && (open.before !== '' || open.after !== '')) found.push(open)
    open = null
  }
  const take = (change: Change, text: string, from: Spot, to: Spot) => {
    if (open?.author !== change.author || open.isMove !== change.isMove) close()
    open ??= { from, to, before: '', after: '', ...statedIn(change) }
    open = {
      ...open,
      to,
      before: open.before + (change.kind === 'deleted' ? text : ''),
      after: open.after + (change.kind === 'inserted' ? text : ''),
      at: latest(open.at, change.at),
    }
  }

  for (const [place, line] of read.entries()) {
    const { pieces, end } = line
    const own = spots[place] ?? []
    for (const [index, piece] of pieces.entries()) {
      const [from, to] = [own[index], own[index + 1]]
      if (piece.kind !== 'words' || !from || !to) continue
      if (piece.change) take(piece.change, piece.text, from, to)
      else close()
    }
    const [from, to] = [own.at(-1), spots[place + 1]?.[0]]
    if (end && from && to) take(end, endOf(line, read[place + 1]), from, to)
    else close()
  }
  close()
  return found
}

/** What stands between a line and the next. Cells are never one line: nobody is to take them up as words. */
function endOf({ cell }: Line, next: Line | undefined): string {
  const isInRow = cell !== null && next?.cell?.row === cell.row
  return isInRow && next?.cell?.cell !== cell.cell ? ' |\n' : '\n'
}

function statedIn({ author, at, isMove }: Change) {
  return { author, at, isMove }
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
