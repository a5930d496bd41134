export const openData = {
  'open-data.title': 'Open data',
  'open-data.search': 'A search of the register, as its page does it, page by page',
  'open-data.search-csv': 'The same search as a table',
  'open-data.entry':
    'Whether an item is controlled in a state on a day, and on which basis, with all editions of its entry',
  'open-data.edition': 'One edition of an entry',
  'open-data.edition-text':
    'The text of an edition in Akoma Ntoso 3.0, with its life and where the authentic text is',
  'open-data.measures': 'All published measures, lists or not, page by page',
  'open-data.measure': 'A published measure: act, dates, entries and text',
  'open-data.measure-text':
    'The text of a measure in Akoma Ntoso 3.0, with its life and where the authentic text is',
  'open-data.compilations': 'All compilations of national control lists',
  'open-data.feed':
    'What becomes known of published controls, the newest first; with a code, of all entries under it in any state',
  'open-data.feed-state': 'The same of one state',
  'open-data.feed-measure': 'The same of a measure with its amendments',
  'open-data.feed-entry': 'The same of an entry',
  'open-data.dataset': 'This register as a data set, for catalogues (DCAT-AP)',
  'open-data.openapi-short': 'OpenAPI',
  'open-data.openapi': 'This description of all addresses, for programs (OpenAPI 3.1)',

  'open-data.intro':
    'The whole register can be taken away as data, searched by programs and followed. No sign-in and no key is needed.',
  'open-data.addresses': 'Addresses',
  'open-data.addresses-intro':
    'They last: an entry is named by its state and code, an edition by its id, a measure by its reference. What stands between braces is to be put in; answers give it, and whole addresses besides.',
  'open-data.address': 'Address',
  'open-data.says': 'What it answers',
  'open-data.format': 'Format',
  'open-data.example': 'Example',
  'open-data.example-of': 'Example of {address}',
  'open-data.open': 'Open',
  'open-data.asking': 'How to ask',
  'open-data.asking.parameters':
    'The description for programs (OpenAPI 3.1) has every parameter and every field. It is made of what the answers themselves are checked by.',
  'open-data.asking.day':
    'With “on” it is told how things stood, or will stand, on a day, as the record has that day now. Whether an entry is law at its issuer’s and whether others may rely on it are two answers, each with the edition that it is about.',
  'open-data.asking.pages':
    'Long answers come in pages. The next one is named in the answer or in the header Link, and goes on as of the same day behind the last row, whatever is added meanwhile.',
  'open-data.asking.tag':
    'Answers have an ETag: sent back as If-None-Match it spares sending again what has not changed. An answer may be kept for a minute.',
  'open-data.asking.anybody':
    'Pages of other sites may read all of these addresses. Who asks changes nothing in the answer.',
  'open-data.problems': 'What is refused',
  'open-data.problem.bad-parameters': 'Answered 400',
  'open-data.problem.bad-parameters-means':
    'A parameter cannot be read, or there is none of this name. The answer (RFC 9457) says which and what could be given: rather nothing than an answer to another question.',
  'open-data.problem.not-found': 'Answered 404',
  'open-data.problem.not-found-means':
    'Nothing published stands at this address. That is no answer to whether an item is controlled.',
  'open-data.feeds': 'Feeds',
  'open-data.feeds-intro':
    'A feed tells each fact once, with an id that stays, and the newest first. A fact that is corrected comes to the top again. What was recorded before a measure was published is told when it is.',
  'open-data.feeds-code':
    'A feed of a code can be followed before any state controls it: it is empty until then.',
  'open-data.texts': 'Texts in XML',
  'open-data.texts.structure':
    'A measure is an act of Akoma Ntoso 3.0, an edition of an entry a portion of one. Entries and notes are containers with a name; points, raised and lowered signs, links and references stand as in the text. Each element has the id (wId) that it keeps when it is renumbered.',
  'open-data.texts.added':
    'Words that are not of the text, such as “any of the following:”, are marked as editorial. Each word that is read as a control parameter stays text.',
  'open-data.texts.names':
    'The metadata name the issuer, the language, each date on its own and where the authentic text is. Where the day of an act is not established it says by which day it was adopted.',
  'open-data.words': 'What the words mean',
  'open-data.words-intro': 'In feeds and texts, each of these is a fact of its own.',
  'open-data.means.adopted': 'By the national act.',
  'open-data.means.gazetted': 'From then anybody may know of a measure.',
  'open-data.means.in-force': 'From then the measure binds exporters of its own state.',
  'open-data.means.amended':
    'From then the list is as the amendment has it; entries that it changed have a new edition.',
  'open-data.means.applies': 'An entry does not apply from the entry into force of its measure.',
  'open-data.means.last-day': 'It is written in the entry.',
  'open-data.means.ended': 'Amended, repealed or expired: answers say which.',
  'open-data.means.published':
    'The measure stands in the C series of the Official Journal (Article 9(4), first sentence).',
  'open-data.means.compiled':
    'The compilation of national control lists names an entry that the one before did not (Article 9(4), second and third sentence).',
  'open-data.means.removed':
    'The newest compilation leaves out an entry that the one before named.',
  'open-data.means.compilation': 'A compilation, or an update of it, was published.',
  'open-data.means.covered':
    'The common list has taken an entry or a point of it over, wholly or partly. Its issuer may still have to repeal it.',
  'open-data.means.repealed': 'By an act of the issuer.',
  'open-data.means.expired': 'Without an act.',
  'open-data.means.states':
    'By its code in the Union (Interinstitutional Style Guide): Greece is EL.',
  'open-data.means.control-parameter':
    'Words of an entry that set a threshold, such as “193 nm or more”.',
  'open-data.terms': 'Terms',
  'open-data.publisher': 'Publisher',
  'open-data.licence': 'Licence',
  'open-data.licence-none': 'The operator of this portal names none.',
  'open-data.contact': 'Contact',
  'open-data.contact-none': 'The operator of this portal names nobody.',
  'open-data.authentic': 'What is authentic',
  'open-data.accrual': 'Updated',
  'open-data.accrual-means': 'As soon as a fact is recorded that anybody may know of.',

  'open-data.feed-title': 'Register of national controls',
  'open-data.feed-title-of': 'Register of national controls: {what}',
  'open-data.feed-of-entry': '{code}, {state}',
  'open-data.feed-of-code': 'code {code} in all states',
  'open-data.subscribe': 'Subscribe (Atom)',
  'open-data.fact.title': '{state}: {fact}',
  'open-data.fact.on': 'on {date}',
  'open-data.fact.on-unknown': 'on a day that is not established',
  'open-data.fact.adopted': 'adopted {on}: {what}',
  'open-data.fact.gazetted': 'in the national gazette {on}: {what}',
  'open-data.fact.in-force': 'in force {on}: {what}',
  'open-data.fact.amended': 'amendment in force {on}: {what}',
  'open-data.fact.applies': 'applies from a day of its own {on}: {what}',
  'open-data.fact.published': 'published in the C series {on}: {what}',
  'open-data.fact.compiled': 'in the compilation {on}: {what}',
  'open-data.fact.removed': 'no longer in the compilation {on}: {what}',
  'open-data.fact.covered-wholly': 'covered wholly by Annex I ({code}) {on}: {what}',
  'open-data.fact.covered-not': 'not covered by Annex I as it applies {on}: {what}',
  'open-data.fact.covered-partly': 'covered partly by Annex I ({code}) {on}: {what}',
  'open-data.fact.repealed': 'repealed with effect {on}: {what}',
  'open-data.fact.expired': 'expired {on}: {what}',
  'open-data.fact.compilation': 'Compilation {reference} published {on}',
  'open-data.fact.corrected': 'Corrected. Until then recorded as {reference} of {date}. {reason}',
  'open-data.fact.gone': 'No longer in the list: {what}',

  'open-data.kind.adopted': 'Adopted',
  'open-data.kind.gazetted': 'In the national gazette',
  'open-data.kind.in-force': 'In force',
  'open-data.kind.amended': 'Amendment in force',
  'open-data.kind.applies': 'Applies from a day of its own',
  'open-data.kind.published': 'Published in the C series',
  'open-data.kind.compiled': 'In the compilation',
  'open-data.kind.removed': 'No longer in the compilation',
  'open-data.kind.covered': 'Covered by Annex I',
  'open-data.kind.repealed': 'Repealed',
  'open-data.kind.expired': 'Expired',
  'open-data.kind.compilation': 'Compilation',

  'open-data.keyword.dual-use': 'dual-use items',
  'open-data.keyword.export-control': 'export control',

  'open-data.akn.control-parameter': 'Control parameter',
  'open-data.akn.in-force': 'In force',
  'open-data.akn.event.adopted': 'Adopted',
  'open-data.akn.event.gazetted': 'In the national gazette',
  'open-data.akn.event.in-force': 'Entered into force',
  'open-data.akn.event.published': 'Published in the C series (Article 9(4), first sentence)',
  'open-data.akn.event.compiled': 'In the compilation (Article 9(4), second and third sentence)',
  'open-data.akn.event.removed': 'No longer in the compilation',
  'open-data.akn.event.applies': 'This entry applies',
  'open-data.akn.event.last-day': 'Last day on which this entry applies, by its own words',
  'open-data.akn.event.ended': 'First day on which this entry no longer applies',
  'open-data.akn.event.repealed': 'Repealed',
  'open-data.akn.event.expired': 'Expired',
} as const
