export const record = {
  'record.bad-link': 'Enter a web address that begins with https://.',
  'record.bad-point': 'Enter a point from the code down, such as f.5.',
  'record.gazette-needs-day': 'Enter the day on which the gazette was published.',
  'record.gazette-needs-name': 'Name the gazette.',
  'record.reasons-needed':
    'Give the precise reasons: Article 9(2) obliges the notification to state them.',
} as const
