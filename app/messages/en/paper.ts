/** What is printed, or taken to Word. */
export const paper = {
  'paper.made-for': 'Made for {state} on {at}: another delegation may see more, or less.',
  'paper.requested-by': 'Comments requested by {date}.',
  'paper.not-authentic':
    'Working paper. Only the national gazette and the Official Journal are authentic.',
  'paper.downloads': 'Take away',
  'paper.word': 'Word, with comments and proposals',
  'paper.word-inner': 'Word, also with what is inside your delegation',
  'paper.gone': 'Comments whose place is gone or unsure',
} as const
