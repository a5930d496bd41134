/** Sealed records, which verify without the portal. */
export const seal = {
  'seal.take': 'Take the sealed record away (JSON)',
  'seal.title': 'Sealed record',
  'seal.waiting': 'The sealed record can be taken away within a minute.',
  'seal.what': 'What a sealed record proves',
} as const
