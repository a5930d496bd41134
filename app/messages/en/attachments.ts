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
  'attachments.shared': 'Goes along with what is put before others',
  'attachments.shared-hint':
    'Whoever is given an early notice or a version for comments can read it too, until that is recalled. A national act is also read by whoever may read the final text. Otherwise it stays inside your delegation.',
  'attachments.reaches': 'If it goes along, others can read it at once',
  'attachments.reaches-whom': '{kind}: {whom}',
  'attachments.everybody': 'everybody, because the final text is public',
  'attachments.nobody-yet': 'nobody yet',
  'attachments.dialog': 'Add the attachment and release it?',
  'attachments.consequences':
    'Those who have a version can read it as soon as it is added. It cannot be removed afterwards; recalling what they have takes it back from them, with a trace.',
  'attachments.submit': 'Add the attachment',
  'attachments.along': 'Attachments that go along',
  'attachments.along-words': 'These attachments go along and can be read at once too:',
  'attachments.along-change': 'Look at the attachments of the file',
} as const
