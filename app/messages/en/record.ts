export const record = {
  'record.title': 'Record and notification',
  'record.page-title': '{reference}: record and notification',

  'record.legal-lane': 'Steps in law',
  'record.legal-lane-intro':
    'Each date is a fact of its own; none follows from another. The Regulation sets no number of days for any of them.',
  'record.law-dates': 'Dates of the steps in law',
  'record.step': 'Step and source',
  'record.date': 'Date',
  'record.elapsed': 'Elapsed',
  'record.elapsed-days': '{days, plural, =0 {today} one {# day} other {# days}}',
  'record.to-come': 'in {days, plural, one {# day} other {# days}}',
  'record.rests-on': 'Act, reference',
  'record.acknowledged': 'Acknowledged',
  'record.sent-to': 'sent to {sent, number} of {all, number} addressees',
  'record.source.9(2)': 'Article 9(2)',
  'record.source.9(3)': 'Article 9(3)',
  'record.source.other': 'Articles 4 to 8, 11, 12, 22 or 23',

  'record.voluntary-lane': 'Voluntary steps',
  'record.voluntary-lane-intro':
    'Early notice and sharing for comments have no legal effect; adoption can be recorded without them.',
  'record.nothing-voluntary': 'Nothing was shared before adoption.',
  'record.recalled': 'recalled',
  'record.open-version': 'Open',

  'record.not-adopted': 'Adoption has not been recorded',
  'record.not-adopted-words':
    'The record begins when the state that owns the file says that it has adopted the measure.',
  'record.adopt': 'Record adoption',
  'record.adopt-intro':
    'Possible at any time, shared or not. The portal records what the state has done under its own law; it does not decide.',
  'record.adopt-dialog': 'Record that the measure has been adopted?',
  'record.adopt-consequences':
    'The draft is frozen as it stands now, becomes the final text and is closed for good, also for colleagues who are writing in it. Adoption is recorded once; it is not taken back.',
  'record.adopt-repeals':
    'From the day on which it enters into force, as soon as that is recorded, {reference} counts as repealed: {title}. Its entries end on that day.',
  'record.adopt-gazetted':
    'With a day of the gazette, the measure and its final text also stand in the public register at once.',
  'record.compared-with':
    'The final text will be compared with version {number}, which was shared last.',
  'record.compared-with-nothing': 'No version was shared, so there is nothing to compare it with.',
  'record.act-title': 'Title of the national act',
  'record.act-title-hint': 'In the language of the act.',
  'record.act-number': 'Number of the act',
  'record.adopted-on': 'Adopted on',
  'record.adopted-on-hint': 'The date of the act, not of its publication.',
  'record.known-already': 'Known already',
  'record.known-already-hint':
    'Leave empty what is not known yet. Each date can be recorded later, on its own.',
  'record.gazette': 'Gazette',
  'record.gazette-hint': 'Such as Staatscourant, BOE, JORF, Bundesgesetzblatt.',
  'record.gazette-reference': 'Number or page',
  'record.gazette-url': 'Link to the gazette',
  'record.gazetted-on': 'Published in the gazette on',
  'record.in-force-on': 'Enters into force on',
  'record.in-force-hint':
    'By national law; before or after notification, also a day to come. What an amendment replaces ends on this day.',

  'record.draft-empty': 'The draft says nothing yet',
  'record.draft-empty-words':
    'Adoption can be recorded all the same; the final text will then be empty.',
  'record.draft-without-entries': 'The draft has no controlled items',
  'record.draft-without-entries-words':
    'A list without entries has nothing to stand in the compilation. Adoption can be recorded all the same.',
  'record.odd-codes':
    '{count, plural, one {# entry has} other {# entries have}} an unusual code or none',
  'record.odd-codes-words':
    'They are kept as they are written. The address in the register and the order of the list follow the code.',
  'record.code-warning.code-missing': 'No code.',
  'record.code-warning.code-not-understood':
    'Not read as a code of a control list or of the tariff.',
  'record.code-warning.code-annex-i-series': 'Numbers of this series stand in Annex I.',
  'record.code-warning.code-series-unknown': 'No source explains this series of numbers.',
  'record.code-warning.code-spelling': 'Not spelled as Annex I spells it.',
  'record.code-warning.code-points': 'Letters and digits of points do not alternate.',

  'record.you-typed': 'What you had entered:',
  'record.submit': 'Record',
  'record.correct-adoption': 'Correct the record of adoption',
  'record.correct-adoption-hint':
    'For what was entered by mistake. The final text stays as it was adopted, and a notification that was made keeps what it said.',
  'record.record-gazette': 'Record publication in the gazette',
  'record.correct-gazette': 'Correct publication in the gazette',
  'record.gazette-dialog': 'Record publication in the gazette?',
  'record.gazette-consequences':
    'The measure and its final text stand in the public register at once, for everybody. The date can be corrected later; the measure stays public.',
  'record.gazette-makes-public':
    'From then on the measure and its final text stand in the public register.',
  'record.record-in-force': 'Record entry into force',
  'record.correct-in-force': 'Correct entry into force',
  'record.record-application': 'Record a later application of single entries',
  'record.application-entries': 'Entries',
  'record.application-hint': 'Those that do not apply from the entry into force of the measure.',
  'record.applicable-from': 'Apply from',
  'record.record-repeal': 'Record repeal',
  'record.correct-end-repeal': 'Correct the end of the measure: it was repealed',
  'record.end-hint':
    'A repeal is a change: Article 9(3) obliges the state to notify it. All entries that still stand end on this day.',
  'record.repeal-dialog': 'Record the repeal?',
  'record.expiry-dialog': 'Record the expiry?',
  'record.end-consequences':
    'All entries that still stand end on that day, in the register too, and the states that rely on them under Article 10 are told. The day can be corrected later; that the measure ends stays.',
  'record.amendment-end':
    'If it ends before it applies, or on that day, it never amended anything: what it would have replaced stands on. If it ends after it applied, what it replaced does not come back by itself; a new act would have to say so.',
  'record.repealed-by': 'Repealed by',
  'record.repealed-on': 'Repealed with effect from',
  'record.end-day-hint': 'The first day on which the measure no longer applies.',
  'record.record-expiry': 'Record expiry without an act',
  'record.correct-end-expiry': 'Correct the end of the measure: it expired',
  'record.expiry-hint':
    'For a measure that ran out by its own terms. Whether Article 9(3) obliges a notification is not settled; one can be prepared.',
  'record.expired-on': 'Expired on',
  'record.record-publication': 'Record publication of the measure in the C series',
  'record.correct-publication': 'Correct publication in the C series',
  'record.publication-dialog': 'Record publication in the C series?',
  'record.publication-consequences':
    'The measure and its final text stand in the public register at once, for everybody. The reference and the date can be corrected later; the measure stays public.',
  'record.publication-hint':
    'Article 9(4), first sentence. Record it once the Official Journal has it; this publishes nothing.',
  'record.record-coverage': 'Compare with Annex I and record coverage',
  'record.correction': 'Why it is corrected',
  'record.correction-hint': 'What was recorded before stays in the history, with this reason.',

  'record.items': 'Controlled items',
  'record.items-intro': 'What the final text brought, changed and ended, entry by entry.',
  'record.no-items': 'The final text has no entries.',
  'record.final-text': 'Final text (version {number})',
  'record.never-shared': 'never shared before adoption',
  'record.compare-final': 'Compare with version {number}, shared last',
  'record.code': 'Code',
  'record.description': 'Description',
  'record.edition': 'Edition',
  'record.change': 'Change',
  'record.change.new': 'new',
  'record.change.changed': 'changed',
  'record.change.ended': 'ended',
  'record.applies-from': 'Applies from',
  'record.not-compiled': 'no',
  'record.end': 'End',
  'record.ended.amended': 'amended',
  'record.ended.repealed': 'repealed',
  'record.ended.expired': 'expired',

  'record.related': 'Changes',
  'record.changes': 'This measure changes',

  'record.notifications': 'Notification',
  'record.notifications-intro':
    'Article 9(2) names two addressees: the Commission and the other Member States, both directly and without delay. The law fixes no channel: the portal makes the pack and records the sending.',
  'record.no-notifications': 'No notification has been prepared.',
  'record.not-to-you': 'none recorded as sent to you',
  'record.none-to-you': 'Nothing is recorded as sent to your delegation.',
  'record.prepare': 'Prepare a notification',
  'record.message': 'Message',
  'record.prepared-on': 'prepared on {date}',
  'record.sent': 'Sent',
  'record.missing': 'Missing content',
  'record.pack-hash': 'SHA-256 of the pack',
  'record.pack-hash-words': 'SHA-256 of the same pack as data: {sha256}',
  'record.open-questions':
    '{count, plural, one {# question} other {# questions}} of the Commission',
  'record.answered-questions': '{count, plural, one {# question} other {# questions}}, answered',

  'record.prepare-intro':
    'The message under {article}, made from the file, for {count, number} addressees: the Commission and the other Member States.',
  'record.reasons': 'Precise reasons',
  'record.reasons-hint':
    'Article 9(2) obliges the state to give them: public security, including the prevention of acts of terrorism, or human rights considerations, and why this measure.',
  'record.items-description': 'Description of the controlled items',
  'record.items-description-list':
    'Obligatory for a national control list. It begins with the codes and headings of the entries.',
  'record.items-description-other': 'Obligatory only where the measure is a list.',
  'record.contact': 'Contact',
  'record.make-pack': 'Make the pack',
  'record.pack-not-sent': 'Nothing is sent by this',
  'record.pack-not-sent-words':
    'The pack is kept as it is made, with its hash. You send it by letter or mail and record to whom it went.',
  'record.pack-items': 'Items',
  'record.pack-items-intro': 'As the pack will list them.',
  'record.scope': 'Destinations and activities',
  'record.all-destinations': 'all destinations outside the customs territory of the Union',
  'record.ends-on': 'Ends on',
  'record.missing-title': 'Something is missing that Article 9(2) asks for',
  'record.missing.text': 'The final text says nothing.',
  'record.missing.items': 'The list has no entries.',
  'record.missing.description': 'The items are not described.',
  'record.missing-words': 'This does not stand in the way; the Commission may ask for it.',

  'record.pack-title': 'Notification under {article}',
  'record.pack-page-title': '{reference}: notification under {article}',
  'record.download-pack': 'Download the pack (JSON)',
  'record.what-became': 'Sent and acknowledged',
  'record.what-became-intro':
    'Each addressee with channel, day and reference, as the state recorded it.',
  'record.addressees': 'Addressees',
  'record.addressees-hint':
    'Those that have not been sent it yet. Take out whom it has not gone to.',
  'record.addressee': 'Addressee',
  'record.not-sent': 'The sending has not been recorded.',
  'record.record-sending': 'Record the sending',
  'record.sending-dialog': 'Record the sending?',
  'record.sending-consequences':
    'Those whom you chose are told at once. From then on they read the notification and the final text, also before the gazette has it. How and when it was sent can be corrected later; to whom stays.',
  'record.correct-sending': 'Correct the record of the sending',
  'record.correct-sending-hint':
    'For what was entered by mistake. To whom it went stays: they know of the measure by it.',
  'record.corrected-addressees-hint': 'Those for whom the same is right.',
  'record.channel': 'Channel',
  'record.channel-hint': 'Such as letter, e-mail, note verbale.',
  'record.sent-on': 'Sent on',
  'record.reference': 'Reference',
  'record.acknowledged-by-commission': 'Acknowledged by the Commission:',
  'record.acknowledged-on': 'Received and acknowledged on',
  'record.record-acknowledgement': 'Record the acknowledgement',
  'record.correct-acknowledgement': 'Correct the acknowledgement',
  'record.missing-intro':
    'Between the Commission and the state that notified; nobody else sees it.',
  'record.no-questions': 'Nothing was asked.',
  'record.asked': 'Asked by the Commission,',
  'record.supplied': 'Supplied,',
  'record.ask': 'Ask for missing content',
  'record.question': 'What is missing',
  'record.question-hint':
    'Article 9(2) obliges the measure, the precise reasons and, for a list, the description of the items.',
  'record.send-question': 'Send the question',
  'record.answer': 'What you supply',
  'record.send-answer': 'Send the answer',
  'record.cover-title': 'Cover',
  'record.cover-article': 'Legal basis',
  'record.cover.9(2)': 'Article 9(2) of Regulation (EU) 2021/821',
  'record.cover.9(3)': 'Article 9(3) of Regulation (EU) 2021/821',
  'record.cover.other': 'Articles 4 to 8, 11, 12, 22 or 23 of Regulation (EU) 2021/821',
  'record.cover-from': 'From',
  'record.cover-to': 'To',
  'record.cover-addressees': 'The European Commission and the other Member States',
  'record.cover-reference': 'File',
  'record.cover-measure': 'Measure',
  'record.cover-changes': 'Changes the measure of file',
  'record.cover-act': 'National act',
  'record.cover-grounds': 'Grounds',
  'record.none-given': 'None given.',
  'record.text-of-measure': 'Text of the measure',

  'record.bad-link': 'Enter a web address that begins with https://.',
  'record.bad-point': 'Enter a point from the code down, such as f.5.',
  'record.gazette-needs-day': 'Enter the day on which the gazette was published.',
  'record.gazette-needs-name': 'Name the gazette.',
  'record.reasons-needed':
    'Give the precise reasons: Article 9(2) obliges the notification to state them.',
} as const
