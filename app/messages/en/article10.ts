export const article10 = {
  'article10.information-needed': 'Say what you tell the others.',
} as const
