/** Words that must not be in the portal: withheld at once, then purged or restored. */
export const withhold = {
  'withhold.title': 'Withhold what must not be here',
  'withhold.link': 'Withhold words that must not be in the portal',
  'withhold.intro':
    'For what was pasted by mistake and must not be here, as classified information must not. From the moment in which you withhold it nobody reads it any more, on any screen, in any export or sealed record. It is not gone yet: a representative or deputy then purges it, or restores it where it was a mistake.',
  'withhold.not-intro':
    'It is not for a version that was shared too early: recall that. Copies that others printed, exported or noted are theirs to destroy; they are told.',
  'withhold.choose-something': 'Choose what is to be withheld.',
  'withhold.draft': 'The draft',
  'withhold.draft-hint':
    'Its whole log goes along, also words that were deleted. A new draft begins with the lines that you do not choose, and who wrote them is not known any more. Everybody who has it open loses it and what they have not saved.',
  'withhold.draft.none': 'Nothing of the draft',
  'withhold.draft.lines': 'The lines chosen below, and the log',
  'withhold.draft.whole': 'All of it, and the log',
  'withhold.lines': 'Lines of the draft',
  'withhold.lines-hint': 'An entry goes with all that stands in it, also with its destinations.',
  'withhold.versions': 'Versions and notices',
  'withhold.versions-hint':
    'The text, its translations and cover note, and what was quoted of it beside comments and in packs. It keeps its number and its hash.',
  'withhold.translations': 'Courtesy translations',
  'withhold.translation': '{language}, version {number}',
  'withhold.language-versions': 'Entries in other official languages',
  'withhold.language-versions-hint':
    'The text of the entry in that language, as it was brought in then. It is missing there from then on, also in packages that were handed over. What a compilation published is not here: that is in the Official Journal.',
  'withhold.language-version': '{code}, {language}, of {date}',
  'withhold.comments': 'Comments',
  'withhold.comments-hint':
    'With their proposals, what colleagues said about them inside, what was taken up of them, and comments that they were merged with. Replies are acts of their own.',
  'withhold.joints': 'Joint comments',
  'withhold.attachments': 'Attachments',
  'withhold.acts': 'Other acts',
  'withhold.acts-hint':
    'What somebody wrote in them: a title, a reason, the reasons of a position, a step. That it was done stays in the history.',
  'withhold.do': 'Withhold',
  'withhold.confirm-title': 'Withhold this at once?',
  'withhold.consequences':
    'Nobody will read it any more, you neither. Those whom any of it had reached are told that something was withheld. Word documents of this file that somebody is about to bring in are dropped.',
  'withhold.can-be-restored':
    'It can be restored until it is purged; the draft goes on as the new one.',
  'withhold.none': 'There is nothing in this file that you could withhold.',
  'withhold.is': 'What is withheld',
  'withhold.is-none': 'Nothing was withheld.',
  'withhold.of': 'Withheld on {date}',
  'withhold.by': 'Withheld by {who}.',
  'withhold.what': 'What it is',
  'withhold.count.draft': 'The draft, with its log',
  'withhold.count.version': 'Version {number}',
  'withhold.count.translation':
    '{count, plural, one {# courtesy translation} other {# courtesy translations}}',
  'withhold.count.language-version':
    '{count, plural, one {# entry in another language} other {# entries in other languages}}',
  'withhold.count.joint-comment': '{count, plural, one {# joint comment} other {# joint comments}}',
  'withhold.count.comment': '{count, plural, one {# comment} other {# comments}}',
  'withhold.count.attachment': '{count, plural, one {# attachment} other {# attachments}}',
  'withhold.count.act': '{count, plural, one {# other act} other {# other acts}}',
  'withhold.state.open': 'Nobody reads it. It is to be purged or restored.',
  'withhold.state.purged': 'Purged on {date}',
  'withhold.state.restored': 'Restored on {date}',
  'withhold.ended-by': 'By {who}.',
  'withhold.reason': 'Reason',
  'withhold.ordered-by': 'Ordered by',
  'withhold.ordered-by-hint': 'The person or office that ordered it, such as the security officer.',
  'withhold.reason-hint': 'It stays in the record: repeat nothing of what is purged.',
  'withhold.purge': 'Purge',
  'withhold.purge-title': 'Purge it for good?',
  'withhold.purge-intro':
    'What was withheld is then gone from the portal, and nobody can bring it back. Hashes of it stay, so that the record and sealed records still verify.',
  'withhold.purge-lost':
    'Lost with it: all that is listed above, who wrote which words of the draft before it was withheld, and places of comments that were found by the words.',
  'withhold.purge-left':
    'Not gone by it: backups, the write-ahead log of the database and free space on its disks, until the operator has cleared them; exports, letters and copies outside the portal.',
  'withhold.understood': 'I have read what is lost, and that it cannot be taken back',
  'withhold.restore': 'Restore',
  'withhold.restore-title': 'Restore it?',
  'withhold.restore-intro':
    'Where it was withheld by mistake: everything stands again where it stood, and whoever could read it can read it. The draft goes on as it is now; its former log can be read again as of each moment.',
  'withhold.words': 'These words were withheld, or purged. The history says when.',
  'withhold.version':
    'The words of this version were withheld, or purged. It keeps its number and its hash; the history says when and by whom.',
  'withhold.attachment': 'An attachment that was withheld, or purged',
  'withhold.status': 'Words withheld',
  'withhold.draft-began':
    'Words of this draft were withheld on {date}. Its log begins anew then: who wrote what stood before is not known.',
} as const
