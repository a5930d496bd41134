/** Parallel drafts of two states side by side. */
export const parallel = {
  'parallel.title': '{ours} and {theirs}',
  'parallel.intro':
    '{ours} set against {theirs}. Each state drafts its own law: what differs is a fact here, no fault.',
  'parallel.version': '{reference}, version {number}',
  'parallel.draft': '{reference}, draft inside your delegation',
  'parallel.languages':
    'The two are in different languages: they are aligned by code, letter and number, and their thresholds are read each in its own language.',
  'parallel.parameters': 'Control parameters that differ',
  'parallel.sides': 'Side by side',
  'parallel.nothing': 'nothing that corresponds',
  'parallel.no-text': 'There are not two texts yet',
  'parallel.no-text-yet': 'One of the two files has no version that you can read.',
  'parallel.drifted':
    '{count, plural, one {Drifted apart in one place} other {Drifted apart in # places}}',
  'parallel.pair': '{ours} and {theirs}',
  'parallel.only-ours': '{place}, no longer in the other file',
  'parallel.only-theirs': '{place}, no longer in this file',
  'parallel.other-words': 'no longer the same',
  'parallel.since': 'since {reference}, version {number}, {date}',
  'parallel.compare': 'Side by side',
} as const
