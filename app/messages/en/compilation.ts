export const compilation = {
  'compilation.page-title': 'Compilation {reference}',
  'compilation.corrects': 'Corrects',
  'compilation.corrects-alone': 'Only a corrigendum corrects another one.',
  'compilation.corrected-by': 'Corrected by',
  'compilation.title':
    'Compilation of national control lists under Article 9(4) of Regulation (EU) 2021/821',
  'compilation.not-published': 'Not published',
  'compilation.prepared-on':
    'As it is prepared on {date}, from what was notified or published and is in force.',
  'compilation.previous': 'The one before',
  'compilation.next': 'The one after',
  'compilation.changes': 'What changed',
  'compilation.changes-intro': 'Compared with {reference}.',
  'compilation.no-changes': 'No entry was added, changed or removed.',
  'compilation.lists': 'National control lists',
  'compilation.preamble':
    'Unless an entry states otherwise, the controls apply to exports to all destinations outside the customs territory of the Union.',
  'compilation.empty': 'It names no entry.',
  'compilation.adopted-by': 'Adopted by {code, select, NL {the Netherlands} other {{state}}}',
  'compilation.footnote': 'National act, footnote {number}',
  'compilation.footnotes': 'National acts',
} as const
