export const draft = {
  'draft.title': 'Drafting room',
  'draft.read-only':
    'You read the draft as it is being written. Drafters of your delegation write it.',
  'draft.closed': 'The draft is closed. This is the text as it was last written.',
  'draft.opening': 'Opening the text',
  'draft.readiness': 'Readiness',
  'draft.comments': 'Comments from the last sharing',
  'draft.comments.link': 'Comments on version {number}',
  'draft.comments.none': 'Nothing has been shared yet.',
  'draft.comments.open': 'No reply yet',
} as const
