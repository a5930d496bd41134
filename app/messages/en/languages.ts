export const languages = {
  'languages.title': 'Languages',
  'languages.intro':
    'The compilation is published in all official languages (Article 9(4)). A language version is of one edition of an entry: while that stands, the next compilation takes over what was translated and checked.',
  'languages.matrix': 'Entries that are ready, by list and language',
  'languages.matrix-intro':
    'Ready are entries in the language of their act, and those whose version was checked or published. Lists in protocol order of the states, languages by their own names.',
  'languages.list': 'List',
  'languages.all': 'Next compilation',
  'languages.cell':
    '{unchecked, plural, =0 {} one {, # not checked} other {, # not checked}}{missing, plural, =0 {} one {, # missing} other {, # missing}}',
  'languages.cell-name': 'ready in {language}',
  'languages.of-all': '{complete, number} of {languages, number} languages complete',
  'languages.not-complete': '{complete, number} of {languages, number} languages, not complete',
  'languages.complete': 'Complete in {languages, number} languages',
  'languages.complete-one': 'complete',
  'languages.not-complete-one': 'not complete',
  'languages.entries': '{count, plural, one {# entry} other {# entries}}',
  'languages.nothing': 'Nothing to translate yet',
  'languages.nothing-words':
    'Entries stand here once a list with them was notified or published and has not ended.',

  'languages.state.original': 'original',
  'languages.state.missing': 'missing',
  'languages.state.draft': 'draft',
  'languages.state.checked': 'checked',
  'languages.state.published': 'published',

  'languages.of-list': 'Languages of {reference}',
  'languages.of-list-intro':
    'How far each language version of this list is. The Commission sees to them; the state whose list it is sees how far they are.',
  'languages.language': 'Language',
  'languages.ready': 'Ready',
  'languages.unchecked': 'Not checked',
  'languages.missing': 'Missing',
  'languages.held-by': 'Held by',
  'languages.nobody': 'nobody',
  'languages.holder-of': '{state}: {name}',
  'languages.somebody-of': 'somebody of {state}',
  'languages.is-original': 'language of the act',
  'languages.not-offered':
    '{count, plural, one {# of these entries is not in force yet} other {# of these entries are not in force yet}}, and not named by the next compilation.',

  'languages.in-language-title': '{reference} in {language}',
  'languages.entry': 'Entry',
  'languages.heading': 'Heading',
  'languages.state': 'State',
  'languages.concordance': 'Concordance',
  'languages.found':
    '{differences, plural, =0 {no difference} one {# difference} other {# differences}}{unread, plural, =0 {} one {, # not read} other {, # not read}}',
  'languages.to-come': 'not in force yet',

  'languages.download.original': 'The act’s own text (Word)',
  'languages.download.text': 'This language (Word)',
  'languages.download.table': 'Table of lines (CSV)',

  'languages.upload': 'Bring a text in',
  'languages.upload-intro':
    'A Word document with entries of this list, or the table of lines. Entries are found by their codes, points by their letters. What comes in is shown beside the list first.',
  'languages.file': 'Word document (DOCX) or table (CSV)',
  'languages.file-hint':
    'Best made from the text or the table above. A table keeps its first two columns, and its column “original”, as they are. At most 8 MB.',
  'languages.look': 'See how it stands beside the list',
  'languages.rows-refused':
    'Nothing of this table was taken: the rows named below do not belong to this list.',
  'languages.rows-refused-title': 'Rows that do not belong',
  'languages.row': 'Row {row, number}',
  'languages.row.unknown': 'no line of this list has these ids',
  'languages.row.other-original':
    'its column “original” says something else than the act: rows may have slipped',
  'languages.row.twice': 'its line came before',

  'languages.preview': 'How it stands beside the list',
  'languages.preview-of': '{name}, {language}',
  'languages.preview-matched':
    '{count, plural, one {# entry of the list is in it.} other {# entries of the list are in it.}}',
  'languages.untouched': 'Not in it',
  'languages.untouched-intro': 'These entries stay what they are.',
  'languages.untouched-none': 'All entries of the list are in it.',
  'languages.without': 'In no entry of the list',
  'languages.without-none': 'Everything in it has its place.',
  'languages.without-intro': 'This would not come in.',
  'languages.add': 'Bring it in as a draft',
  'languages.add-title': 'Bring in the {language} version?',
  'languages.add-consequences':
    'Each entry in it becomes a draft in this language. It is seen by the Commission and by the state whose list it is, and becomes published by the Official Journal alone.',
  'languages.add-supersedes':
    '{count, plural, one {The text of # entry takes the place of one that stands there, checked or not.} other {The texts of # entries take the place of those that stand there, checked or not.}}',
  'languages.another': 'Another file',

  'languages.hold': 'Say who holds it',
  'languages.holder': 'Held by',
  'languages.holder-hint':
    'An officer or a service of the Commission, or an office of the state whose list it is.',
  'languages.choose-entries': 'Entries',

  'languages.check': 'Record as checked',
  'languages.check-intro':
    'What you looked at. A text that comes in afterwards is a draft again. Where the concordance finds differences, say why it is right all the same. A text that lacks a line or a point of the act is never checked.',
  'languages.check-versions': 'Language versions',
  'languages.check-version': '{code}: {found}',
  'languages.check-reason': 'Why it is right all the same',
  'languages.check-title': 'Record these as checked?',
  'languages.check-consequences':
    'They count as ready for the next compilation, and as published once one that names their entries is recorded from the Official Journal.',
  'languages.places-missing': 'Missing in this language',
  'languages.places-missing-more': '{count, plural, one {and # more} other {and # more}}',
  'languages.with-gaps':
    '{count, plural, one {# text lacks lines or points of the act. It is checked when another one that has them came in.} other {# texts lack lines or points of the act. They are checked when others that have them came in.}}',
  'languages.nothing-to-check': 'There is no draft to check.',
  'languages.reason-was': 'Checked with differences: {reason}',

  'languages.withdraw': 'Withdraw this text',
  'languages.withdraw-reason': 'Reason',
  'languages.withdraw-title': 'Withdraw this language version?',
  'languages.withdraw-consequences':
    'The entry is missing in this language then. That a text was there, and why not any more, stays in the record.',

  'languages.entry-in': '{code} in {language}',
  'languages.entry-title': '{code} of {reference} in {language}',
  'languages.lines': 'Line by line',
  'languages.place': 'Place',
  'languages.original-in': '{language}, as in the act',
  'languages.no-text': 'No text in this language has come in yet.',
  'languages.destinations': 'Destinations',
  'languages.published-in':
    'Published in the compilation {reference} of {date}, as it was checked by then.',
  'languages.published-other': 'The text below came in since.',
  'languages.previous': 'Previous entry: {code}',
  'languages.next': 'Next entry: {code}',

  'languages.concordance-none':
    'Codes, points, numbers, operators, units and formulae are equal as far as they could be read.',
  'languages.concordance-found':
    '{count, plural, one {# difference from the act} other {# differences from the act}}',
  'languages.concordance-unread':
    '{count, plural, one {Not read in # place: look at it yourself} other {Not read in # places: look at them yourself}}',
  'languages.concordance-about':
    'Words are not compared. An operator in words is read where the words of the language are known for certain; a unit that is not known, and a number that can be read in two ways, are never taken for equal.',
  'languages.concordance-signs-only':
    'Of {language} no words for operators are known here: signs, numbers, units and codes are compared, and an operator in words is not.',
  'languages.in-act': 'in the act',
  'languages.in-translation': 'in the translation',
  'languages.none-there': 'nothing of the kind',
  'languages.kind.missing': 'missing in the translation',
  'languages.kind.extra': 'not in the act',
  'languages.kind.paragraphs': 'another number of paragraphs',
  'languages.kind.logic': 'points hang together otherwise',
  'languages.kind.code': 'another code',
  'languages.kind.number': 'another number',
  'languages.kind.separator': 'comma or point',
  'languages.kind.exponent': 'another power of ten',
  'languages.kind.operator': 'another operator',
  'languages.kind.unit': 'another unit',
  'languages.kind.formula': 'another formula or designation',
  'languages.unread.number': 'number',
  'languages.unread.operator': 'operator',
  'languages.unread.unit': 'unit',

  'languages.packages': 'Packages handed over',
  'languages.packages-intro':
    'What was handed over to the Publications Office, as it was on the day. What comes in afterwards is in none of them.',
  'languages.no-packages': 'No package has been handed over yet.',
  'languages.package': 'Package',
  'languages.package-of': 'Package of {date}',
  'languages.handed-on': 'Handed over on',
  'languages.recipient': 'To',
  'languages.recipient-default': 'Publications Office of the European Union',
  'languages.reference': 'Reference',
  'languages.reference-hint': 'Such as the number of the letter.',
  'languages.completeness': 'Completeness',
  'languages.hand-over': 'Hand a package over',
  'languages.hand-over-intro':
    'The entries of the next compilation as it would be today, in every official language, with what is missing. Record it when it has gone.',
  'languages.gaps-intro':
    'Languages in which an entry is missing or not checked. The package can be handed over all the same, with the reason; it never counts as complete.',
  'languages.no-gaps': 'Every entry is ready in every language.',
  'languages.gaps-reason': 'Why it is handed over with gaps',
  'languages.hand-over-title': 'Record that this package was handed over?',
  'languages.hand-over-consequences':
    'What it holds is kept as it is now, under one hash. Nothing is sent and nothing is published by it.',
  'languages.manifest': 'SHA-256 of what it holds',
  'languages.download-package': 'Download the package (ZIP)',
  'languages.gap-entries': 'Entries with gaps',
  'languages.package-reason': 'Reason for the gaps',
  'languages.paper-name': 'Entries in {language}',
  'languages.paper-of-list': 'As the act of {state} has them',
  'languages.paper-translation': 'Language version for the compilation under Article 9(4)',
  'languages.paper-not-complete':
    'Handed over on {date} with {complete, number} of {languages, number} languages, not complete.',
  'languages.paper-complete': 'Handed over on {date}, complete in {languages, number} languages.',
  'languages.paper-gaps': 'Missing or not checked in this language: {codes}.',
  'languages.paper-reason': 'Reason: {reason}',
  'languages.paper-manifest':
    'manifest.json says what the package holds, text by text; its SHA-256 is {sha256}.',

  'languages.register': 'Language of the text',
  'languages.register-original': '{language}, language of the act',
  'languages.register-published':
    'As checked for the compilation {reference} of {date}. Only the Official Journal is authentic.',
} as const
