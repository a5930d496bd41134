import type { ReactNode } from 'react'
import { useId } from 'react'

export interface Column<Row> {
  key: string
  heading: ReactNode
  cell: (row: Row) => ReactNode
  /** The column that names the row; the first one unless said otherwise. */
  isRowHeading?: boolean
  /** Numbers stand at the right, their digits under one another. */
  isNumeric?: boolean
  /** As narrow as its longest word: codes, dates, labels. */
  isNarrow?: boolean
}

interface TableProps<Row> {
  caption: string
  /** The caption is heard only, where a heading above already says it. */
  isCaptionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** For a row that is to stand out: `new`, `inner`, `ended`. */
  rowState?: (row: Row) => 'new' | 'inner' | 'ended' | undefined
  /** Shown in place of the table where there are no rows. */
  empty?: ReactNode
}

/** A data table. It scrolls in a region of its own where the screen is too narrow for it. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden, columns, rows, rowKey, rowState, empty } = props
  if (rows.length === 0 && empty) return <>{empty}</>
  const heading = columns.find((column) => column.isRowHeading) ?? columns[0]
  return (
    <TableRegion caption={caption} isCaptionHidden={isCaptionHidden}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cellClass(column)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-state={rowState?.(row)}>
            {columns.map((column) =>
              column === heading ? (
                <th key={column.key} scope="row" className={cellClass(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </TableRegion>
  )
}

interface TableRegionProps {
  caption: string
  isCaptionHidden?: boolean
  children: ReactNode
}

/** The frame of a table whose head and rows a screen makes by itself, such as the compiled table. */
export function TableRegion({ caption, isCaptionHidden, children }: TableRegionProps) {
  const captionId = useId()
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-region" aria-labelledby={captionId} tabIndex={0}>
      <table className="table">
        <caption id={captionId} className={isCaptionHidden ? 'heard' : undefined}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  )
}

function cellClass<Row>({ isNumeric, isNarrow }: Column<Row>): string | undefined {
  const classes = [isNumeric && 'numeric', isNarrow && 'narrow'].filter(Boolean)
  return classes.length > 0 ? classes.join(' ') : undefined
}
