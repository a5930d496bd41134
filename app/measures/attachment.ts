/** 20 MB. */
export const maxAttachmentBytes = 20 * 1024 * 1024

/** What may be attached. Served as downloads only, never shown inline. */
export const attachmentTypes: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** A name that is safe in a header and on every file system; the extension follows the bytes. */
export function attachmentName(name: string, mediaType: string): string {
  const extension = attachmentTypes[mediaType] ?? 'bin'
  const stem = name
    .replace(/\.[^.]*$/, '')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001F\u007F"<>:/\\|?*\u202A-\u202E\u2066-\u2069]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
  return `${stem || 'attachment'}.${extension}`
}
