/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens without doing anything: what would be read as a
 * formula gets an apostrophe before it, line breaks become spaces, and every field is quoted. The
 * mark at the beginning tells spreadsheets that it is UTF-8.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}

function field(value: string | number): string {
  const line = String(value)
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replaceAll('\t', ' ')
    .trim()
  return `"${guarded(line).replaceAll('"', '""')}"`
}

/** Also after spaces and in full width: spreadsheets look past both. */
function guarded(line: string): string {
  return /^\s*[=+\-@＝＋－＠|%]/.test(line) ? `'${line}` : line
}

/** An answer that is kept as a file; `name` is of our own making. */
export function csvFile(name: string, rows: Parameters<typeof toCsv>[0]): Response {
  return new Response(toCsv(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
