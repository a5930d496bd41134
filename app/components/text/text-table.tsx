import { type ReactNode, useRef } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { useOverflow } from '#app/components/use-overflow.ts'
import { idOf, type ContentNode } from '#app/text/content.ts'
import { gridOf, type LaidCell } from '#app/text/table-grid.ts'

interface TextTableProps {
  table: ContentNode
  /** Counts the tables that stand beside it. */
  ordinal: number
  inCell: (cell: ContentNode) => ReactNode
}

/**
 * A table of a text. What is wider than its place scrolls by itself, and can be reached by keyboard
 * then.
 */
export function TextTable({ table, ordinal, inCell }: TextTableProps) {
  const { t } = useLocale()
  const region = useRef<HTMLElement>(null)
  const overflows = useOverflow(region)
  const grid = gridOf(table)
  return (
    <figure
      ref={region}
      className="text-table"
      aria-label={t('text.table', { ordinal })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={overflows ? 0 : undefined}
    >
      <table>
        <tbody>
          {grid.map(({ row, isHeader, cells }) => (
            <tr key={idOf(row)}>
              {cells.map((cell) => (
                <Cell key={idOf(cell.cell)} laid={cell} isHeader={isHeader}>
                  {inCell(cell.cell)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

interface CellProps {
  laid: LaidCell<ContentNode>
  isHeader: boolean
  children: ReactNode
}

function Cell({ laid: { colspan, rowspan }, isHeader, children }: CellProps) {
  const Tag = isHeader ? 'th' : 'td'
  return (
    <Tag
      scope={isHeader ? (colspan > 1 ? 'colgroup' : 'col') : undefined}
      colSpan={colspan > 1 ? colspan : undefined}
      rowSpan={rowspan > 1 ? rowspan : undefined}
    >
      {children}
    </Tag>
  )
}
