/** What became of the comments of a delegation. */
export const outcomes = {
  'outcomes.title': 'What became of the comments',
  'outcomes.of': 'Comments of {state}',
  'outcomes.of-all': 'Comments of all delegations',
  'outcomes.intro':
    '{count, plural, =0 {No comment} one {# comment} other {# comments}}, with the reply, the words that were taken up, and where the place is in later versions. No reply is not a refusal.',
  'outcomes.none': 'There is no comment here',
  'outcomes.none-yet': 'Nothing was said on this file that you can see.',
  'outcomes.whose': 'Whose comments',
  'outcomes.whose-all': 'All delegations',
  'outcomes.show': 'Show',
  'outcomes.first-whole': 'These words are in the text since version {number}',
  'outcomes.credit-in':
    'These words stand in {span, select, one {version {from}} other {versions {from} to {to}}}',
  'outcomes.first-part':
    'Words were put into the draft; as version {number} has them they were changed since',
  'outcomes.first-none':
    'These words were put into the draft; version {number} does not have them any more',
  'outcomes.set-whole': 'Version {number} has it set as proposed',
  'outcomes.set-part': 'Version {number} has a part of it set as proposed',
  'outcomes.set-none': 'It was set so in the draft; version {number} does not have it any more',
  'outcomes.set-draft': 'It was set so in the draft; no later version was shared yet',
  'outcomes.then-whole': 'In the text again since version {number}',
  'outcomes.then-part': 'Changed since version {number}',
  'outcomes.then-none': 'No longer in the text since version {number}',
  'outcomes.of-them': 'Of them there stands:',
  'outcomes.out': 'Words were taken out of the text, as version {number} shows',
  'outcomes.out-not': 'Words were taken out of the draft; they stand again in version {number}',
  'outcomes.back': 'They stand in the text again since version {number}',
  'outcomes.out-draft': 'Words were taken out of the draft; no later version was shared yet',
  'outcomes.credit-draft': 'These words were put into the draft; no later version was shared yet',
  'outcomes.later': 'Its place in later versions',
  'outcomes.no-later': 'No version was shared after version {number}.',
  'outcomes.chosen': '(the place was chosen by {state} on {at})',
  'outcomes.chosen-gone': '({state} said on {at} that the words are no longer in the text)',
  'outcomes.redline': 'Redline from version {from} to version {to}',
} as const
