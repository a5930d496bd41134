/** References to the Official Journal. */
export const oj = {
  'oj.eli': 'ELI: {eli}',
  'oj.celex': 'CELEX: {celex}',
  'oj.unreadable':
    'This is not read as a reference to the Official Journal. Copy it from there, such as OJ C, C/2023/441, 20.10.2023, or give the ELI or the CELEX number.',
  'oj.other-day': 'The reference names another day than the one that is entered as published on.',
  'oj.other-year': 'The number is of another year than the day that is entered as published on.',
  'oj.other-form':
    'Documents have numbers of their own, such as C/2023/441, since 1 October 2023; before that they stood in an issue, such as OJ C 66, p. 4. The reference does not fit the day.',
  'oj.other-series': 'This stands in the L series. Article 9(4) speaks of the C series.',
} as const
