import type { ReactNode } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { ScrollingFigure } from '#app/components/scrolling-figure.tsx'
import { idOf, type ContentNode } from '#app/text/content.ts'
import { gridOf, type LaidCell } from '#app/text/table-grid.ts'

interface TextTableProps {
  table: ContentNode
  /** Counts the tables that stand beside it. */
  ordinal: number
  inCell: (cell: ContentNode) => ReactNode
}

/** A table of a text. */
export function TextTable({ table, ordinal, inCell }: TextTableProps) {
  const { t } = useLocale()
  const grid = gridOf(table)
  return (
    <ScrollingFigure className="text-table" label={t('text.table', { ordinal })}>
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
    </ScrollingFigure>
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
