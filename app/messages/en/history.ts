/** One line an act, in the past tense. */
export const history = {
  'history.acknowledgement-corrected':
    'corrected the acknowledgement of the notification from {formerDay}{formerReference, select, none {} other {, {formerReference},}} to {acknowledgedOn}{reference, select, none {} other {, {reference}}}: {correction}',
  'history.adoption-corrected':
    'corrected the record of adoption from {formerNumber, select, none {} other {{formerNumber}, }}{formerDay} to {actNumber, select, none {} other {{actNumber}, }}{adoptedOn}: {correction}',
  'history.adoption-recorded':
    'recorded adoption of {actNumber, select, none {“{actTitle}”} other {{actNumber}}} on {adoptedOn}',
  'history.word-brought-in': 'brought in the Word document {name}',
  'history.word-note-settled': 'settled a note from a Word document',
  'history.translation-added': 'put a courtesy translation ({language}) beside version {number}',
  'history.translation-withdrawn':
    'withdrew the courtesy translation ({language}) of version {number}: {reason}',
  'history.attachment-added': 'added the attachment {name}',
  'history.attachment-removed': 'removed the attachment {name}',
  'history.comment-discarded': 'discarded a comment before its release',
  'history.comment-recalled': 'recalled a comment',
  'history.comment-released': 'released a comment',
  'history.comment-revised': 'revised a comment before its release',
  'history.comment-written': 'wrote a comment on {provision} inside the delegation',
  'history.comment-on-whole': 'wrote a comment on the text as a whole inside the delegation',
  'history.comments-merged': 'merged {sources} comments into one inside the delegation',
  'history.compilation-recorded': 'recorded the compilation {ojReference} of {publishedOn}',
  'history.record-key-introduced':
    'introduced a key that checkpoints of the record are signed with',
  'history.record-sealed': 'sealed the record of the act',
  'history.day-not-established': 'a day that is not established',
  'history.delegation-settings-changed': 'changed the settings of the delegation',
  'history.details-changed': 'changed the details of the file',
  'history.draft-opened': 'opened the draft',
  'history.entry-application-recorded': 'recorded from when entries apply',
  'history.entry-covered':
    '{extent, select, not {compared {point, select, none {an entry} other {point {point} of an entry}} with Annex I, which does not cover it} partly {recorded that {point, select, none {an entry} other {point {point} of an entry}} is covered in part by {annexICode} of Annex I} other {recorded that {point, select, none {an entry} other {point {point} of an entry}} is covered by {annexICode} of Annex I}}',
  'history.entry-into-force-recorded':
    'recorded entry into force on {inForceOn}{correction, select, none {} other { (a correction: {correction})}}',
  'history.file-opened': 'opened the file {reference}',
  'history.gazette-recorded':
    'recorded publication in the gazette on {gazettedOn}{correction, select, none {} other { (a correction: {correction})}}',
  'history.publication-corrected':
    'corrected where it stands in the Official Journal to {ojReference} of {publishedOn}: {correction}',
  'history.measure-publication-corrected':
    'corrected where the {of, select, compilation {compilation} other {information note}} stands in the Official Journal from {formerReference} of {formerDay} to {ojReference} of {publishedOn}: {correction}',
  'history.information-note-recorded':
    'recorded the information note {ojReference} of {publishedOn}',
  'history.inside-reply-written': 'replied to a comment inside the delegation',
  'history.invitation-accepted': 'joined the delegation',
  'history.joint-comment-invited': 'invited {invited} to a joint comment',
  'history.joint-comment-joined': 'joined a joint comment',
  'history.joint-comment-declined': 'declined to take part in a joint comment',
  'history.joint-comment-left': 'left a joint comment',
  'history.joint-comment-opened': 'opened a joint comment and invited {invited}',
  'history.joint-comment-released': 'released a joint comment of {signatories}',
  'history.joint-comment-signed': 'signed a joint comment, text {documentSeq}',
  'history.joint-comment-unsigned': 'withdrew its signature of a joint comment',
  'history.language-held':
    'said who has {entries, plural, one {# entry} other {# entries}} in hand in {language}',
  'history.language-package-handed-over': 'handed a package over to {recipient} on {handedOn}',
  'history.language-version-withdrawn': 'withdrew the {language} version of an entry: {reason}',
  'history.language-versions-added':
    'brought in the {language} version of {versions, plural, one {# entry} other {# entries}}',
  'history.language-versions-checked':
    'recorded the {language} version of {versions, plural, one {# entry} other {# entries}} as checked',
  'history.language-versions-published':
    'recorded {versions, plural, one {# language version} other {# language versions}} as published in {ojReference}',
  'history.list-compiled':
    '{entries, plural, =0 {recorded that the compilation {ojReference} of {publishedOn} no longer names the list} other {recorded the list in the compilation {ojReference} of {publishedOn}}}',
  'history.measure-expired':
    'recorded expiry on {expiredOn}{correction, select, none {} other { (a correction: {correction})}}',
  'history.measure-in-note':
    '{isNamed, select, no {recorded that the information note {ojReference} of {publishedOn} no longer names the measure} other {recorded the measure in the information note {ojReference} of {publishedOn}}}',
  'history.measure-published':
    'recorded publication in the C series, {ojReference} of {publishedOn}{correction, select, none {} other { (a correction: {correction})}}',
  'history.measure-repealed':
    'recorded repeal on {repealedOn}{correction, select, none {} other { (a correction: {correction})}}',
  'history.measure-withdrawn': 'withdrew the measure',
  'history.merge-undone': 'took merged comments apart again',
  'history.missing-content-asked': 'asked for missing content of the notification',
  'history.missing-content-supplied': 'supplied missing content of the notification',
  'history.national-step-recorded': 'recorded the national step “{title}”',
  'history.notice-given': 'gave early notice, version {number}',
  'history.notice-written': 'wrote the early notice',
  'history.notification-acknowledged': 'acknowledged the notification on {acknowledgedOn}',
  'history.notification-prepared': 'prepared a notification',
  'history.notification-sent': 'recorded the sending of the notification',
  'history.parallel-draft-linked': 'linked the parallel draft {otherReference}',
  'history.person-changed': 'changed the details of a person',
  'history.person-deactivated': 'ended the access of a person',
  'history.person-invited': 'invited {name}',
  'history.position-stated': 'stated a position',
  'history.refusal-recorded': 'recorded the refusal {duesReference} under Article 10(2)',
  'history.reply-answered':
    '{answer, select, content {was content with a reply} other {maintained a comment after a reply}}',
  'history.reply-given': 'replied to a comment',
  'history.requirement-ended': 'recorded the end of an Article 10 requirement',
  'history.requirement-recorded': 'recorded an Article 10 requirement',
  'history.role-ended': 'ended a role',
  'history.role-granted': 'granted a role',
  'history.sending-corrected':
    'corrected the sending of the notification to {addressees} from {formerChannel}, {formerDay}{formerReference, select, none {} other {, {formerReference},}} to {channel}, {sentOn}{reference, select, none {} other {, {reference}}}: {correction}',
  'history.sessions-ended': 'ended the sessions of a person',
  'history.thread-placed': 'said where a comment belongs in the text',
  'history.threads-carried': 'carried the threads over to version {number}',
  'history.version-recalled': 'recalled version {number}',
  'history.version-shared': 'shared version {number} for comments',
  'history.wording-taken-up': 'took up a proposed wording',
  'history.content-withheld': 'withheld content of the file, which nobody reads any more',
  'history.withheld-restored': 'restored content that had been withheld',
  'history.withheld-purged': 'purged content that had been withheld, for good',
  'history.invitation-withdrawn': 'withdrew an invitation',
  'history.portal': 'The portal',
} as const
