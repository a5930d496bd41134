const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
} as const

/** An answer that is kept as a file, and by nobody on the way; `name` is of our own making. */
export function download(name: string, bytes: Uint8Array): Response {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const type = isKnown(ending) ? mediaTypes[ending] : mediaTypes.docx
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Length': String(bytes.byteLength),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function isKnown(ending: string): ending is keyof typeof mediaTypes {
  return ending in mediaTypes
}
