import { declarationsIn } from './pasted-sheet.ts'

/** How far inwards the first character of a line stands, in twips, as far as its own style says. */
export function indentOf(line: Element): number {
  let left = ''
  let first = ''
  for (const { name, value } of declarationsIn(line.getAttribute('style') ?? '')) {
    const [top = '', right = top, , last = right] = value.split(/\s+/)
    if (name === 'margin') left = last
    else if (name === 'margin-left') left = value
    else if (name === 'text-indent') first = value
  }
  // Blanks that are kept before the label set it inwards too.
  const [blanks = ''] = /^\s*/.exec(line.textContent ?? '') ?? []
  return twips(left) + twips(first) + blanks.split('\u00A0').slice(1).length * blankWidth
}

const blankWidth = 60

const units: Readonly<Record<string, number>> = {
  pt: 20,
  px: 15,
  in: 1440,
  cm: 567,
  mm: 56.7,
  pc: 240,
}

function twips(length: string): number {
  const [, number = '0', unit = ''] = /^\s*([-+]?[\d.]+)([a-z]{2})\b/i.exec(length) ?? []
  const found = Number(number) * (units[unit.toLowerCase()] ?? 0)
  return Number.isFinite(found) ? found : 0
}
