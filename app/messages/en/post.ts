export const post = {
  'post.act.adoption-recorded':
    '{count, plural, one {Adoption recorded} other {Adoptions recorded}}',
  'post.act.comment-recalled':
    '{count, plural, one {Comment recalled} other {# comments recalled}}',
  'post.act.comment-released':
    '{count, plural, one {Comment released} other {# comments released}}',
  'post.act.compilation-recorded': 'Compilation recorded as published in the Official Journal',
  'post.act.information-note-recorded':
    'Information note recorded as published in the Official Journal',
  'post.act.joint-comment-invited':
    '{count, plural, one {Invitation to a joint comment} other {# invitations to joint comments}}',
  'post.act.joint-comment-opened':
    '{count, plural, one {Invitation to a joint comment} other {# invitations to joint comments}}',
  'post.act.joint-comment-released':
    '{count, plural, one {Joint comment released} other {# joint comments released}}',
  'post.act.entry-covered':
    '{count, plural, one {Entry} other {# entries}} on which you rely recorded as covered by Annex I',
  'post.act.measure-expired': 'Measure on which you rely recorded as expired',
  'post.act.measure-repealed': 'Measure on which you rely recorded as repealed',
  'post.act.content-withheld': 'Content withheld: use no copy of it',
  'post.act.withheld-purged': 'Content purged: destroy every copy of it',
  'post.act.measure-withdrawn': 'File withdrawn before adoption',
  'post.act.missing-content-asked':
    '{count, plural, one {Missing content asked for} other {Missing content asked for, # questions}}',
  'post.act.missing-content-supplied':
    '{count, plural, one {Missing content supplied} other {Missing content supplied, # answers}}',
  'post.act.notice-given': 'Early notice given',
  'post.act.notification-acknowledged': 'Notification acknowledged',
  'post.act.notification-sent': 'Notification under Article 9 recorded as sent to you',
  'post.act.position-stated': '{count, plural, one {Position stated} other {# positions stated}}',
  'post.act.refusal-recorded':
    '{count, plural, one {Refusal} other {# refusals}} under Article 10 recorded',
  'post.act.publication-corrected':
    'Where it stands in the Official Journal corrected: your measures are in it, or you rely on what is',
  'post.act.reply-given':
    '{count, plural, one {Reply to your comment} other {# replies to your comments}}',
  'post.act.reply-answered':
    '{count, plural, one {Answer to your reply} other {# answers to your replies}}',
  'post.act.requirement-ended':
    '{count, plural, one {Requirement} other {# requirements}} under Article 10 recorded as ended',
  'post.act.requirement-recorded':
    '{count, plural, one {Requirement} other {# requirements}} under Article 10 recorded',
  'post.act.version-recalled': 'Version recalled',
  'post.act.version-shared': 'Version shared for comments',

  'post.column.act': 'Act',
  'post.column.date': 'Date',
  'post.column.reference': 'Reference',
  'post.column.sender': 'Sender',

  'post.crumb.home': 'Home',

  'post.intro':
    'What others did that concerns your delegation: who, in which file, what kind of act, when. Mail never holds anything of the content; to read that, one signs in.',

  'post.letter.at-once': 'At once, {date}',
  'post.letter.digest': 'Digest of {date}',

  'post.mail.closing':
    'This message holds nothing of what was said. To read it, sign in to Concert. Only the national gazettes and the Official Journal of the European Union are authentic.',
  'post.mail.footer': 'Sent by Concert to {delegation}. Please do not answer this message.',
  'post.mail.line': '{date} · {sender} · {act}',
  'post.mail.opening.at-once': 'This could not wait for the digest of the day.',
  'post.mail.opening.digest': 'What others did since the last digest:',
  'post.mail.subject': '[Concert] {reference}: {act} ({sender})',
  'post.mail.subject-many':
    '[Concert] {acts, plural, one {# act} other {# acts}} in {files, plural, one {# file} other {# files}}',

  'post.received.empty': 'No post yet',
  'post.received.empty-words':
    'The first letter appears here when a digest has been made, or when something could not wait for it.',
  'post.received.title': 'Received',

  'post.settings.at-once':
    'At once when a version or a comment is recalled, when a notification is recorded, and when comments are requested by tomorrow or sooner.',
  'post.settings.digest': 'Everything else comes in one digest a day, at {time}.',
  'post.settings.given-up':
    '{count, plural, one {One letter} other {# letters}} could not be delivered to a mailbox',
  'post.settings.given-up-words':
    'Every attempt failed or the address may no longer be used. Nothing is lost: what they said is on this page.',
  'post.settings.mailbox': 'Functional mailbox',
  'post.settings.mailbox-none': 'None is set',
  'post.settings.mailbox-who': 'The administrator of your delegation sets it.',
  'post.settings.mailbox-edit': 'Change it under People',
  'post.settings.not-sent': 'Mail is shown here only',
  'post.settings.not-sent-words':
    'No mail server is set for this installation, so that no message leaves it. This page shows what your mailboxes would receive.',
  'post.settings.own': 'Your own address',
  'post.settings.own-hint':
    'For this post only. Leave it empty and you get none besides the functional mailbox.',
  'post.settings.own-save': 'Save',
  'post.settings.people': 'People who get it at an address of their own',
  'post.settings.title': 'How post reaches you',
  'post.settings.when': 'When',

  'post.title': 'Post',

  'post.waiting.empty': 'Nothing waits',
  'post.waiting.empty-words': 'The next digest is made at {time} when there is something to tell.',
  'post.waiting.intro': 'It is made on {date}. Until then it may grow.',
  'post.waiting.title': 'Next digest',
} as const
