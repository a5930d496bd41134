/** The comments room. A thread is a place in the text; a comment is what a delegation says there. */
export const comments = {
  'comments.version': '{kind}, version {number}',
  'comments.since.draft': 'Shared on {date}',
  'comments.since.final': 'Final text, recorded on {date}',
  'comments.since.notice': 'Given on {date}',
  'comments.requested-by': 'comments requested by {date}',
  'comments.no-date': 'no date requested for comments',
  'comments.cover-note': 'Cover note',
  'comments.version-link': 'Version {number}',
  'comments.compare': 'What changed since version {number}',
  'comments.newer':
    '{kind, select, final {The final text was recorded since.} notice {Version {number} was given since.} other {Version {number} has been shared since.}} What is said here was said on version {shown}.',
  'comments.newer-link':
    '{kind, select, final {Go to the final text} other {Go to version {number}}}',
  'comments.version-recalled':
    'This version was recalled. Only your delegation still reads it; nothing new can be said about it.',
  'comments.withdrawn': 'This measure was withdrawn. Nothing new can be said about it.',
  'comments.text': 'Text of version {number}',
  'comments.beside': 'Comments',
  'comments.count':
    '{threads, plural, =0 {No threads} one {# thread} other {# threads}}, {comments, plural, =0 {no comments} one {# comment} other {# comments}}',
  'comments.to-text': 'To the text',
  'comments.to-comments': 'To the comments',

  'comments.place.whole': 'The text as a whole',
  'comments.place.was': '{place} in version {number}',
  'comments.place.perhaps': '{place} (unsure)',
  'comments.place.gone': 'No place in this version',
  'comments.show-place': 'Show in the text',
  'comments.thread': 'Thread {number}: {place}',

  'comments.condition.exact': 'In its place',
  'comments.condition.moved': 'Moved',
  'comments.condition.text-changed': 'Text changed',
  'comments.condition.text-removed': 'Text removed',
  'comments.condition.unsure': 'Place unsure',
  'comments.condition.about.exact': 'Carried over from version {number}: the words are unchanged.',
  'comments.condition.about.moved':
    'Carried over from version {number}: the words stand elsewhere now.',
  'comments.condition.about.text-changed':
    'Carried over from version {number}: the words have changed since.',
  'comments.condition.about.text-removed':
    'Carried over from version {number}: as of version {by} the words are no longer in the text.',
  'comments.condition.about.unsure':
    'Carried over from version {number}: what stands nearest is shown, and may be another place.',
  'comments.condition.chosen.moved':
    'Carried over from version {number}: the place was chosen by {state} on {at}; the words are the same.',
  'comments.condition.chosen.text-changed':
    'Carried over from version {number}: the place was chosen by {state} on {at}; the words are not the same.',
  'comments.condition.chosen.text-removed':
    'Carried over from version {number}: {state} said on {at} that the words are no longer in the text.',
  'comments.condition.was-at': 'It stood at {before} in version {number}, and stands at {now} now.',
  'comments.condition.was-at-perhaps':
    'It stood at {before} in version {number}, and perhaps stands at {now} now.',
  'comments.place-choose': 'Say where it belongs …',
  'comments.place-hint': 'Later versions are searched from there on.',
  'comments.place-is-gone': 'Its words are no longer in the text',
  'comments.place-none': 'Choose a place',
  'comments.place-save': 'Keep this place',
  'comments.place-where': 'Where in this version',
  'comments.condition.redline': 'See what changed',
  'comments.quote-then': 'Words in version {number}',
  'comments.quote-now': 'Words now',
  'comments.quote-perhaps': 'Perhaps these words now',

  'comments.notice.envisaged': 'What is envisaged',
  'comments.notice.risk': 'Risk',
  'comments.notice.technology': 'Technology',
  'comments.notice.timetable': 'Timetable',

  'comments.to': 'To: {whom}',
  'comments.joint': 'Joint comment',
  'comments.question': 'Question',
  'comments.proposed': 'Proposed wording',
  'comments.on-version': 'on version {number}',
  'comments.superseded': 'Superseded',
  'comments.supersedes': 'Supersedes an earlier comment of the same delegation.',
  'comments.recalled': 'Recalled on {date}.',
  'comments.recalled-because': 'Recalled on {date}: {reason}',
  'comments.recalled-readable':
    'It could be read by those whom it had reached from {from} to {until}. Whoever opened it in that time has read it.',
  'comments.recalled-words': 'Its words have been taken back.',
  'comments.taken-into-draft': 'The proposed wording was put into the draft on {date}.',

  'comments.answered.content': 'Content with this',
  'comments.answered.maintained': 'Comment maintained',
  'comments.settle': 'Answer this reply',
  'comments.settle-again': 'Change our answer',
  'comments.settle-choice': 'After this reply',
  'comments.settle-hint': 'It goes to those who have the comment.',
  'comments.settle-reason': 'Reasons',
  'comments.settle-save': 'Send our answer',
  'comments.reply': 'Reply: {state}',
  'comments.earlier-replies':
    '{count, plural, one {# earlier reply} other {# earlier replies}}, superseded',

  'comments.compose': 'Write a comment',
  'comments.compose-in': 'Add to this thread',
  'comments.open-form': 'Open the form',
  'comments.compose-superseding': 'Write a new one that supersedes it',
  'comments.compose-title': 'New comment',
  'comments.compose-thread-title': 'New comment in thread {number}',
  'comments.compose-superseding-title': 'New comment that supersedes the released one',
  'comments.compose-place': 'About',
  'comments.compose-hint':
    'Choose words in the text, or the button “Comment” beside a part of it, to say it about that place.',
  'comments.only-words': 'Only certain words of it',
  'comments.only-words-hint': 'As they stand in the text.',
  'comments.only-words-take': 'Take these words',
  'comments.only-words-missing': 'These words do not stand there.',
  'comments.compose-whole': 'Say it about the text as a whole',
  'comments.compose-inner':
    'Saved inside your delegation ({state}): nobody else sees it until it is released.',
  'comments.type': 'What it is about',
  'comments.choose-type': 'Choose …',
  'comments.is-question': 'It is a question to the owner',
  'comments.body': 'Comment',
  'comments.wording': 'Proposed wording',
  'comments.wording-hint': 'Words that could take the place of those quoted.',
  'comments.save': 'Save inside',
  'comments.write-on-words': 'Comment on these words',

  'comments.writer-of-office': '{writer}, {office}',
  'comments.inside': 'Inside the delegation',
  'comments.reply-inside': 'Reply inside',
  'comments.reply-inside-words': 'To your colleagues',
  'comments.reply-inside-hint': 'Stays inside your delegation. It is never released.',
  'comments.reply-inside-save': 'Send inside',
  'comments.merge': 'Merge comments …',
  'comments.merge-title': 'Merge comments into one?',
  'comments.merge-which': 'Comments to merge',
  'comments.merge-which-hint':
    'At least two. The merged comment stands where the first of them stands.',
  'comments.merge-put-in': 'Put the words of those chosen below',
  'comments.merge-left-out':
    '{count, plural, one {One proposal of those chosen is} other {# proposals of those chosen are}} not in the merged comment',
  'comments.merge-take-wording': 'Propose this wording',
  'comments.merge-takes-out': 'words are to be taken out',
  'comments.merge-elsewhere':
    'It is for other words, or not words for words. Leave this comment as it is to release its proposal.',
  'comments.merge-confirm': 'Merge inside',
  'comments.merge-consequences':
    'The new comment stays inside until it is released. Those that it is made of stay inside for good, with the note that they were merged. Discarding the new one takes them apart again.',
  'comments.merged-into': 'Merged into another comment inside',
  'comments.made-of':
    '{count, plural, one {Made of one comment inside:} other {Made of # comments inside:}}',
  'comments.made-of-one': 'comment {number}',

  'comments.revise': 'Revise',
  'comments.revise-save': 'Save the revision',
  'comments.discard': 'Discard',
  'comments.discard-title': 'Discard this comment?',
  'comments.discard-consequences':
    'It has not left your delegation, and it will not. The act stays in your delegation’s history.',

  'comments.release': 'Release …',
  'comments.release-several':
    '{count, plural, one {Release the comment that waits …} other {Release the # comments that wait …}}',
  'comments.release-title': 'Release to others?',
  'comments.release-which': 'Comments to release',
  'comments.release-whom': 'Whom it reaches',
  'comments.release-delegations': 'Named delegations',
  'comments.release-delegations-hint': 'The owner of the file, {owner}, always sees it.',
  'comments.release-confirm': 'Release',
  'comments.release-consequences':
    'Released, it is frozen and appears on their screens at once. It can be superseded by a new comment, or recalled with a trace; it cannot be changed.',
  'comments.reach.version': 'Everybody who has this version',
  'comments.reach.owner': '{owner} only, as owner of the file',
  'comments.reach.owner-commission': '{owner} and the Commission',
  'comments.reach.named': 'Named delegations',
  'comments.reaches':
    'It reaches {count, plural, =0 {nobody else} one {# other delegation} other {# other delegations}}:',
  'comments.waiting-for-representative': 'A representative of your delegation can release it.',

  'comments.recall': 'Recall …',
  'comments.recall-title': 'Recall this comment?',
  'comments.recall-consequences':
    'Those who have it will see that it was recalled, when and why, and no longer what it said. Whoever has opened it already has read it. The record keeps it.',
  'comments.recall-joint':
    'This comment is of {states} together. Whoever of them recalls it, recalls it for all of them, without asking the others.',
  'comments.recall-reason': 'Why it is recalled',
  'comments.recall-release':
    '{count, plural, one {Recall the release …} other {Recall all # comments of this release …}}',
  'comments.recall-release-title':
    '{count, plural, one {Recall what this act released?} other {Recall the # comments that were released together?}}',
  'comments.recall-confirm': 'Recall',

  'comments.answer': 'Reply',
  'comments.answer-again': 'Reply anew',
  'comments.outcome': 'What follows from it',
  'comments.answer-reason': 'Reasons',
  'comments.answer-reaches-all': 'everybody who has this version',
  'comments.answer-reason-hint':
    'Needed unless it is taken up. It reaches those who have the comment: {whom}.',
  'comments.answer-save': 'Send the reply',

  'comments.take-up': 'Take up the wording …',
  'comments.take-up-title': 'Take up this wording?',
  'comments.take-up-consequences':
    'The draft is changed where these words stand, the reply “Taken up” is sent to those who have the comment, and the file says whose wording it was: {state}.',
  'comments.take-up-confirm': 'Take up',

  'comments.filter.show': 'Show',
  'comments.filter.all': 'All',
  'comments.filter.mine': 'Ours',
  'comments.filter.inner': 'Inside, not released',
  'comments.filter.unanswered': 'Without a reply',
  'comments.filter.questions': 'Questions',
  'comments.filter.type': 'About',
  'comments.filter.any-type': 'Any type',
  'comments.filter.state': 'Delegation',
  'comments.filter.any-state': 'Any delegation',
  'comments.filter.apply': 'Filter',
  'comments.filter.clear': 'Show all',
  'comments.filter.hidden':
    '{count, plural, one {# thread is} other {# threads are}} hidden by the filter.',
  'comments.empty': 'Nothing has been said about this version that you can see.',
  'comments.empty-about':
    'Comments appear here as soon as they are released to you, without reloading.',
  'comments.held.unsent':
    'The filter would hide this thread. It stays because you have typed something here that was not sent.',
  'comments.held.acted': 'The filter would hide this thread. It stays until the filter is changed.',
  'comments.words-kept':
    'The comment that you were answering or revising has changed. What you had typed stands above the threads.',
  'comments.empty-filter': 'No thread fits the filter.',
  'comments.on-later': 'The comment that this link names stands on version {number}.',
  'comments.not-here':
    'The comment that this link names is not on this page: it may have been discarded, or it is not for you to see.',

  'comments.positions': 'Who stands where',
  'comments.positions-silence':
    'A delegation that has not answered has not answered. Nothing is counted.',
  'comments.positions-others': 'Positions that were stated to others only are not shown.',
  'comments.not-answered': 'has not answered',
  'comments.positions-all': 'All positions and their history',
  'comments.state-position': 'State our position',
  'comments.on-entries': '{count, plural, one {and on # entry} other {and on # entries}}',
  'comments.stale': 'on version {number}; the text has changed since',

  'comments.present': 'Present now',
  'comments.present-people': '{count, plural, one {} other {(#)}}',

  'comments.news.comment': 'New comment from {state}',
  'comments.news.inner': 'New comment inside your delegation',
  'comments.news.answer': '{state} has answered your reply',
  'comments.news.reply': '{state} has replied',
  'comments.news.recalled': '{state} has recalled a comment',
  'comments.news.position': '{state} has stated its position',
  'comments.news.version': 'A new version of this text has been shared',

  'comments.place-shown': '{thread}: its place in the text.',
  'comments.keys': 'Keys',
  'comments.keys-title': 'Keys in this room',
  'comments.keys-next': 'next comment',
  'comments.keys-previous': 'previous comment',
  'comments.keys-compose': 'write a comment, on the chosen words if there are any',
  'comments.keys-release': 'release the comment that has the focus',
  'comments.keys-answer': 'reply to the comment that has the focus',
  'comments.keys-place': 'show its place in the text',
  'comments.keys-help': 'this list',
  'comments.keys-switch': 'Single keys are on',
  'comments.keys-switch-hint':
    'They do nothing while you type. Switch them off where they get in the way of speech input or other aids.',
} as const
