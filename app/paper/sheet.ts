import type { PaperHead } from './head.ts'

/** How a line in a cell looks. */
export type Look = 'plain' | 'bold' | 'soft' | 'inserted' | 'deleted'

export interface CellLine {
  readonly text: string
  readonly look: Look
}

export interface SheetColumn {
  readonly title: string
  /** Its share of the width. */
  readonly width: number
}

export type SheetRow =
  /** Stands over the whole width: what the rows below are about. */
  | { readonly kind: 'group'; readonly text: string }
  | { readonly kind: 'cells'; readonly cells: readonly (readonly CellLine[])[] }

/** A table as it is printed, the same in Word and in PDF. */
export interface Sheet {
  readonly head: PaperHead
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** Said where there is no row. */
  readonly empty: string
}

/** The lines of something that was written; nothing for nothing. */
export function cell(text: string | null | undefined, look: Look = 'plain'): CellLine[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, look }))
}
