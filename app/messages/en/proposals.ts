/** Proposals: other wording in the place of what stands in the text, and what the owner makes of it. */
export const proposals = {
  'proposals.what': 'What you propose',
  'proposals.make.none': 'No wording',
  'proposals.make.replace': 'Another wording of this part, with what stands in it',
  'proposals.make.insert-after': 'Something new behind it',
  'proposals.make.delete': 'To take it out',
  'proposals.take-words-out': 'I propose to take these words out',
  'proposals.over-lines':
    'These words stand in several points. Say in the comment what is to change: one wording cannot be taken up in their place. To propose other words, choose words of one point, or comment on the point that holds them all and propose it anew.',
  'proposals.in-words':
    'This is told in words: it is not for words of one point, so no act can put it in their place. The owner can answer it and write the draft.',
  'proposals.write.replace': 'The wording that you propose',
  'proposals.write.insert-after': 'What is to stand behind it',

  'proposals.kind.words': 'Proposed wording',
  'proposals.kind.replace': 'Proposed wording of this part',
  'proposals.kind.insert-after': 'Proposed behind it',
  'proposals.kind.delete': 'Proposed to be taken out',

  'proposals.heard.added': 'put in:',
  'proposals.heard.removed': 'taken out:',
  'proposals.heard.end': 'end.',

  'proposals.title': 'Proposals',
  'proposals.about':
    'What others propose to put in the place of words of version {number}. Nothing here is in the draft until the owner takes it up.',
  'proposals.none': 'Nothing is proposed',
  'proposals.none-about': 'Nobody has proposed other wording for this version.',
  'proposals.of':
    'Proposal of {code, select, NL {the Netherlands} COM {the Commission} other {{state}}}: {place}',
  'proposals.choose':
    'Choose the proposal of {code, select, NL {the Netherlands} COM {the Commission} other {{state}}}: {place}',
  'proposals.numbered': '{place}, no. {number}',
  'proposals.chosen': '{count, plural, =0 {None chosen} one {# chosen} other {# chosen}}',
  'proposals.chosen-collide':
    'Of those chosen, some change the same words ({which}). They cannot be taken up in one act.',
  'proposals.take-up-chosen': 'Take up those chosen …',
  'proposals.take-up-chosen-title': 'Take up these proposals?',
  'proposals.take-up-chosen-about':
    'All of them or none: each comes into the draft as it was made, its authors are told “Taken up”, and the file says whose words they are.',
  'proposals.take-up-chosen-confirm': 'Take up all of them',
  'proposals.settle': 'Look at it beside the draft …',
  'proposals.decline': 'Decline',
  'proposals.decline-save': 'Decline, with this reason',
  'proposals.collides': 'Changes the same words as: {which}',
  'proposals.to-comment': 'To the comment',

  'proposals.state.clean': 'Can be taken up as it is',
  'proposals.state.merges': 'The draft was changed beside it',
  'proposals.state.conflicts': 'The draft was changed in the same words',
  'proposals.state.there': 'The draft says so already',
  'proposals.state.gone': 'No place in the draft any more',
  'proposals.taken-up': 'Taken up',
  'proposals.taken-up-before': 'into the draft, before version {number}',
  'proposals.taken-up-since': 'into the draft, since version {number}',
  'proposals.taken-up-in-words':
    'as the owner answered. No act put its words into the draft: the owner wrote what stands there.',

  'proposals.collisions': 'Proposals that change the same words',
  'proposals.collisions-about':
    'Of two that change the same words one can be taken up. The other then stands beside a draft that was changed, and is shown so.',
  'proposals.collision': 'Collision {number}',
  'proposals.version-says': 'The version says',

  'proposals.settle-title': 'Take up a proposal',
  'proposals.settle-about':
    'What is in the field below is what comes into the draft. The file says word by word which of it is from {state}.',
  'proposals.settle-base': 'When it was proposed (version {number})',
  'proposals.settle-proposed': 'Proposed by {state}',
  'proposals.settle-now': 'In the draft now',
  'proposals.settle-merged': 'Both laid over each other, line by line',
  'proposals.settle-by.now': 'changed in the draft',
  'proposals.settle-by.proposed':
    'proposed by {code, select, NL {the Netherlands} COM {the Commission} other {{state}}}',
  'proposals.settle-by.both': 'changed alike in both',
  'proposals.settle-conflict':
    'Conflict: both changed this. The draft’s words stand below until you change them.',
  'proposals.settle-conflict-base': 'it was: {words}',
  'proposals.settle-conflict-now': 'the draft: {words}',
  'proposals.settle-conflict-proposed': 'proposed: {words}',
  'proposals.settle-conflicts':
    '{count, plural, one {# conflict is} other {# conflicts are}} for you to settle.',
  'proposals.setting': '{name}: {before} → {after}',
  'proposals.setting-at': '“{words}”: {setting}',
  'proposals.setting-new': '{name}: {after}',
  'proposals.settle-setting': '{name}: {now} in the draft, {proposed} proposed',
  'proposals.settle-nothing': 'nothing',
  'proposals.settle-entered': 'What is to stand in the draft',
  'proposals.settle-changed': 'The draft was changed while you wrote',
  'proposals.settle-changed-same':
    'The same words were changed. Yours stay in the field as you wrote them; decide whether they still fit.',
  'proposals.settle-changed-beside':
    'What was changed there has come into the field. Your words are in it as you wrote them.',
  'proposals.settle-now-says': 'The draft says now:',
  'proposals.settle-confirm': 'Take up with this wording',
  'proposals.settle-gone':
    'The part of the text that it is about is not in the draft any more. It can be answered, and not taken up.',
  'proposals.settle-done': 'It has been taken up.',
  'proposals.back': 'To all proposals',

  'proposals.view': 'The text',
  'proposals.view-plain': 'As it is',
  'proposals.view-with': 'With proposals',
  'proposals.in-text': '{state} proposes:',
  'proposals.in-text-out': '{state} proposes to take out:',

  'proposals.words-title': 'Whose words',
  'proposals.words-about':
    'Which words of {text} came out of proposals of others. The text itself says nothing of it.',
  'proposals.words-draft': 'the draft as it is now',
  'proposals.words-version': 'version {number}',
  'proposals.words-choose': 'Text',
  'proposals.words-to-draft': 'The draft as it is now',
  'proposals.words-to-version': 'Version {number}',
  'proposals.words-none': 'No proposal was taken up into this text',
  'proposals.words-none-about': 'Nobody’s words but the owner’s came into it by an act.',
  'proposals.words-since': 'Taken up into the draft since version {number}',
  'proposals.words-since-about': 'Not in this text: it was made of the draft before.',
  'proposals.words-in-words': 'Answered “taken up”, by no act',
  'proposals.words-in-words-about':
    'The owner answered so and wrote the words itself. Whose words they are is not counted.',
  'proposals.words-summary': 'What was taken up',
  'proposals.words-state': 'State',
  'proposals.words-place': 'Place',
  'proposals.words-entered': 'What was entered',
  'proposals.words-counts': 'Words',
  'proposals.words-count':
    '{proposed, plural, =0 {none} one {# word} other {# words}} of {code, select, NL {the Netherlands} COM {the Commission} other {{state}}}, {own, plural, =0 {none} one {# word} other {# words}} of the owner',
  'proposals.words-with-changes': 'with changes',
  'proposals.words-as-proposed': 'as proposed',
  'proposals.words-untold': 'not in this text as you read it',
  'proposals.words-gone': 'No longer in this text.',
  'proposals.words-part': 'Of it there stands in this text:',
  'proposals.words-back': 'They stand in this text again.',
  'proposals.words-taken-out': 'words were taken out only',
  'proposals.words-passages': 'Where they stand',
  'proposals.words-from':
    'from {code, select, NL {the Netherlands} COM {the Commission} other {{state}}}:',
} as const
