export const translations = {
  'translations.title': 'Courtesy translations',
  'translations.intro':
    'A courtesy translation stands beside the version for all who have it. The original stays the authentic text: comments are about it, whichever language they were read in.',
  'translations.shown': 'Language of the text',
  'translations.original': '{language}: original, authentic',
  'translations.label': '{language}: courtesy translation',
  'translations.both': '{original} and {translation} side by side',
  'translations.about':
    'The original in {original} is the authentic text of this version, and what comments are about.',
  'translations.added': 'The courtesy translation was added on',
  'translations.rest': 'Only in the translation',
  'translations.same':
    'Codes, numbers, operators and units that could be read are the same in both languages.',
  'translations.differ':
    '{count, plural, one {Codes, numbers, operators or units differ in # place} other {Codes, numbers, operators or units differ in # places}}',
  'translations.differ-about':
    'Found by comparing what could be read: thresholds in words only in languages whose words are known.',
  'translations.in-original': 'in the original',
  'translations.in-translation': 'in the translation',
  'translations.nothing': 'nothing of the kind',
  'translations.standing': 'Beside version {number}',
  'translations.none': 'No translation stands beside this version.',
  'translations.language': 'Language of the translation',
  'translations.file': 'Word document (DOCX)',
  'translations.file-hint':
    'Best made from this version in Word. Keep headings of sections, codes, letters of points and the order of paragraphs: by them it is set beside the original. At most 16 MB.',
  'translations.add': 'Add a translation',
  'translations.look': 'See how it aligns',
  'translations.preview': 'How the translation aligns',
  'translations.of': '{name}, {language}',
  'translations.aligned':
    '{count, plural, one {# element has its place in the original.} other {# elements have their place in the original.}}',
  'translations.missing': 'Not in the translation',
  'translations.missing.none': 'Everything in the original has something beside it.',
  'translations.extra': 'Not in the original',
  'translations.extra.none': 'Everything in the translation has its place.',
  'translations.check': 'Codes, numbers, operators and units',
  'translations.remarks':
    '{count, plural, one {# comment or tracked change of the document is left out: the text is taken as it stood before changes.} other {# comments and tracked changes of the document are left out: the text is taken as it stood before changes.}}',
  'translations.text': 'The translation as it was read',
  'translations.confirm': 'Put it beside the version',
  'translations.confirm-title': 'Put the translation beside version {number}?',
  'translations.reaches': 'It reaches at once all who have the version: {audience}.',
  'translations.consequences':
    'Its words are frozen and are never the authentic text. It can be withdrawn; that it was there stays in the history.',
  'translations.supersedes': 'It takes the place of the translation in this language.',
  'translations.another': 'Another document',
  'translations.since': 'since',
  'translations.withdraw': 'Withdraw the {language} translation',
  'translations.withdraw.reason': 'Reason, told to all who have the version',
  'translations.withdraw.title': 'Withdraw the {language} translation?',
  'translations.withdraw.consequences':
    'It is no longer shown to anybody. Whoever read it has read it. The act and the reason stay in the history.',
} as const
