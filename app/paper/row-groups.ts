import type { Block, PaperCell } from './blocks.ts'

/** What stays, comes or goes as one: a paragraph, a table, or rows of one. */
export interface Unit {
  readonly key: string
  readonly blocks: readonly Block[]
}

/** Rows that a cell holds together by reaching down over them; most often one. */
export interface RowGroup extends Unit {
  /** Its first row, and how many they are. */
  readonly from: number
  readonly height: number
  /** Equal where the cells lie alike. */
  readonly shape: string
}

export function rowGroups(blocks: readonly Block[]): RowGroup[] {
  const groups: { from: number; to: number; blocks: Block[] }[] = []
  for (const block of blocks) {
    const { row, rowspan } = block.cell ?? { row: 0, rowspan: 1 }
    const last = groups.at(-1)
    if (last && row < last.to) {
      last.blocks.push(block)
      last.to = Math.max(last.to, row + rowspan)
    } else groups.push({ from: row, to: row + rowspan, blocks: [block] })
  }
  return groups.map(({ from, to, blocks: own }) => ({
    key: own[0]?.key ?? '',
    blocks: own,
    from,
    height: to - from,
    shape: cellsOf({ blocks: own })
      .map(([first]) => shapeOf(first, from))
      .join(),
  }))
}

function shapeOf(first: Block | undefined, from: number): string {
  if (!first?.cell) return ''
  const { row, column, colspan, rowspan, isHeader } = first.cell
  return [row - from, column, colspan, rowspan, isHeader].join(' ')
}

/** The paragraphs of each cell. */
export function cellsOf({ blocks }: Pick<Unit, 'blocks'>): Block[][] {
  const cells: Block[][] = []
  for (const block of blocks) {
    const last = cells.at(-1)
    const before = last?.[0]?.cell
    const isSame = before?.row === block.cell?.row && before?.column === block.cell?.column
    if (last && isSame) last.push(block)
    else cells.push([block])
  }
  return cells
}

/** A paragraph as far down in a table of both versions as it stands there. */
export function movedTo(
  block: Block,
  table: Partial<Pick<PaperCell, 'table' | 'indent' | 'columns'>>,
  down: number,
): Block {
  const { cell } = block
  return cell ? { ...block, cell: { ...cell, ...table, row: cell.row + down } } : block
}
