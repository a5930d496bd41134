/** What a screen says when an act was refused: what is so, and what can be done. */
export const refusals = {
  'refusals.already-adopted':
    'Adoption of this measure has already been recorded. Look at the record before you go on.',
  'refusals.already-recorded': 'This has already been recorded. Nothing was recorded twice.',
  'refusals.already-released':
    'This has already been released. What was released is not changed; write a new one that supersedes it.',
  'refusals.already-repealed': 'The repeal of this measure has already been recorded.',
  'refusals.already-shared':
    'Others hold a version of this file. Its kind and original language stay what they were then.',
  'refusals.already-taken-up':
    'The reply says already that this was taken up. If it is to come into the draft again, give another reply first.',
  'refusals.audience-too-wide':
    'This would reach delegations that have not been given the text itself. Choose a narrower audience.',
  'refusals.changes-another':
    'An amendment or a repeal has no line of its own: it changes that of the measure which it changes.',
  'refusals.comment-recalled': 'This comment was recalled by the delegation that released it.',
  'refusals.contradictory-intentions':
    'Choose one of these at most: the same control exists, is planned, or is not planned. Where entries differ, state a position on each.',
  'refusals.date-after-what-followed':
    'Something that follows adoption is recorded for an earlier day. If that is wrong too, correct it first.',
  'refusals.date-after-acknowledgement':
    'This date lies after the day on which the Commission acknowledged it. If that day is wrong, the Commission corrects it first.',
  'refusals.date-before-adoption': 'This date lies before the date of adoption.',
  'refusals.date-before-sending': 'This date lies before the day on which it was sent.',
  'refusals.date-in-the-future': 'This date lies in the future. Record it when it has happened.',
  'refusals.date-in-the-past': 'This date has passed. Choose today or a later date.',
  'refusals.document-closed':
    'This text is no longer open for writing. Your words are still on your screen, so that you can copy them.',
  'refusals.draft-changed':
    'The draft has changed since this page was made. Look at it, then say again what is to become of its words.',
  'refusals.file-needed': 'Choose a file.',
  'refusals.word-not-a-document':
    'This is no Word document (DOCX). A document of an older Word can be saved as one there.',
  'refusals.word-damaged':
    'This Word document is damaged or broken off. Open it in Word and save it again.',
  'refusals.word-too-large':
    'This Word document holds more than a draft can: at most 16 MB, 20 000 paragraphs and 2 million characters.',
  'refusals.word-too-many-notes':
    'This Word document holds more than 2 000 comments and tracked changes. Settle some of them in Word, or bring it in part by part.',
  'refusals.word-too-deep':
    'Parts of this Word document stand inside each other deeper than any document needs.',
  'refusals.word-entities':
    'This Word document declares entities of its own, which no word processor does. It was not read.',
  'refusals.word-encrypted':
    'This document has a password. Save it without one; what may not be here goes by another channel.',
  'refusals.word-took-too-long':
    'Reading this Word document took too long, and was stopped. Other documents may be waiting: try once more.',
  'refusals.word-without-origin':
    'This Word document does not say that it was exported from here, so that its answers have no place in this version. Answers come back in the file that was exported.',
  'refusals.language-of-the-original':
    'This is the language of the version itself. Choose the language into which it was translated.',
  'refusals.word-of-another-file':
    'This Word document was exported from another file. Bring its answers in there.',
  'refusals.word-of-another-version':
    'This Word document was not exported from a version of this file on which you can comment.',
  'refusals.table-unreadable':
    'This is no Word document and no table of this page. Save a table as CSV in UTF-8, with the columns “entry”, “element”, “original” and “translation”.',
  'refusals.table-too-large': 'This table is too large: 4 MB at most.',
  'refusals.no-entry-in-it':
    'No entry of this list was found in it. Entries are found by their codes in a Word document, and by the first two columns in a table.',
  'refusals.differences-left':
    'The concordance finds differences in what you chose. Say why it is right all the same, or have it changed first.',
  'refusals.date-before-corrected': 'A corrigendum is not older than what it corrects.',
  'refusals.places-missing':
    'Lines or points of the act are missing in what you chose. They can only be brought in with another text; no reason makes up for them.',
  'refusals.gaps-left':
    'Not every language is complete. Say why the package is handed over all the same.',
  'refusals.nothing-to-hand-over': 'The next compilation names no entry yet.',
  'refusals.nothing-in-it': 'There is nothing new in this Word document.',
  'refusals.file-too-large': 'The file is too large.',
  'refusals.file-type-refused':
    'Files of this type are not accepted. Choose a PDF, a Word document (DOCX) or an image.',
  'refusals.invalid-input': 'Some of what you entered could not be accepted. See the fields below.',
  'refusals.intention-of-a-state':
    'Only a Member State can intend this. Say it by the position and its reasons.',
  'refusals.invitation-expired':
    'This invitation is no longer valid. Ask your administrator for a new one.',
  'refusals.invitation-used':
    'This invitation has already been used. Ask your administrator for a new one.',
  'refusals.known-elsewhere':
    'You already act for another delegation. Its administrator has to end that first.',
  'refusals.last-administrator':
    'A delegation keeps at least one administrator. Name another one first.',
  'refusals.joint-alone':
    'Only your delegation is left. Write it as a comment of your own, or invite others.',
  'refusals.signatures-missing':
    'Not everybody who takes part has signed this text. Each signature has to be on the same words, to reach the same delegations.',
  'refusals.text-changed':
    'The text, or whom it reaches, has changed since you opened this page. Read it again as it is now.',
  'refusals.text-too-long':
    'This text has more than 20 000 characters, which a comment cannot have. Shorten it.',
  'refusals.merged':
    'This comment was merged into another one, so it stays as it is. Revise or release that one.',
  'refusals.no-addressees': 'Choose at least one delegation.',
  'refusals.no-proposed-wording': 'This comment proposes no wording that could be taken up.',
  'refusals.no-such-point':
    'The entry has no such point. Choose one of its points, or the whole entry.',
  'refusals.not-a-list': 'Only a national control list has entries and a place in the compilation.',
  'refusals.not-allowed': 'Your role does not allow this.',
  'refusals.not-found': 'There is nothing at this address that you may see.',
  'refusals.not-gazetted':
    'Publication in the national gazette has not been recorded. Record it first.',
  'refusals.not-in-this-stage': 'This is not possible at the stage that the file has reached.',
  'refusals.not-known-here':
    'You are not known here. Ask the administrator of your delegation for an invitation.',
  'refusals.not-notified': 'Notification has not been recorded. Record it first.',
  'refusals.not-published':
    'This entry has not been published by the Commission under Article 9(4), so Article 10 gives no basis.',
  'refusals.not-released': 'This has not been released.',
  'refusals.not-signed-in': 'Sign in first.',
  'refusals.nothing-to-share': 'There is no text to share yet.',
  'refusals.own-grants':
    'Nobody grants a role to themself. Another administrator of your delegation can do it.',
  'refusals.own-release':
    'You are a drafter yourself, and nobody gives themself the power to release. Another administrator of your delegation can do it.',
  'refusals.other-sender':
    'Somebody else has signed in in this browser since this page was opened. Nothing was sent in their name. Sign in as yourself again, then send it again.',
  'refusals.not-yet-sealed':
    'The record of this act is sealed with the next checkpoint, within a minute. Ask for it again then.',
  'refusals.papers-waiting':
    'Many others are waiting for papers as PDF at the moment, so this one was not made. Try again in a minute.',
  'refusals.other-reply':
    'The owner has given another reply meanwhile. Read it first; it stands above.',
  'refusals.placed': 'Its place in the text is known by now: see above.',
  'refusals.period-needed': 'A deputy and a chair act for a period. Say which day is the last one.',
  'refusals.provider-unreachable':
    'The identity provider does not answer at the moment. Try again in a few minutes.',
  'refusals.reasons-needed': 'Reasons are needed here. Say what this rests on.',
  'refusals.rights-withdrawn':
    'Your rights were changed while this was being sent, so nothing was recorded. Ask the administrator of your delegation.',
  'refusals.role-not-here': 'People of this delegation cannot have this role.',
  'refusals.sent-to-some':
    'To some of these another sending is already recorded: the table above says to whom, how and when. Nothing was recorded. Take them out, or correct that sending.',
  'refusals.sent-before':
    'This form was recorded before with other content, so nothing was changed. Look at what was recorded; to have this recorded as well, send it once more.',
  'refusals.second-factor-missing':
    'The identity provider did not say that you showed a second factor. Nothing has changed: you are signed in as before.',
  'refusals.second-factor-needed':
    'Adoption closes the draft for good, so it asks you to have shown a second factor in the last ten minutes. Nothing was recorded, and what you entered is kept below.',
  'refusals.session-ended':
    'Your session has ended, so nothing was sent. Sign in in another tab, then send it again from here.',
  'refusals.sign-in-interrupted':
    'This sign-in was not begun in this browser, or it took too long. Begin again.',
  'refusals.sign-in-refused':
    'The answer of the identity provider could not be accepted. Nobody was signed in.',
  'refusals.somebody-else':
    'Somebody else signed in there than the person who is signed in here. Nothing has changed.',
  'refusals.stale-form':
    'The file has changed since you opened this page. What you entered is kept below: compare it with the file as it is now and send it again.',
  'refusals.supersede-apart':
    'These take the places of different released comments. One comment can take the place of one only: merge them apart.',
  'refusals.superseded': 'A newer one has taken the place of this. Answer the newer one.',
  'refusals.too-many-attempts': 'There were too many attempts. Wait a few minutes and try again.',
  'refusals.too-many-fields': 'This has more fields than any form of the portal.',
  'refusals.malformed-address':
    'This address cannot be read: something in it is no character, such as a percent sign that stands alone. It may have been cut off or changed on the way. Look at where you have it from.',
  'refusals.unreadable-form':
    'What was sent could not be read as a form, so nothing was recorded. Load the page again and send it once more.',
  'refusals.is-public':
    'This is public in the gazette or the Official Journal, so it cannot be withheld here.',
  'refusals.already-withheld': 'All of this is withheld already.',
  'refusals.withheld-since':
    'More of this file was withheld since. Restore what was withheld last first, if it is to be restored.',
  'refusals.version-recalled': 'This version was recalled by the delegation that shared it.',
  'refusals.nothing-proposed': 'This says what stands there already.',
  'refusals.proposals-collide':
    'Some of these proposals change the same words, so nothing was put in. Take up one of those that collide, or choose others.',
  'refusals.told-in-words':
    'This proposal is told in words: it is not for words of one point, so no act can put it in. Change the draft by hand and reply.',
  'refusals.wording-changed':
    'The passage in the draft has changed, so the proposed wording cannot be put in by itself. Change the draft by hand and reply.',
} as const
