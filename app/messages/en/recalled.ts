/** What is left of a version that was recalled, for those who had it. */
export const recalled = {
  'recalled.name': 'Version {number}, recalled',
  'recalled.title': 'Version {number} was recalled',
  'recalled.by': '{state} recalled it on {date}.',
  'recalled.reason': 'The reason given: {reason}',
  'recalled.text':
    'Its text, and what others said about it, are no longer shown. Nothing new can be said about it.',
  'recalled.following': 'Version {number} followed:',
  'recalled.following-link': 'Go to version {number}',
  'recalled.nothing-since': 'No later version has been shared with you.',
  'recalled.news': '{state} has recalled version {number}',
  'recalled.ours': 'What {state} said about it',
  'recalled.ours-about':
    'The record of your own delegation, with the words that it quoted. What was released had reached others; what was not has stayed inside.',
  'recalled.ours-none': 'Your delegation wrote nothing about this version.',
  'recalled.positions': 'Positions of {state} on it',
} as const
