export const attachments = {
  'attachments.title': 'Add an attachment',
  'attachments.intro':
    'PDF, Word (DOCX), PNG or JPEG, at most 20 MB. Attachments are downloads; the portal does not open them.',
  'attachments.file': 'File',
  'attachments.file-hint': 'Leave this empty for a document that went by another channel.',
  'attachments.name': 'Name',
  'attachments.name-hint': 'Shown instead of the name of the file.',
  'attachments.kind': 'Kind',
  'attachments.kind.attachment': 'Attachment',
  'attachments.kind.courtesy-translation': 'Courtesy translation',
  'attachments.kind.national-act': 'National act',
  'attachments.language': 'Language',
  'attachments.no-language': 'Not said',
  'attachments.other-channel': 'Sent by another channel',
  'attachments.other-channel-hint':
    'For what may not be here, such as classified documents: which channel, and its reference there.',
  'attachments.shared': 'Shown to those who have a version',
  'attachments.shared-hint': 'Otherwise it stays inside your delegation.',
  'attachments.submit': 'Add the attachment',
} as const
