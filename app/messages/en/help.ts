export const help = {
  'help.article-10.1':
    'An authorisation is required in another state only where, together, the first state requires an authorisation on the basis of its list, that list was published by the Commission under Article 9(4), and the exporter was informed by the competent authority.',
  'help.article-10.2':
    'The basis ends at the earliest of repeal, expiry, removal from the compilation, or coverage by Annex I. This portal shows that as its reading of the wording. A draft can never be relied on.',
  'help.article-10.title': 'Article 10',
  'help.dates.intro':
    'Each of these is a fact of its own. None follows from another, and one that is not known is shown as not recorded.',
  'help.dates.item.1': 'adopted, by the national act',
  'help.dates.item.2': 'published in the national gazette',
  'help.dates.item.3': 'in force, and for each entry the date from which it applies',
  'help.dates.item.4': 'notified to the Commission and to all other states (Article 9(2))',
  'help.dates.item.5':
    'the measure published in the C series of the Official Journal (Article 9(4), first sentence)',
  'help.dates.item.6':
    'the list in the compilation of national control lists (Article 9(4), second and third sentences)',
  'help.dates.item.7': 'repealed or expired',
  'help.dates.title': 'Dates that are never merged',
  'help.discussing.1':
    'A comment is about words, a point, an entry or the whole version. It can propose other wording: for words, for a point or an entry, something behind one, or taking one out. The text itself is never changed by it.',
  'help.discussing.2':
    'Colleagues talk about a comment inside, and several comments can be made into one before it is released. What one release sent can be taken back in one act; who opened it has read it.',
  'help.discussing.3':
    'States write a joint comment together: one opens it and invites others, they write, and each signs the words as they stand and whom they are to reach. A change of either asks for new signatures. Nobody else knows of it before it is released.',
  'help.discussing.4':
    'The owner takes proposals up one by one or several at once, as they are or with changes, or declines them with a reason. Where the draft has changed since, the three texts stand beside each other, and nothing is overwritten unseen. The file says whose words are in the text.',
  'help.discussing.5':
    'What became of the comments lists, for each delegation, the reply, the words that were taken up and the place in every later version. Whoever raised a comment says whether they are content with the reply or maintain it; where its place could not be found, they or the owner say where it belongs. The compiled table is the same discussion in rows, to filter, to answer in and to take to Word or PDF.',
  'help.discussing.6':
    'A colleague without an account answers in Word: a version that was taken to Word comes back with their comments and tracked changes. They are shown with their places, and come in inside your delegation with the name that the document states. A version can have courtesy translations beside it: the original stays the authentic text, and a comment made in the translation is about the element of the original.',
  'help.discussing.title': 'Comments, proposals and replies',
  'help.drafting.1':
    'A code that is written or pasted becomes a reference to the entry or point that it means: of this text, of a state’s published list or of Annex I. Where that moves, the panel References says so and writes the code anew in one act.',
  'help.drafting.2':
    'Words that lost their place, because another removed or moved at that moment what they were written into, are listed above the draft and put in again by one act.',
  'help.drafting.3':
    'A Word document can be brought into a draft. What will come in and what cannot be taken over is shown first; its comments and changes come along as notes inside.',
  'help.drafting.4':
    'Who wrote which words shows also who deleted what, at any moment of the draft’s life. Parallel drafts of two states can be set beside each other, and home says when they drift apart.',
  'help.drafting.title': 'Drafting',
  'help.intro':
    'What this portal is, what it does not do, and on which sources its words and steps rest. It is not legal advice.',
  'help.keyboard.1':
    'Everything can be done by keyboard. The first stop on each page leads to its content; tables that are wider than the screen can be scrolled with the arrow keys when they have the focus; Escape closes a question without an answer.',
  'help.keyboard.2':
    'What changes while you read is said at the lower edge of the screen and to screen readers, without taking the focus. All times are those of Brussels, and states stand in protocol order; Greece is EL.',
  'help.keyboard.title': 'Keyboard, screen readers, times',
  'help.keys.drafting': 'Keys in the drafting room',
  'help.keys.key': 'Key',
  'help.keys.does': 'What it does',
  'help.keys.note':
    'On Apple’s machines Command takes the place of Ctrl. The single keys of the comments room and of the redline can be switched off there.',
  'help.keys.redline': 'Keys in the redline',
  'help.keys.room': 'Keys in the comments room',
  'help.keys.table': 'Keys in the compiled table',
  'help.keys.title': 'Keys',
  'help.lanes.1':
    'Every delegation has an inner lane: its offices and its drafts of comments. Nobody outside can see it. Yellow hatching marks it.',
  'help.lanes.2':
    'Something leaves the house by one deliberate act of release, by an authorised representative. The screen says beforehand whom it reaches: the owner of the file, the owner and the Commission, named states, or all states and the Commission.',
  'help.lanes.3':
    'What was released is frozen. It is never edited; a newer one supersedes it, or it is recalled and leaves a trace.',
  'help.lanes.title': 'Inside and outside',
  'help.proof.1':
    'Every act is chained by a hash to the one before it. Now and then the portal signs how many acts there are and one hash over all of them: a checkpoint. It says nothing of any act.',
  'help.proof.2':
    'Whoever keeps a checkpoint outside the portal can have the operator show later that nothing up to there was changed, taken out or put in, by the operator either.',
  'help.proof.3':
    'The record of an adoption, of a notification and of a compilation can be taken away sealed. The file holds what you may see of it; the rest is there as hashes that say nothing. Anybody can verify it without the portal, and two delegations that see different parts of it can tell that it is the same record.',
  'help.proof.take': 'Take the newest checkpoint away',
  'help.proof.title': 'How the record can be proven',
  'help.record.1':
    'The portal records, it never vetoes. Adoption can be recorded at any time, whether a draft was shared or not.',
  'help.record.2': 'Silence means nothing. A state that has not answered has not answered.',
  'help.record.3':
    'Where the law sets no number of days, as for notification “without delay”, the portal counts the days that have passed and judges nothing.',
  'help.record.4':
    'Where the law is doubtful, the portal warns and records what the person decides.',
  'help.record.5':
    'Only the national gazettes and the Official Journal are authentic. No button here publishes anything: that something was published is set by a reference and a date.',
  'help.record.6':
    'No licences, exporters, end-users or transactions are kept here; the Dual-Use e-System has those. Of a refusal under Article 10 only its reference there, the entry and the date are kept. Classified information must not be entered.',
  'help.record.title': 'What it records, and what it never does',
  'help.source.act': 'Act',
  'help.source.compilation': 'Compilation of national control lists',
  'help.source.compilation.reference': 'C/2023/441, 20.10.2023, first edition',
  'help.source.compilation.role': 'How the register prints an entry',
  'help.source.force': 'Binding',
  'help.source.no': 'No',
  'help.source.publication': 'Publication with legal effect: a condition of Article 10',
  'help.source.recommendation': 'Commission Recommendation (EU) 2025/683',
  'help.source.recommendation.reference': 'OJ L, 2025/683, 16.4.2025',
  'help.source.recommendation.role':
    'Sharing risks and drafts before adoption. Its recitals were read; its annex is known from summaries only, and what rests on it says so',
  'help.source.reference': 'Reference',
  'help.source.regulation': 'Regulation (EU) 2021/821',
  'help.source.regulation.reference': 'OJ L 206, 11.6.2021',
  'help.source.regulation.role': 'National controls (Article 9), reliance on them (Article 10)',
  'help.source.role': 'What rests on it here',
  'help.source.white-paper': 'White Paper on export controls',
  'help.source.white-paper.reference': 'COM(2024) 25, 24.1.2024',
  'help.source.white-paper.role': 'Announced better coordination of new national lists (5.3)',
  'help.source.yes': 'Yes, directly applicable',
  'help.sources.caption': 'Acts on which the steps and words of the portal rest',
  'help.sources.title': 'Sources',
  'help.steps.intro':
    'A filled label is a step of Union law, a framed one of national law, a dashed one is voluntary. Each names its source.',
  'help.steps.title': 'Steps and their sources',
  'help.title': 'Help',
  'help.toc': 'On this page',
  'help.what.1':
    'A state files a draft measure. The other states and the Commission read it, comment on it and say where they stand. The state adopts it or not, as it alone decides. The portal records adoption and notification, publication in the Official Journal and the compilation, and the requirements that others impose under Article 10.',
  'help.what.2':
    'The owner writes; everybody else comments or proposes. States that want the same control keep parallel drafts, one legal text each, shown side by side; home says when they drift apart.',
  'help.what.title': 'What this portal is',
} as const
