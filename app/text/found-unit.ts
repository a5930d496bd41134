import { readUnit } from './units.ts'

/** A unit where it stands in a line. */
export interface FoundUnit {
  readonly written: string
  readonly symbol: string
  readonly dimension: string
  readonly end: number
}

/** As a parameter keeps it. */
export function written({ written, symbol }: FoundUnit) {
  return { written, symbol }
}

/** The unit behind a number that ends at a place, with or without a space. */
export function unitAt(line: string, at: number): FoundUnit | null {
  const from = line[at] === ' ' ? at + 1 : at
  const read = readUnit(line, from)
  if (!read) return null
  return { ...read.unit, written: line.slice(from, read.end), end: read.end }
}
