export const share = {
  'share.title': 'Share for comments',
  'share.intro':
    'The draft as it stands now becomes version {number}: frozen, numbered and hashed. You go on writing the draft for the next version.',
  'share.audience': 'Whom it reaches',
  'share.audience.commission': 'The Commission only',
  'share.delegations': 'Named delegations',
  'share.delegations-hint':
    'For “Named delegations”. Name the Commission too if it is to see the draft.',
  'share.comments-by': 'Comments requested by',
  'share.comments-by-hint': 'Your wish. No source sets a period, and silence means nothing.',
  'share.cover-note': 'Cover note',
  'share.cover-note-hint': 'Shown with the version, for example what has changed.',
  'share.submit': 'Share version {number}',
  'share.dialog': 'Share version {number} for comments?',
  'share.reaches': 'It reaches at once: {whom}.',
  'share.reaches-nobody': 'You have not chosen whom it reaches.',
  'share.consequences':
    'The text is frozen with its hash. It can be recalled, with a trace; it cannot be erased. Sharing has no legal effect and is no condition of adoption.',
  'share.draft-empty': 'The draft says nothing yet',
  'share.draft-empty-words': 'There has to be some text before it can be shared.',
  'share.readiness': 'Readiness',
} as const
