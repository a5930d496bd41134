import { wholeCharacters } from '#app/text/whole-characters.ts'

/** 20 MB. */
export const maxAttachmentBytes = 20 * 1024 * 1024

export const attachmentKinds = ['attachment', 'courtesy-translation', 'national-act'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** What decides on who reads an attachment. Its events and its row have both. */
export interface AttachmentMarks {
  kind: AttachmentKind
  /** It goes along with what is put before others; otherwise it stays inside the owner. */
  isShared: boolean
}

/** What may be attached. Served as downloads only, never shown inline. */
export const attachmentTypes: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** In UTF-16 code units, without the extension. */
const longestStem = 120

/** A name that is safe in a header and on every file system; the extension follows the bytes. */
export function attachmentName(name: string, mediaType: string): string {
  const extension = attachmentTypes[mediaType] ?? 'bin'
  const stem = name
    .replace(/\.[^.]*$/, '')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001F\u007F"<>:/\\|?*\u202A-\u202E\u2066-\u2069]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${wholeCharacters(stem, longestStem).trimEnd() || 'attachment'}.${extension}`
}
