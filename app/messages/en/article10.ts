export const article10 = {
  'article10.title': 'Article 10 desk',
  'article10.intro':
    'Requirements that your state imposes by reference to a published entry of another state, and refusals. There is no act of adopting the list of another state: a requirement is for one export whose exporter was informed.',
  'article10.choose-entry': 'Choose a published entry',
  'article10.ours': 'Requirements of your state',
  'article10.ours-intro': 'Never public; others see them only where you told them.',
  'article10.none-of-ours': 'Your state has recorded no requirement.',
  'article10.told-to-us': 'Requirements that others told of',
  'article10.told-to-us-intro':
    'Article 10(3): others inform where appropriate, and you give it due consideration.',
  'article10.none-told': 'No other delegation has told of a requirement.',
  'article10.lacking.ended':
    '{count, plural, one {# requirement of your state has} other {# requirements of your state have}} no basis any more',
  'article10.lacking.unrecorded':
    'The basis of {count, plural, one {# requirement} other {# requirements}} of your state cannot be shown',
  'article10.lacking.not-yet':
    '{count, plural, one {# requirement of your state has} other {# requirements of your state have}} no basis yet',
  'article10.lacking-words.unrecorded':
    'The compilation names what they rest on, but its entry into force is not recorded here. They stand until you end them.',
  'article10.lacking-words.not-yet':
    'What they rest on is not in force yet, or the compilation does not name it. They stand until you end them.',
  'article10.lacking-words.ended':
    'What they rest on was repealed, amended, removed or taken over by Annex I. They stand until you end them.',

  'article10.relying': 'State',
  'article10.entry': 'Entry',
  'article10.exporter-informed': 'Exporter informed',
  'article10.customs-informed': 'Customs informed',
  'article10.told': 'Others informed',
  'article10.nobody': 'nobody',
  'article10.basis': 'Basis today',
  'article10.lack.ended': 'no basis any more',
  'article10.lack.unrecorded': 'cannot be shown',
  'article10.lack.not-yet': 'no basis yet',
  'article10.ended': 'ended on {date}',
  'article10.more': 'More',
  'article10.open': 'Open',
  'article10.open-or-end': 'Open, end',
  'article10.recorded': 'Recorded',
  'article10.source.10-1': 'Article 10(1)',
  'article10.source.10-3': 'Article 10(3)',

  'article10.rely': 'Rely on a published entry',
  'article10.rely-on': 'Rely on {code}',
  'article10.entry-text': 'Text of the entry',
  'article10.in-register': 'Open in the register',
  'article10.own-entry': 'This is an entry of your own state',
  'article10.not-published': 'Not possible: the Commission has not published this entry',
  'article10.not-published-words':
    'Article 10(1)(b) asks for a list published under Article 9(4). On a draft or an unpublished list nothing can rest.',
  'article10.not-for-you': 'Recording is for authorised representatives',
  'article10.doubtful': 'The law is doubtful',
  'article10.doubtful-words': 'You can record it all the same; the doubt is recorded with it.',
  'article10.warning.prohibition-is-no-authorisation-requirement':
    'The issuer prohibits the export; on the wording, that is no authorisation requirement (Article 10(1)(a)).',
  'article10.warning.requirement-outside-a-list':
    'The measure is no national control list (Article 10(1)(a)).',
  'article10.warning.not-in-compilation':
    'Only the measure is in the C series; the compilation has never named the entry (Article 10(1)(b)).',
  'article10.warning.informed-before-publication':
    'The exporter was informed before the entry was published.',
  'article10.warning.not-in-force': 'The entry is not recorded as in force on that day.',
  'article10.warning.ended-amended':
    'The entry was amended; only what is both in force and published counts.',
  'article10.warning.ended-repealed': 'The measure was repealed.',
  'article10.warning.ended-expired': 'The measure or the entry expired.',
  'article10.warning.ended-removed': 'The compilation no longer names the entry.',
  'article10.warning.ended-covered':
    'Annex I covers the entry; Article 10 is about items that are not listed there.',
  'article10.warning.partly-covered': 'Annex I covers a part of the entry.',
  'article10.warning.customs-informed-before-exporter':
    'Customs was informed before the exporter, with whom the requirement begins (Article 10(1)(c)).',

  'article10.requirement': 'Requirement under Article 10',
  'article10.requirement-intro':
    'One requirement for one exporter that your authority has informed.',
  'article10.exporter-informed-on': 'Exporter informed on',
  'article10.exporter-hint': 'The day only. Whom you informed is not recorded here and not asked.',
  'article10.customs-informed-on': 'Customs and other national authorities informed on',
  'article10.customs-hint': 'Article 10(3): without delay.',
  'article10.informed': 'Whom you inform of it',
  'article10.informed-hint':
    'Article 10(3) leaves to you where it is appropriate to inform the other states and the Commission.',
  'article10.informed.nobody': 'Nobody',
  'article10.informed.commission': 'The Commission',
  'article10.informed.named': 'Named delegations',
  'article10.informed.all': 'All Member States and the Commission',
  'article10.delegations': 'Named delegations',
  'article10.information-reason': 'Why you inform them, or why nobody',
  'article10.information-reason-hint': 'Seen by those who see the requirement.',
  'article10.information': 'What you tell them',
  'article10.information-needed': 'Say what you tell the others.',
  'article10.no-exporter':
    'No exporter, no end-user, no transaction: these belong in the Dual-Use e-System.',
  'article10.record-requirement': 'Record the requirement',

  'article10.refusal': 'Refusal under Article 10(2)',
  'article10.refusal-intro': 'A refused authorisation reaches the Commission and all other states.',
  'article10.refusal-dialog': 'Record the refusal?',
  'article10.refusal-consequences':
    'The Commission and all other states are told the reference, the entry and the day. It is not taken back; what must not be in the portal can be withheld from its file.',
  'article10.refusals': 'Refusals',
  'article10.refusals-intro':
    'Of all states: the reference in the Dual-Use e-System, the entry and the day.',
  'article10.no-refusals': 'No refusal has been recorded.',
  'article10.refused-by': 'State',
  'article10.refused-on': 'Refused on',
  'article10.dues-reference': 'Reference in the Dual-Use e-System',
  'article10.dues-reference-form':
    'Give the reference alone: letters, digits, full stops, slashes and hyphens, with no spaces, such as DE/2026/17.',
  'article10.record-refusal': 'Record the refusal',

  'article10.end': 'End the requirement',
  'article10.end-intro':
    'Those whom you told of it see that it ended, and why. It stays in the history.',
  'article10.ended-on': 'Ended on',
  'article10.end-reason': 'Why it ends',
} as const
