import type { BeforeLine } from './before.ts'
import { codedInPoints } from './coded-lines.ts'
import { textOf } from './inline.ts'
import { typedCode, type TypedCode, typedLabel } from './labels.ts'

/**
 * The code that a line begins with: as it is typed, behind the number of a heading, which is the document's,
 * or as that number.
 */
export function codeOf(line: BeforeLine): TypedCode | null {
  const mark = line.numbered?.mark ?? ''
  const counted = typedCode(mark)
  if (counted?.length === mark.length) return { code: counted.code, length: 0 }
  return line.numbered && line.heading === null ? null : typedCode(textOf(line))
}

/** Which lines that begin with a code go on in the point before them. */
export function inPointsOf(lines: readonly BeforeLine[]): ReadonlySet<number> {
  const coded = codedInPoints(
    lines.map((line, at) => ({
      at,
      hasCode: codeOf(line) !== null,
      isPoint:
        line.heading === null && (line.numbered !== null || typedLabel(textOf(line)) !== null),
      indent: line.indent,
    })),
  )
  return new Set([...coded].map(({ at }) => at))
}
