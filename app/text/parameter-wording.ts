import type { Parameter } from './parameters.ts'
import { evenOut, nextNumeral } from './written-number.ts'

/**
 * The words or the sign by which a written threshold relates to its amount: `or lower` of "685 °C or
 * lower", `≤` of "≤ 45 nm". Empty for a range, and where nothing but the amount is written.
 */
export function relationIn(
  written: string,
  { operator, unit }: Parameter,
  language: string,
): string {
  if (operator === 'between') return ''
  const line = evenOut(written)
  const number = nextNumeral(line, 0, language)
  if (!number) return ''
  const rest = line.slice(number.to)
  const amount = unit && rest.trimStart().startsWith(unit.written) ? unit.written : ''
  const after = rest.trimStart().slice(amount.length)
  return [line.slice(0, number.from), after]
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .join(' … ')
}
