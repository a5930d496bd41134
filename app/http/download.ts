const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** An answer that is kept as a file, and by nobody on the way; `name` is of our own making. */
export function download(name: string, bytes: Uint8Array): Response {
  const type = name.endsWith('.pdf') ? mediaTypes.pdf : mediaTypes.docx
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
