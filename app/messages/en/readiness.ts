export const readiness = {
  'readiness.obligatory': 'What the law obliges',
  'readiness.advised': 'What is advised',
  'readiness.hints': 'To look at',
  'readiness.is-met': '(there)',
  'readiness.is-not-met': '(not found)',
  'readiness.nothing-blocks': 'Nothing here prevents sharing, adopting or notifying.',

  'readiness.source.article-9-2': 'Article 9(2) of Regulation (EU) 2021/821',
  'readiness.source.article-9-3': 'Article 9(3) of Regulation (EU) 2021/821',
  'readiness.source.recommendation': 'Recommendation (EU) 2025/683, from summaries',

  'readiness.measure': 'The measure',
  'readiness.reasons': 'The precise reasons, on a ground of Article 9(1)',
  'readiness.items': 'The description of the controlled items',

  'readiness.risk-assessment': 'A national risk assessment',
  'readiness.parameters': 'Objective technical parameters',
  'readiness.scope': 'The exact scope of the control',
  'readiness.operators': 'The effect on economic operators',
  'readiness.standards': 'Alignment with the standards of the Union and of the regimes',
  'readiness.informed': 'The other Member States and the Commission informed before adoption',
  'readiness.so-far': '{whom} so far',
  'readiness.so-far-count': '{count, number} of {all, number} so far',
  'readiness.coordination': 'Details coordinated with states that intend the same control',

  'readiness.hint.code-missing': '{provision} has no code.',
  'readiness.hint.code-not-understood': '“{written}” is not a code that is understood here.',
  'readiness.hint.code-annex-i-series':
    '{written} has a number of a series that stands in Annex I.',
  'readiness.hint.code-series-unknown': '{written} has a number of no known series.',
  'readiness.hint.code-spelling': '{written} is not written as codes in Annex I are.',
  'readiness.hint.code-points': 'In {written}, letters and numbers of points do not alternate.',
  'readiness.hint.code-twice': '{written} is the code of another entry too.',
  'readiness.hint.heading-missing': '{provision} has no heading.',
  'readiness.hint.headings': '{provision} has more than one heading.',
  'readiness.hint.point-empty': '{provision} has a point without words.',
  'readiness.hint.point-label':
    '{provision}: “{written}” is neither a letter nor a number as points have them.',
  'readiness.hint.point-labels-mixed':
    '{provision}: the points beside each other have labels of two kinds, letters and numbers.',
  'readiness.hint.point-not-used': '{provision} is called not used, and has words.',
  'readiness.hint.point-twice':
    '{provision} stands twice: two points beside each other have this label. “Letter doubled points anew”, above the text, letters them by their place.',
  'readiness.hint.note-twice':
    '{provision}: two notes beside each other begin with the number {written}.',
  'readiness.hint.note-point-twice':
    '{provision}: in a note, two points beside each other have the label {written}. “Letter doubled points anew”, above the text, letters them by their place.',
  'readiness.hint.parameter-not-understood':
    '{provision}: “{written}” is marked as a control parameter and is not understood. It stays text.',
  'readiness.hint.reference-moved': '“{written}” means what is {now} by now.',
  'readiness.hint.reference-gone': 'What “{written}” referred to is not in the text any more.',
  'readiness.hint.reference-unknown':
    '“{written}” is no code of this text, of Annex I or of the register as far as was looked.',
} as const
