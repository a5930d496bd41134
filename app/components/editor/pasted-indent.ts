/** How far inwards the first character of a line stands, in twips, as far as its own style says. */
export function indentOf(line: Element): number {
  const style = line.getAttribute('style') ?? ''
  const [, sides = ''] = /(?:^|;)\s*margin:([^;]*)/i.exec(style) ?? []
  const [top = '', right = top, , left = right] = sides.trim().split(/\s+/)
  const own = /(?:^|;)\s*margin-left:([^;]*)/i.exec(style)?.[1] ?? left
  const first = /(?:^|;)\s*text-indent:([^;]*)/i.exec(style)?.[1] ?? ''
  // Blanks that are kept before the label set it inwards too.
  const [blanks = ''] = /^\s*/.exec(line.textContent ?? '') ?? []
  return twips(own) + twips(first) + blanks.split('\u00A0').slice(1).length * blankWidth
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
