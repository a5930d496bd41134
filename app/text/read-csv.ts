/** A table as a spreadsheet saves it, and how it is read back: the other way of `app/http/csv.ts`. */

/** Longer ones are no table of ours. */
const mostRows = 50_000
const mostCells = 20

/**
 * The rows of a table (RFC 4180), parted by commas, semicolons or tabs as its first line is; null where
 * it is none. The apostrophe before what would be a formula is taken off again.
 */
export function readCsv(text: string): string[][] | null {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = cellAt(text, at, separator)
    if (!cell || row.length >= mostCells || rows.length >= mostRows) return null
    row.push(unguarded(cell.value))
    at = cell.end
    const next = text.charAt(at)
    if (next === separator) {
      at += 1
      if (at < text.length) continue
      row.push('')
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
}

function separatorOf(text: string): string {
  const [first = ''] = /^[^\r\n]*/.exec(text) ?? []
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

function cellAt(
  text: string,
  at: number,
  separator: string,
): { value: string; end: number } | null {
  if (text.charAt(at) !== '"') {
    let end = at
    while (end < text.length && !isEnd(text.charAt(end), separator)) end += 1
    return { value: text.slice(at, end), end }
  }
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text.charAt(close + 1) === '"') continue
    const end = close + 1
    if (end < text.length && !isEnd(text.charAt(end), separator)) return null
    return { value: text.slice(at + 1, close).replaceAll('""', '"'), end }
  }
  return null
}

function isEnd(sign: string, separator: string): boolean {
  return sign === separator || sign === '\r' || sign === '\n'
}

function unguarded(cell: string): string {
  return /^'\s*[=+\-@＝＋－＠|%]/.test(cell) ? cell.slice(1) : cell
}

/** The text of a file in UTF-8, or in UTF-16 as spreadsheets mark it; null where it is neither. */
export function decodeTable(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
