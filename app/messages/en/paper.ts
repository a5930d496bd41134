/** What is printed, or taken to Word. */
export const paper = {
  'paper.made-for': 'Made for {state} on {at}: another delegation may see more, or less.',
  'paper.requested-by': 'Comments requested by {date}.',
  'paper.not-authentic':
    'Working paper. Only the national gazette and the Official Journal are authentic.',
  'paper.downloads': 'Take away',
  'paper.word': 'Word, with comments and proposals',
  'paper.word-inner': 'Word, also with what is inside your delegation',
  'paper.word-redline': 'Word, as tracked changes',
  'paper.word-redline-against': 'Word, as tracked changes against version {number}',
  'paper.word-draft': 'Word',
  'paper.draft-name': 'Draft, not shared',
  'paper.draft-inside': 'The draft as it stands, inside the delegation.',
  'paper.redline-name': 'changes from version {from} to version {to}',
  'paper.gone': 'Comments whose place is gone or unsure',
} as const
