import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { useOverflow } from './use-overflow.ts'

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
  /** More columns than a screen of 1280 px can show: the table scrolls by itself. */
  isWide?: boolean
  /** Shown in place of the table where there are no rows. */
  empty?: ReactNode
}

/**
 * A data table. On a narrow screen its rows stand below one another, each value beside the heading
 * of its column; a wide one scrolls in a region of its own.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden, isWide, columns, rows, rowKey, rowState, empty } = props
  if (rows.length === 0 && empty) return <>{empty}</>
  const heading = columns.find((column) => column.isRowHeading) ?? columns[0]
  return (
    <TableRegion {...{ caption, isCaptionHidden, isWide }} stacks={!isWide}>
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
                <th key={column.key} scope="row" {...cellProps(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} {...cellProps(column)}>
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
  isWide?: boolean
  /** Rows below one another on a narrow screen: each cell bears its heading as `data-label`. */
  stacks?: boolean
  children: ReactNode
}

/** The frame of a table whose head and rows a screen makes by itself, such as the compiled table. */
export function TableRegion(props: TableRegionProps) {
  const { caption, isCaptionHidden, isWide, stacks, children } = props
  const region = useRef<HTMLElement>(null)
  const overflows = useOverflow(region)
  const captionId = useId()
  return (
    <section
      ref={region}
      className={classes('table-region', isWide && 'table-region--wide', stacks && 'is-stacking')}
      // Where a heading above says the same, that section is the landmark.
      role={isCaptionHidden ? 'group' : undefined}
      aria-labelledby={captionId}
      // What scrolls must be reachable by keyboard; what does not is no stop on the way.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={overflows ? 0 : undefined}
    >
      <table className="table">
        <caption id={captionId} className={isCaptionHidden ? 'heard' : undefined}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  )
}

function cellProps<Row>(column: Column<Row>) {
  const { heading } = column
  return {
    className: cellClass(column),
    'data-label': typeof heading === 'string' ? heading : undefined,
  }
}

function cellClass<Row>({ isNumeric, isNarrow }: Column<Row>): string | undefined {
  return classes(isNumeric && 'numeric', isNarrow && 'narrow')
}

function classes(...names: (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
