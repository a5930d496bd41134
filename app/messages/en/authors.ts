/** Who wrote which words of a draft. */
export const authors = {
  'authors.title': 'Who wrote which words',
  'authors.intro':
    'Read from the log of the draft, for the owner alone. A number before words says who wrote them; words that are struck through were gone by the moment that is shown. Words that were split off, joined or moved stay those of who wrote them.',
  'authors.link': 'Who wrote which words',
  'authors.none': 'Nothing has been written yet',
  'authors.none-yet': 'The draft has no history so far.',
  'authors.moment': 'Moment',
  'authors.moment-name': '{when}, {name}',
  'authors.moment-version': '{when}, {name}: version {number} was frozen here',
  'authors.slider': 'Through the life of the draft',
  'authors.show': 'Show',
  'authors.steps': 'Step by step',
  'authors.earlier': 'One moment earlier',
  'authors.later': 'One moment later',
  'authors.text': 'Text',
  'authors.text-at': 'The text on {when}',
  'authors.with-deleted': 'Show deleted words',
  'authors.without-deleted': 'Hide deleted words',
  'authors.gone': 'Deleted passage',
  'authors.gone-of-moved': 'Deleted words of a passage that stands elsewhere',
  'authors.details':
    '{count, plural, one {One run of words} other {# runs of words}}: who and when',
  'authors.written-by': 'written by {name}, {when}',
  'authors.written-unknown': 'written before the log began',
  'authors.deleted-by': 'deleted by {name}, {when}',
  'authors.person': '{name}, {office}',
} as const
