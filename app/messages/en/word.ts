export const word = {
  'word.title': 'Bring in a Word document',
  'word.bring-in': 'Bring in a Word document',
  'word.intro':
    'The text comes into the draft as it stood before any tracked change; comments and tracked changes come beside it, with the names and dates that the document states. You see what would come in before anything happens.',
  'word.file': 'Word document (DOCX)',
  'word.file-hint':
    'At most 16 MB. Macros and embedded objects are left out; nothing that it links to is fetched.',
  'word.section': 'Section for what stands under no heading of a section',
  'word.section-hint':
    'A heading of the document that is the name of a section, such as "Controlled items", begins that section.',
  'word.look': 'See what would come in',
  'word.preview': 'What would come in',
  'word.of': 'From {name}',
  'word.text': 'Text',
  'word.no-text': 'The document has no text for a draft.',
  'word.not-taken': 'What could not be taken over',
  'word.not-taken.none': 'Everything could be taken over.',
  'word.not-taken.table-as-rows':
    '{count, plural, one {# table that cannot stand here as one, inside another table or of entries: its words are lines} other {# tables that cannot stand here as such, inside other tables or of entries: their words are lines}}',
  'word.not-taken.merged-cells':
    '{count, plural, one {# cell over more columns or rows than one may go over here: it ends before} other {# cells over more columns or rows than one may go over here: they end before}}',
  'word.not-taken.heading-as-bold':
    '{count, plural, one {# heading that names no section: it is a line in bold} other {# headings that name no section: they are lines in bold}}',
  'word.not-taken.picture': '{count, plural, one {# picture} other {# pictures}}',
  'word.not-taken.text-box': '{count, plural, one {# text box} other {# text boxes}}',
  'word.not-taken.footnote': '{count, plural, one {# footnote} other {# footnotes}}',
  'word.not-taken.endnote': '{count, plural, one {# endnote} other {# endnotes}}',
  'word.not-taken.equation':
    '{count, plural, one {# equation: it stands in the line as words, look whether it says the same} other {# equations: they stand in the line as words, look whether they say the same}}',
  'word.not-taken.field':
    '{count, plural, one {# field whose words the document does not hold: Word works them out} other {# fields whose words the document does not hold: Word works them out}}',
  'word.not-taken.embedded-object':
    '{count, plural, one {# embedded object} other {# embedded objects}}',
  'word.not-taken.macro': 'Macros',
  'word.not-taken.link':
    '{count, plural, one {# link whose address may not stand in a text: its words are there} other {# links whose addresses may not stand in a text: their words are there}}',
  'word.not-taken.sign':
    '{count, plural, one {# sign of a font of signs that is not known here: \uFFFD stands in its place} other {# signs of fonts of signs that are not known here: \uFFFD stands in their place}}',
  'word.not-taken.hidden-text':
    '{count, plural, one {# piece of hidden text} other {# pieces of hidden text}}',
  'word.not-taken.struck-out':
    '{count, plural, one {# piece of text that is struck out: its words stand like all others} other {# pieces of text that are struck out: their words stand like all others}}',
  'word.not-taken.part-elsewhere':
    '{count, plural, one {# part that stands in a document of its own} other {# parts that stand in documents of their own}}',
  'word.not-taken.inserted-and-deleted':
    '{count, plural, one {# insertion that somebody else deleted again} other {# insertions that somebody else deleted again}}',
  'word.not-taken.tracked-look':
    '{count, plural, one {# tracked change of looks alone: it is not brought in, and the words look as after it} other {# tracked changes of looks alone: they are not brought in, and the words look as after them}}',
  'word.not-taken.tracked-merge':
    '{count, plural, one {# cell that was merged or parted with changes tracked: that is not brought in} other {# cells that were merged or parted with changes tracked: that is not brought in}}',
  'word.not-taken.by': '(by {authors})',
  'word.not-taken.list-mark-as-words':
    '{count, plural, one {# line of a list that cannot stand here as one: its mark is words} other {# lines of lists that cannot stand here as such: their marks are words}}',
  'word.not-taken.code-as-words':
    '{count, plural, one {# line that begins with a code and goes on as a sentence: it begins no entry} other {# lines that begin with a code and go on as a sentence: they begin no entries}}',
  'word.not-taken.unsure-place':
    '{count, plural, one {# point whose letter or number may belong elsewhere: look where it stands} other {# points whose letters or numbers may belong elsewhere: look where they stand}}',
  'word.not-taken.unsure-note':
    '{count, plural, one {# note that does not say what it is on: look at which point it stands} other {# notes that do not say what they are on: look at which points they stand}}',
  'word.not-taken.moved-note':
    '{count, plural, one {# note that names a point elsewhere: it now stands at the end of that} other {# notes that name points elsewhere: they now stand at the ends of those}}',
  'word.not-taken.comment-without-place':
    '{count, plural, one {# comment without a place: it is on the text as a whole} other {# comments without a place: they are on the text as a whole}}',
  'word.not-taken.empty-comment':
    '{count, plural, one {# comment without words} other {# comments without words}}',
  'word.not-taken.particular':
    '{count, plural, one {# particular of an entry that is not in its words: it has to be set there} other {# particulars of entries that are not in their words: they have to be set there}}',
  'word.comments': '{count, plural, =0 {No comments} one {# comment} other {# comments}}',
  'word.proposals':
    '{count, plural, =0 {No tracked changes} one {# tracked change} other {# tracked changes}}',
  'word.by': 'From the Word document, by {author}',
  'word.nobody': 'somebody who is not named',
  'word.on': 'on “{quote}”',
  'word.answers': 'A reply',
  'word.resolved': 'Settled in Word',
  'word.moved': 'Moved',
  'word.mode': 'What becomes of the words of the draft',
  'word.mode.fill': 'The draft is empty: the text comes into it',
  'word.mode.notes':
    'They stay, and the text of the document is left out: only what was said and changed in it comes in',
  'word.mode.notes-hint':
    'The document was taken from this draft. {count, plural, =0 {Nothing in it is new.} one {# comment or tracked change in it is new.} other {# comments and tracked changes in it are new.}}',
  'word.mode.append': 'They stay: what comes stands after them, section by section',
  'word.mode.replace': 'They give way where something comes: {sections}',
  'word.mode.replace-none':
    'They give way where something comes: nothing is written in those sections',
  'word.mode.replace-hint':
    'The record says that you did it. Earlier words stay in the log of the draft, and in versions that were shared.',
  'word.confirm': 'Bring it in',
  'word.another': 'Choose another document',
  'word.notes': 'From Word documents',
  'word.notes.count': '{count, plural, one {# note} other {# notes}}, inside your delegation',
  'word.take-up': 'Take into the draft',
  'word.put-away': 'Put away',
  'word.by-hand': 'More than one line changes: it can be written into the draft by hand.',
  'word.condition.exact': 'The words are in the draft',
  'word.condition.moved': 'The words have moved',
  'word.condition.text-changed': 'The words were changed since',
  'word.condition.text-removed': 'The words are gone',
  'word.condition.unsure': 'The place is not sure',
} as const
