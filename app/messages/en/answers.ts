export const answers = {
  'answers.title': 'Bring in answers from Word',
  'answers.intro':
    'For a colleague without an account: take this version to Word, have it filled with comments and tracked changes, and bring that file back here. You see each answer with its place before anything happens. What comes in is inside your delegation, with the name that the document states; nothing is released by it.',
  'answers.preview': 'Answers in the Word document',
  'answers.of': 'From {name}, about version {number}',
  'answers.other-version':
    'This document was exported from version {number} and not from version {sent}. Its answers are about version {number}, and would come in there.',
  'answers.choose': 'What comes in',
  'answers.choose-hint': 'Take out what is not to come in.',
  'answers.kind.comment': 'Comment',
  'answers.kind.change': 'Tracked change',
  'answers.kind.in-comment': 'Written into a comment',
  'answers.kind.untracked': 'Changed without being tracked',
  'answers.label': '{kind}, {place}, by {author}',
  'answers.label-dated': '{kind}, {place}, by {author}, {date}',
  'answers.nobody': 'somebody who is not named',
  'answers.on': 'On “{quote}”.',
  'answers.as-proposal': 'Comes in as a proposal of wording.',
  'answers.in-words': 'Comes in as a comment that tells the change in words.',
  'answers.reply-to': 'A reply to the comment of {states}: comes into its thread.',
  'answers.reply-within': 'A reply to another comment of the document: comes into its thread.',
  'answers.in-comment':
    'The words of {where, select, reply {the reply to the comment of {states}} other {the comment of {states}}} were changed in Word. What was changed comes into its thread as a comment of its own; the {where, select, reply {reply} other {comment}} stays as it is.',
  'answers.condition.exact': 'Place found',
  'answers.condition.moved': 'Place found, the words have moved',
  'answers.condition.text-changed': 'Place found, the words are others',
  'answers.condition.text-removed':
    'The words are not in this version: it comes in on the version as a whole',
  'answers.condition.unsure': 'The place is not sure: it comes in on the version as a whole',
  'answers.type': 'What the comments are about',
  'answers.type-hint': 'Each can be given another kind later.',
  'answers.confirm': 'Bring them in',
  'answers.nothing-to-bring':
    'There is nothing new in this Word document that could be brought in. What it holds besides is named below.',
  'answers.nothing': 'There is nothing new in this Word document.',
  'answers.left-out': 'What does not come in',
  'answers.recognised':
    '{count, plural, =0 {No comment or tracked change of it is one of this portal already.} one {# comment or tracked change of it is one of this portal already.} other {# comments and tracked changes of it are ones of this portal already.}}',
  'answers.brought-in':
    '{count, plural, one {# answer was brought in before.} other {# answers were brought in before.}}',
  'answers.said-on': 'On “{quote}”:',
  'answers.said-insert': 'Insert in the text: “{after}”',
  'answers.said-delete': 'Delete from the text: “{before}”',
  'answers.said-replace': 'Replace in the text: “{before}” by “{after}”',
  'answers.said-moved-away': 'Move from here: “{words}”',
  'answers.said-moved-here': 'Move to here: “{words}”',
  'answers.said-in-comment':
    'Written into {where, select, reply {the reply} other {the comment}}: “{after}”',
  'answers.said-out-of-comment':
    'Struck out of {where, select, reply {the reply} other {the comment}}: “{before}”',
  'answers.said-otherwise-in-comment':
    'Changed in {where, select, reply {the reply} other {the comment}}: “{before}” to “{after}”',
} as const
