import { sameIndent } from './waiting-notes.ts'

/** A line, as far as it tells which lines that begin with a code are of a point. */
export interface CodedLine {
  readonly hasCode: boolean
  /** It begins with a letter or number. */
  readonly isPoint: boolean
  /** How far inwards it begins, in twips; null where that is not known. */
  readonly indent: number | null
}

/**
 * The lines that begin with a code and go on in the point before them: they stand as far inwards as it,
 * and further than the heading of its entry. They begin no entry, whatever their words look like. `margin`:
 * how far inwards the heading stands of an entry that they are all of, and does not come with them.
 */
export function codedInPoints<L extends CodedLine>(
  lines: Iterable<L>,
  margin: number | null = null,
): Set<L> {
  const found = new Set<L>()
  let heading = margin
  let point: number | null = null
  for (const line of lines) {
    const { hasCode, isPoint, indent } = line
    if (!hasCode) {
      if (isPoint) point = indent
    } else if (
      indent !== null &&
      heading !== null &&
      point !== null &&
      isIn(indent, heading, point)
    ) {
      found.add(line)
    } else {
      heading = indent
      point = null
    }
  }
  return found
}

function isIn(indent: number, heading: number, point: number): boolean {
  return indent - heading > sameIndent && point - indent <= sameIndent
}
