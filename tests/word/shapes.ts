import {
  comment,
  del,
  endIs,
  extended,
  from,
  inList,
  ins,
  noon,
  p,
  part,
  r,
  style,
  to,
  usualNumbering,
  usualStyles,
  type WordFile,
} from './word-file.ts'

/** What is to come of a document: as text, so that a reader sees it at once. */
export interface Expected {
  /** One line for each line of the text before the changes. */
  text: string[]
  /** `author: [before] → [after]`, after the words that the place covers. */
  proposals?: string[]
  /** `author (answers, settled) on "words": text`. */
  said?: string[]
  notTaken?: string[]
}

export interface Shape extends WordFile, Expected {
  title: string
}

const heading = (text: string) => p(style('berschrift1'), r(text))
const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
const row = (...cells: string[]) =>
  `<w:tr>${cells.map((inside) => `<w:tc><w:tcPr/>${inside}</w:tc>`).join('')}</w:tr>`
/** A row and a cell with properties of their own. */
const tableRow = (properties: string, ...cells: string[]) =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
const cell = (properties: string, words: string) =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p('', r(words))}</w:tc>`
const spans = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const down = (how?: 'restart') => `<w:vMerge${how ? ` w:val="${how}"` : ''}/>`
const fieldSign = (type: string, properties = '') =>
  `<w:r>${properties}<w:fldChar w:fldCharType="${type}"/></w:r>`
/** Lines as they are typed, with a tab behind each label: how far inwards each stands, in twips, and its words. */
const typed = (...lines: (string | [indent: string, words: string])[]) =>
  lines
    .map((line) => (typeof line === 'string' ? ['', line] : line))
    .map(([indent = '', words = '']) => {
      const [label = '', ...rest] = words.split('\t')
      const properties = indent && `<w:ind ${indent}/>`
      if (rest.length === 0) return p(properties, r(label))
      return p(properties, r(label), '<w:r><w:tab/></w:r>', r(rest.join(' ')))
    })
    .join('')
const inwards = (twips: number, words: string): [string, string] => [`w:left="${twips}"`, words]
const bob = 'Bob Dupont'
/** Who made a tracked change, and when. */
const by = (author: string) => `w:id="9" w:author="${author}" w:date="${noon}"`
const later = '2026-03-05T09:30:00Z'

const level = (format: string, text: string, ofStyle = '') =>
  `<w:start w:val="1"/><w:numFmt w:val="${format}"/>${ofStyle && `<w:pStyle w:val="${ofStyle}"/>`}<w:lvlText w:val="${text}"/>`

/** A list of levels, and the number by which paragraphs are in it: one more. */
const counted = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map((inside, at) => `<w:lvl w:ilvl="${at}">${inside}</w:lvl>`).join('')}</w:abstractNum><w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`

const headingStyle = (id: string, name: string, numbering: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${numbering}</w:pPr></w:style>`

const mathWords = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`

/** As Word writes those that it works out when it shows them. */
function unsaidField(code: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

export const shapes: Shape[] = [
  {
    title:
      'an entry whose code is merged over the rows of its points, and a table of something else',
    body:
      heading('Controlled items') +
      table(
        row(p('', r('3B920')), p('', r('Equipment, as follows:'))),
        row(p('', ''), p('', r('a. Alpha;'))),
        row(p('', ''), p('', r('b. Beta.'))),
      ) +
      p(style('berschrift1'), r('Justification')) +
      table(
        `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('', r('Both'))}</w:tc></w:tr>`,
        row(p('', r('one')), p('', r('two'))),
      ),
    text: [
      '# items',
      '3B920 ## Equipment, as follows:',
      'a. Alpha;',
      'b. Beta.',
      '**Justification**',
      '| Both (2 columns) |',
      '| one | two |',
    ],
    notTaken: ['heading-as-bold 1: Justification'],
  },
  {
    title: 'equations with a power, a fraction, a root and an index',
    body: p(
      '',
      `<m:oMath><m:sSup><m:sSupPr/><m:e>${mathWords('10')}</m:e><m:sup>${mathWords('6')}</m:sup></m:sSup></m:oMath>`,
      r(' hertz, '),
      `<m:oMath><m:f><m:num>${mathWords('K×λ')}</m:num><m:den>${mathWords('NA')}</m:den></m:f></m:oMath>`,
      r(', '),
      `<m:oMath><m:rad><m:radPr/><m:deg/><m:e>${mathWords('a+b')}</m:e></m:rad>${mathWords('=')}<m:sSub><m:e>${mathWords('x')}</m:e><m:sub>${mathWords('1')}</m:sub></m:sSub></m:oMath>`,
    ),
    text: ['10^{6} hertz, (K×λ)/NA, √(a+b)=x_{1}'],
    notTaken: ['equation 3: 10^6, (K×λ)/NA, √(a+b)=x_1'],
  },
  {
    title: 'entries whose headings are numbered, or whose code is the number',
    numbering: [
      counted(0, level('decimal', '%1.', 'H1'), level('decimal', '%1.%2.', 'H2')),
      counted(1, level('decimal', '3B91%1'), level('lowerLetter', '%2.')),
      counted(2, level('lowerLetter', '%1.')),
    ].join(''),
    styles: [
      headingStyle('H1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
      headingStyle('H2', 'heading 2', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    ].join(''),
    body:
      p(style('H1'), r('Controlled items')) +
      p(style('H2'), r('3B902 Equipment, as follows:')) +
      p(inList(3), r('Alpha;')) +
      p(inList(3), r('Beta.')) +
      p(inList(2), r('Other equipment, as follows:')) +
      p(inList(2, 1), r('Gamma;')) +
      p(inList(2), r('Technology.')),
    text: [
      '# items',
      '3B902 ## Equipment, as follows:',
      'a. Alpha;',
      'b. Beta.',
      '3B911 ## Other equipment, as follows:',
      'a. Gamma;',
      '3B912 ## Technology.',
    ],
  },
  {
    title: 'entries of one paragraph each, behind an entry with points, and a sentence about one',
    body:
      heading('Controlled items') +
      p('', r('3B950\tEquipment, as follows:')) +
      p('', r('a. Alpha;')) +
      p('', r('b. Beta.')) +
      p('', r('3D950 "Software" specially designed for 3B950.')) +
      p('', r('3D951\t“Software” not specified in 3D950.')) +
      p('', r('3D950 does not control what 3D003 controls.')) +
      p('', r('3B001, 3B002 and 3B003.')) +
      p('', r('3E950 Technology for the development of 3B950.')),
    text: [
      '# items',
      '3B950 ## Equipment, as follows:',
      'a. Alpha;',
      'b. Beta.',
      '3D950 ## "Software" specially designed for 3B950.',
      '3D951 ## “Software” not specified in 3D950.',
      '3D950 does not control what 3D003 controls.',
      '3B001, 3B002 and 3B003.',
      '3E950 ## Technology for the development of 3B950.',
    ],
    notTaken: [
      'code-as-words 2: 3D950 does not control what 3D003 controls., 3B001, 3B002 and 3B003.',
    ],
  },
  {
    title: 'runs split in the middle of a word by editing sessions and proofing',
    body: p(
      '',
      r('over'),
      '<w:proofErr w:type="spellStart"/>',
      r('lay of 2.4'),
      '<w:proofErr w:type="spellEnd"/>',
      r('0 nm'),
    ),
    text: ['overlay of 2.40 nm'],
  },
  {
    title: 'a word replaced, deleted first',
    body: p('', r('an overlay of '), del('2.40'), ins('1.50'), r(' nm')),
    text: ['an overlay of 2.40 nm'],
    proposals: ['Ana Silva on "2.40": [2.40] → [1.50]'],
  },
  {
    title: 'a word replaced, inserted first, in runs',
    body: p('', r('of '), ins('1.'), ins('50'), del('2.'), del('40'), r(' nm')),
    text: ['of 2.40 nm'],
    proposals: ['Ana Silva on "2.40": [2.40] → [1.50]'],
  },
  {
    title: 'words inserted in the middle of a line',
    body: p('', r('specially designed '), ins('or modified '), r('for it')),
    text: ['specially designed for it'],
    proposals: ['Ana Silva on "": [] → [or modified ]'],
  },
  {
    title: 'two authors side by side stay two',
    body: p('', r('of '), del('2.40', 'Ana Silva'), ins('1.50', bob, later), r(' nm')),
    text: ['of 2.40 nm'],
    proposals: ['Ana Silva on "2.40": [2.40] → []', 'Bob Dupont on "": [] → [1.50]'],
  },
  {
    title: 'words inserted by one and deleted by another are neither before nor after',
    body: p(
      '',
      r('lasers'),
      `<w:ins w:id="1" w:author="Ana Silva" w:date="${noon}">${r(' and masers')}${del(' of any kind', bob)}</w:ins>`,
    ),
    text: ['lasers'],
    proposals: ['Ana Silva on "": [] → [ and masers]'],
    notTaken: ['inserted-and-deleted 1: of any kind'],
  },
  {
    title: 'words moved within the document',
    body:
      p(
        '',
        '<w:moveFromRangeStart w:id="5" w:name="move1" w:author="Ana Silva"/>',
        `<w:moveFrom w:id="6" w:author="Ana Silva" w:date="${noon}">${r('First sentence. ')}</w:moveFrom>`,
        '<w:moveFromRangeEnd w:id="5"/>',
        r('Second sentence.'),
      ) +
      p(
        '',
        r('Third sentence.'),
        `<w:moveTo w:id="8" w:author="Ana Silva" w:date="${noon}">${r(' First sentence.')}</w:moveTo>`,
      ),
    text: ['First sentence. Second sentence.', 'Third sentence.'],
    proposals: [
      'Ana Silva on "First sentence. ": moved [First sentence. ] → []',
      'Ana Silva on "": moved [] → [ First sentence.]',
    ],
  },
  {
    title: 'a paragraph inserted after another',
    body: p(endIs('ins'), r('The list.')) + p('', ins('It applies to exports.')),
    text: ['The list.'],
    proposals: ['Ana Silva on "": [] → [⏎It applies to exports.]'],
  },
  {
    title: 'a paragraph inserted before another',
    body: p(endIs('ins'), ins('It applies to exports.')) + p('', r('The list.')),
    text: ['The list.'],
    proposals: ['Ana Silva on "": [] → [It applies to exports.⏎]'],
  },
  {
    title: 'a paragraph deleted with its end',
    body: p('', r('One.')) + p(endIs('del'), del('Two.')) + p('', r('Three.')),
    text: ['One.', 'Two.', 'Three.'],
    proposals: ['Ana Silva on "Two.⏎": [Two.⏎] → []'],
  },
  {
    title: 'two paragraphs joined: only the end is deleted',
    body: p(endIs('del'), r('One')) + p('', r(' and two')),
    text: ['One', 'and two'],
    proposals: ['Ana Silva on "⏎": [⏎] → []'],
  },
  {
    title: 'a paragraph split: only an end is inserted',
    body: p(endIs('ins'), r('One. ')) + p('', r('Two.')),
    text: ['One. Two.'],
    proposals: ['Ana Silva on "": [] → [⏎]'],
  },
  {
    title: 'changes of format are not changes of words',
    body: p(
      `<w:jc w:val="left"/><w:pPrChange w:id="3" w:author="Ana Silva" w:date="${noon}"><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrChange>`,
      r(
        'bold now',
        `<w:b/><w:rPrChange w:id="4" w:author="Ana Silva" w:date="${noon}"><w:rPr/></w:rPrChange>`,
      ),
    ),
    text: ['**bold now**'],
    notTaken: ['tracked-look 2 by Ana Silva: bold now, bold now'],
  },
  {
    title: 'a comment on words',
    body: p('', r('an overlay of '), from(0), r('2.40'), r(' nm'), to(0), r('.')),
    said: ['Ana Silva 2026-03-04 on "2.40 nm": Why not 1.50?'],
    text: ['an overlay of 2.40 nm.'],
    ...commented(comment(0, 'Why not 1.50?')),
  },
  {
    title: 'comments without words, of which one is answered',
    body: p('', from(0), r('one'), to(0), from(1), from(2), r(' two'), to(1), to(2)),
    text: ['one two'],
    said: ['Ana Silva 2026-03-04 on " two": Which?'],
    notTaken: ['empty-comment 2 by Ana Silva'],
    comments: comment(0, '') + comment(1, '') + comment(2, 'Which?'),
    commentsExtended: extended('00000001') + extended('00000002', { answers: '00000001' }),
  },
  {
    title: 'a comment across paragraphs',
    body:
      p('', r('One '), from(0), r('two.')) +
      p('', r('Three.')) +
      p('', r('Four'), to(0), r(' five.')),
    text: ['One two.', 'Three.', 'Four five.'],
    said: ['Ana Silva 2026-03-04 on "two.⏎Three.⏎Four": All of this?'],
    ...commented(comment(0, 'All of this?')),
  },
  {
    title: 'comments that overlap',
    body: p('', from(0), r('one '), from(1), r('two'), to(0), r(' three'), to(1)),
    text: ['one two three'],
    said: ['Ana Silva 2026-03-04 on "one two": A', 'Bob Dupont 2026-03-05 on "two three": B'],
    ...commented(comment(0, 'A') + comment(1, 'B', { author: bob, date: later })),
  },
  {
    title: 'a comment without a range',
    body: p('', r('one two'), '<w:r><w:commentReference w:id="0"/></w:r>'),
    text: ['one two'],
    said: ['Ana Silva 2026-03-04 on "": Here.'],
    ...commented(comment(0, 'Here.')),
  },
  {
    title: 'a comment between paragraphs',
    body: `${p('', r('One.'))}${from(0)}${p('', r('Two.'))}<w:commentRangeEnd w:id="0"/>${p('', r('Three.'))}`,
    text: ['One.', 'Two.', 'Three.'],
    said: ['Ana Silva 2026-03-04 on "Two.⏎": Between.'],
    ...commented(comment(0, 'Between.')),
  },
  {
    title: 'replies and a settled thread',
    body: p('', from(0), from(1), r('overlay'), to(0), to(1)),
    text: ['overlay'],
    said: [
      'Ana Silva 2026-03-04 settled on "overlay": Which?',
      'Bob Dupont 2026-03-05 answers 0 settled on "overlay": The chuck overlay.',
    ],
    ...commented(
      comment(0, 'Which?', { paragraph: '5AA00001' }) +
        comment(1, 'The chuck overlay.', { author: bob, date: later, paragraph: '5AA00002' }),
    ),
    commentsExtended:
      extended('5AA00001', { done: 1 }) + extended('5AA00002', { answers: '5AA00001', done: 1 }),
  },
  {
    title: 'a comment of several paragraphs',
    body: p('', from(0), r('overlay'), to(0)),
    text: ['overlay'],
    said: ['Ana Silva 2026-03-04 on "overlay": First.⏎Second.'],
    ...commented(
      `<w:comment w:id="0" w:author="Ana Silva" w:date="${noon}">${p('', r('First.'))}${p('', r('Second.'))}</w:comment>`,
    ),
  },
  {
    title: 'a comment on words that are to come hangs where they would stand',
    body: p('', r('lasers'), from(0), ins(' and masers'), to(0), r(' only')),
    text: ['lasers only'],
    proposals: ['Ana Silva on "": [] → [ and masers]'],
    said: ['Ana Silva 2026-03-04 on "": Masers?'],
    ...commented(comment(0, 'Masers?')),
  },
  {
    title: 'a comment on words that are to go',
    body: p('', from(0), del('masers'), to(0), r(' only')),
    text: ['masers only'],
    proposals: ['Ana Silva on "masers": [masers] → []'],
    said: ['Ana Silva 2026-03-04 on "masers": Why?'],
    ...commented(comment(0, 'Why?')),
  },
  {
    title: 'smart tags and controls of content',
    body:
      p('', '<w:smartTag w:uri="x" w:element="place">', r('Leiden'), '</w:smartTag>', r(' and ')) +
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('', '<w:sdt><w:sdtContent>', r('Delft'), ins(' too'), '</w:sdtContent></w:sdt>')}</w:sdtContent></w:sdt>`,
    text: ['Leiden and', 'Delft'],
    proposals: ['Ana Silva on "": [] → [ too]'],
  },
  {
    title: 'fields give what they made, not their code',
    body: p(
      '',
      r('of '),
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF a \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
      r('3B001'),
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '<w:fldSimple w:instr=" PAGE ">',
      r(' page 4'),
      '</w:fldSimple>',
    ),
    text: ['of 3B001 page 4'],
  },
  {
    title: 'a field that never ends, or ends out of sight, takes nothing along',
    body:
      p(
        '',
        r('one'),
        fieldSign('begin'),
        '<w:r><w:instrText> REF a </w:instrText></w:r>',
        r(' two'),
      ) +
      p(
        '',
        fieldSign('begin'),
        '<w:r><w:instrText> PAGE </w:instrText></w:r>',
        fieldSign('end', '<w:rPr><w:vanish/></w:rPr>'),
        r('three'),
      ),
    text: ['one two', 'three'],
    notTaken: ['hidden-text 1'],
  },
  {
    title: 'links: those that may stand here, those that may not, and one by a field',
    body: p(
      '',
      `<w:hyperlink r:id="rId9" w:history="1">${r('the act')}</w:hyperlink>`,
      r(' '),
      `<w:hyperlink r:id="rId10">${r('click')}</w:hyperlink>`,
      r(' '),
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.eu/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
      r('B'),
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    links: { rId9: 'https://eur-lex.europa.eu/a', rId10: 'javascript:alert(1)' },
    text: ['<https://eur-lex.europa.eu/a>the act</> click <https://example.eu/b>B</>'],
    notTaken: ['link 1: javascript:alert(1)'],
  },
  {
    title: 'raised, lowered, italic and bold',
    body: p(
      '',
      r('10'),
      r('-6', '<w:vertAlign w:val="superscript"/>'),
      r(' H'),
      r('2', '<w:vertAlign w:val="subscript"/>'),
      r('O'),
      r(' in vivo', '<w:i/>'),
      r(' plain', '<w:b w:val="0"/>'),
    ),
    text: ['10^{-6} H_{2}O_ in vivo_ plain'],
  },
  {
    title: 'signs of the font Symbol, as words and as signs, and one that is not known',
    body: p(
      '',
      '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>',
      r(' 45 nm '),
      r('\uF0B3', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'),
      r(' 193 nm'),
      '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
      '<w:r><w:noBreakHyphen/></w:r>',
      '<w:r><w:tab/></w:r>',
      r('end'),
    ),
    text: ['≤ 45 nm ≥ 193 nm\uFFFD\u2011 end'],
    notTaken: ['sign 1: F04A'],
  },
  {
    title:
      'numbers and letters in the font Symbol, also by a style of words, and what it does not have',
    styles:
      '<w:style w:type="character" w:styleId="Sign"><w:name w:val="Sign"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:style>',
    body: p(
      '',
      r('\uF0A3\uF034\uF035', '<w:rFonts w:ascii="Symbol"/>'),
      r(' nm, '),
      r('n = 3 (£ 2.40)', '<w:rFonts w:ascii="Symbol"/>'),
      r(', '),
      r('\uF0B3 ≥ \uF0E6', '<w:rStyle w:val="Sign"/>'),
    ),
    text: ['≤45 nm, ν = 3 (≤ 2.40), ≥ ≥ \uFFFD'],
    notTaken: ['sign 1: \uF0E6'],
  },
  {
    title:
      'fields whose words are not in the document: a sign, a formula, a choice, and what shows none',
    body: p(
      '',
      r('at '),
      unsaidField(' SYMBOL 179 \\f "Symbol" \\s 11 '),
      r(' 193 nm, '),
      unsaidField(' EQ \\f(K × λ;NA) '),
      r(' or '),
      unsaidField(' FORMDROPDOWN '),
      unsaidField(' XE "wafer" '),
      '<w:fldSimple w:instr=" AUTONUM "/>',
      r('end'),
    ),
    text: ['at ≥ 193 nm,  or end'],
    notTaken: ['field 3: EQ \\f(K × λ;NA), FORMDROPDOWN, AUTONUM'],
  },
  {
    title: 'an entry of headings and lists, with a sub-list, a note and "(not used)"',
    numbering: usualNumbering,
    body:
      heading('Controlled items') +
      p(style('Own'), r('3B801 Equipment for the manufacture of semiconductor devices')) +
      p(inList(5), r('Lithography equipment:')) +
      p(inList(5, 1), r('Scanners with all of the following:')) +
      p(inList(5, 2), r('a wavelength ≥ 193 nm; '), ins('and')) +
      p(inList(5, 2), r('an overlay ≤ '), del('2.40'), ins('1.50'), r(' nm.')) +
      p('', r('Technical Note: The resolution is K times the wavelength.')) +
      p(inList(5), r('(not used)')) +
      p(inList(5), r('Pellicles.')),
    text: [
      '# items',
      '3B801 ## Equipment for the manufacture of semiconductor devices',
      'f. Lithography equipment:',
      'f.1. Scanners with all of the following:',
      'f.1.a. a wavelength ≥ 193 nm;',
      'f.1.b. an overlay ≤ 2.40 nm.',
      'technical-note The resolution is K times the wavelength.',
      'g. (not used)',
      'h. Pellicles.',
    ],
    proposals: ['Ana Silva on "": [] → [and]', 'Ana Silva on "2.40": [2.40] → [1.50]'],
    notTaken: ['unsure-note 1: The resolution is K times the wavelength.'],
  },
  {
    title: 'an entry with letters and numbers that were typed',
    body:
      heading('Controlled items') +
      p('', r('3B801', '<w:b/>'), r(' Equipment')) +
      p('', r('a. Scanners, as follows:')) +
      p('', r('1. with a wavelength of 193 nm;')) +
      p('', r('2. with an '), from(0), r('overlay'), to(0), r(' below 2 nm.')) +
      p('', r('b. Pellicles.')) +
      p('', r('Note: 3B801.b does not control frames.')),
    text: [
      '# items',
      '3B801 ## Equipment',
      'a. Scanners, as follows:',
      'a.1. with a wavelength of 193 nm;',
      'a.2. with an overlay below 2 nm.',
      'b. Pellicles.',
      'note 3B801.b does not control frames.',
    ],
    said: ['Ana Silva 2026-03-04 on "overlay": Which overlay?'],
    ...commented(comment(0, 'Which overlay?')),
  },
  {
    title: 'technical notes with numbers that were typed, below their title or beside it',
    body:
      heading('Controlled items') +
      typed(
        '3B901 Equipment:',
        'a.\tFirst:',
        '1.\tone',
        'Technical Notes:',
        '1.\tof one',
        '2.\tof two',
        '2.\ttwo',
        'b.\tSecond:',
        '1.\tthree',
        'Technical Notes: 1. of three,',
        'a.\tits first',
        'b.\tits second',
        '2.\tof four',
        'c.\tThird.',
      ),
    text: [
      '# items',
      '3B901 ## Equipment:',
      'a. First:',
      'a.1. one',
      'technical-note ',
      '1. of one',
      '2. of two',
      'a.2. two',
      'b. Second:',
      'b.1. three',
      'technical-note 1. of three,',
      '1.a. its first',
      '1.b. its second',
      '2. of four',
      'c. Third.',
    ],
    notTaken: ['unsure-note 1: of three, its first its second of four'],
  },
  {
    title: 'typed points with a gap in their letters, told by how far inwards they stand',
    styles: `${usualStyles}<w:style w:type="paragraph" w:styleId="Inner"><w:name w:val="Inner"/><w:pPr><w:ind w:left="1440" w:hanging="720"/></w:pPr></w:style>`,
    body:
      heading('Controlled items') +
      typed(
        '3B902 Equipment:',
        inwards(360, 'a.\tFirst:'),
        inwards(720, '1.\tone'),
        inwards(360, 'c.\tThird:'),
        inwards(720, '1.\ttwo:'),
        inwards(1080, 'a.\tthree'),
        inwards(1080, 'b.\tfour'),
        inwards(360, 'd.\tFourth:'),
      ) +
      p(style('Inner'), r('2.'), r(' five:')) +
      typed(['w:start="1800" w:hanging="360"', 'a.\tsix'], inwards(360, 'e.\tFifth')),
    text: [
      '# items',
      '3B902 ## Equipment:',
      'a. First:',
      'a.1. one',
      'c. Third:',
      'c.1. two:',
      'c.1.a. three',
      'c.1.b. four',
      'd. Fourth:',
      'd.2. five:',
      'd.2.a. six',
      'e. Fifth',
    ],
  },
  {
    title: 'typed points as an amending act quotes them, from the midst of an entry',
    body:
      heading('Controlled items') +
      typed('3B903 Equipment:', 'f.\tF:', '5.\tfive:', 'b.\tB', '6.\tsix', 'g.\tG'),
    text: ['# items', '3B903 ## Equipment:', 'f. F:', 'f.5. five:', 'f.5.b. B', 'f.6. six', 'g. G'],
  },
  {
    title: 'typed points that could stand at two places are taken over, and named',
    body:
      heading('Controlled items') +
      typed(
        '3B904 Equipment:',
        'a.\tFirst:',
        '1.\tone:',
        'a.\ttwo',
        'b.\tthree or second',
        '3B905 Others:',
        'a.\tFirst:',
        '1.\tone',
        'c.\tthird',
        '3B908 Letters or Roman numbers:',
        'f.\tSixth:',
        '1.\tone:',
        'i.\tninth or first',
      ),
    text: [
      '# items',
      '3B904 ## Equipment:',
      'a. First:',
      'a.1. one:',
      'a.1.a. two',
      'a.1.b. three or second',
      '3B905 ## Others:',
      'a. First:',
      'a.1. one',
      'c. third',
      '3B908 ## Letters or Roman numbers:',
      'f. Sixth:',
      'f.1. one:',
      'f.1.i. ninth or first',
    ],
    notTaken: ['unsure-place 3: b. three or second, c. third, i. ninth or first'],
  },
  {
    title: 'typed labels in brackets and Roman numbers, beside the letter i',
    body:
      heading('Controlled items') +
      typed(
        '3B906 Equipment:',
        '(h)\tFirst:',
        '1)\tone:',
        'i)\troman one',
        'ii)\troman two',
        'iii)\troman three',
        '2)\ttwo',
        '(i)\tthe letter',
        '(j)\tthe next',
        'Note 1: 3B906.j does not control what is old.',
        'N.B.: See also 3B001.',
        '(k)\tthe last',
      ),
    text: [
      '# items',
      '3B906 ## Equipment:',
      'h. First:',
      'h.1. one:',
      'h.1.i. roman one',
      'h.1.ii. roman two',
      'h.1.iii. roman three',
      'h.2. two',
      'i. the letter',
      'j. the next',
      'note 3B906.j does not control what is old.',
      'nb See also 3B001.',
      'k. the last',
    ],
  },
  {
    title: 'a note in a cell of a laid out table, with points of its own and a gap around it',
    body:
      heading('Controlled items') +
      table(
        row(
          p('', r('3B907')),
          p('', r('Equipment:')) +
            table(
              row(
                p('', r('a.')),
                p('', r('First:')) +
                  table(
                    row(p('', r('1.')), p('', r('one'))),
                    row(p('', r('4.')), p('', r('four'))),
                  ) +
                  p('', r('Technical Notes:')) +
                  table(row(p('', r('1.')), p('', r('n')))) +
                  table(row(p('', r('2.')), p('', r('o')))),
              ),
              row(p('', r('c.')), p('', r('Third'))),
            ),
        ),
      ),
    text: [
      '# items',
      '3B907 ## Equipment:',
      'a. First:',
      'a.1. one',
      'a.4. four',
      'technical-note ',
      '1. n',
      '2. o',
      'c. Third',
    ],
  },
  {
    title:
      'lists by style and with bullets, numbers from 1, and a list that none here says the same as',
    numbering: usualNumbering,
    body:
      heading('Grounds') +
      p(style('ListByStyle'), r('one')) +
      p(`${style('ListByStyle')}${inList(2, 1)}`, r('one below')) +
      p(style('ListByStyle'), r('two')) +
      p('', r('And:')) +
      p(inList(3), r('first')) +
      p(inList(3), r('second '), ins('and last')) +
      p('', r('Or:')) +
      p(inList(4), r('roman')),
    text: [
      '# grounds',
      '• one',
      '• • one below',
      '• two',
      'And:',
      '1) first',
      '1) second',
      'Or:',
      '(i) roman',
    ],
    proposals: ['Ana Silva on "": [] → [and last]'],
    notTaken: ['list-mark-as-words 1: (i) roman'],
  },
  {
    title: 'lists with bullets in an entry, in its points and notes',
    numbering: `${usualNumbering}${counted(8, level('bullet', 'o'), level('decimal', '%2.'), level('lowerRoman', '%3.'))}`,
    body:
      heading('Controlled items') +
      p(style('Own'), r('3B909 Equipment')) +
      p(inList(2), r('of any kind')) +
      p(inList(1), r('Scanners:')) +
      p(inList(2), r('one')) +
      p(inList(2, 1), r('below '), ins('it')) +
      p(inList(2), '') +
      p(inList(2), r('two')) +
      p(inList(1), r('Masks:')) +
      p(inList(2, 1), r('outermost here')) +
      p('', r('and')) +
      p(inList(9), from(0), r('of another'), to(0)) +
      p(inList(9, 1), r('counted')) +
      p('', r('goes on')) +
      p(inList(9), r('alone')) +
      p(inList(9, 2), r('in Roman numbers')) +
      p('', r('Note: Not these.')) +
      p(inList(2), r('old ones')) +
      p(inList(2), r('Note: a note')) +
      p(inList(1), r('Pellicles.')),
    text: [
      '# items',
      '3B909 ## Equipment',
      '• of any kind',
      'a. Scanners:',
      '• one',
      '• • below',
      '• two',
      'b. Masks:',
      '• outermost here',
      'and',
      '• of another',
      '• 1) counted',
      'goes on',
      '• alone',
      'b.i. in Roman numbers',
      'note Not these.',
      '• old ones',
      'note a note',
      'c. Pellicles.',
    ],
    said: ['Ana Silva 2026-03-04 on "of another": Which?'],
    proposals: ['Ana Silva on "": [] → [it]'],
    notTaken: ['unsure-note 2: Not these. old ones, a note'],
    ...commented(comment(0, 'Which?')),
  },
  {
    title: 'a table with changes and comments in its cells, and one in it',
    body: table(
      row(p('', r('Code')), p('', r('Threshold'))),
      row(
        p('', r('3B801')),
        p('', from(0), del('2.40'), ins('1.50'), to(0), r(' nm')) + p('', r('overlay')),
      ),
      row(p('', r('')), table(row(p('', r('inner')), p('', r('cell'))))),
    ),
    text: ['| Code | Threshold |', '| 3B801 | 2.40 nm / overlay |', '|  | inner | cell |'],
    proposals: ['Ana Silva on "2.40": [2.40] → [1.50]'],
    said: ['Ana Silva 2026-03-04 on "2.40": Tighter?'],
    notTaken: ['table-as-rows 1: inner cell'],
    ...commented(comment(0, 'Tighter?')),
  },
  {
    title: 'a table with a heading row and merged cells, and one whose rows do not end together',
    body:
      heading('Grounds') +
      table(
        tableRow('<w:tblHeader/>', cell(spans(2), 'Quantity'), cell('', 'Limit')),
        tableRow('<w:tblHeader/>', cell('', 'of'), cell('', 'unit'), cell('', 'value')),
        tableRow('', cell(down('restart'), 'overlay'), cell('', 'nm'), cell('', '2.40')),
        tableRow('', cell(down(), ''), cell('', 'µm'), cell('', '0.0024')),
        tableRow('', cell(down(), 'kept'), cell(spans(2) + down('restart'), 'last')),
        tableRow('<w:tblHeader/><w:gridBefore w:val="1"/>', cell(spans(2) + down(), '')),
      ) +
      p('', r('And:')) +
      table(
        tableRow('<w:gridBefore w:val="2"/>', cell('', 'third')),
        tableRow('<w:gridAfter w:val="1"/>', cell('', 'first'), cell(down(), 'on from none')),
        `<w:tr><w:tc>${p('', r('all'))}</w:tc><w:tc/><w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>${p('', r('aside'))}</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>${p('', r('too'))}</w:tc></w:tr>`,
      ),
    text: [
      '# grounds',
      '|= Quantity (2 columns) | Limit |',
      '|= of | unit | value |',
      '| overlay / kept (3 rows) | nm | 2.40 |',
      '| µm | 0.0024 |',
      '| last (2 columns, 2 rows) |',
      '|  |',
      'And:',
      '|  (2 columns) | third |',
      '| first | on from none |',
      '| all |  | aside / too (2 columns) |',
    ],
  },
  {
    title: 'a table below the heading of an entry, in a point and behind a note',
    numbering: usualNumbering,
    body:
      heading('Controlled items') +
      p(style('Own'), r('3B930 Equipment')) +
      table(row(p('', r('Type')), p('', r('Use')))) +
      p(inList(1), r('Scanners, as follows:')) +
      table(row(p('', r('wavelength')), p('', r('193 nm')))) +
      p('', r('more of these;')) +
      p(inList(1), r('Masks.')) +
      p('', r('Note: Measured by this.')) +
      table(row(p('', r('1 Pa')), p('', from(0), r('a limit'), to(0)))) +
      p(inList(1), r('Pellicles.')),
    text: [
      '# items',
      '3B930 ## Equipment',
      '| Type | Use |',
      'a. Scanners, as follows:',
      '| wavelength | 193 nm |',
      'more of these;',
      'b. Masks.',
      'note Measured by this.',
      '| 1 Pa | a limit |',
      'c. Pellicles.',
    ],
    said: ['Ana Silva 2026-03-04 on "a limit": Which?'],
    ...commented(comment(0, 'Which?')),
  },
  {
    title: 'entries in a table below a row of headings, and codes in one that has none',
    body:
      heading('Controlled items') +
      table(
        row(p('', r('Code')), p('', r('Item')), p('', r('Why'))),
        row(
          p('', r('3B931')),
          p('', r('Equipment, as follows:')) + p('', r('a. Scanners;')) + p('', r('b. Masks.')),
          p('', r('New.')),
        ),
        row(p('', r('3B932')), p('', r('Pellicles')), p('', r(''))),
      ) +
      p('', r('N.B.: See also:')) +
      table(
        row(p('', r('Old')), p('', r('New'))),
        row(p('', r('3B001')), p('', r('3B932'))),
        row(p('', r('3B002')), p('', r('2.40 nm'))),
      ),
    text: [
      '# items',
      'Code',
      'Item',
      'Why',
      '3B931 ## Equipment, as follows:',
      'a. Scanners;',
      'b. Masks.',
      'New.',
      '3B932 ## Pellicles',
      'nb See also:',
      '| Old | New |',
      '| 3B001 | 3B932 |',
      '| 3B002 | 2.40 nm |',
    ],
    notTaken: [
      'table-as-rows 1: Code Item Why 3B931 Equipment, as follows: a. Scanners; b. Masks. New. 3B932 Pellicles',
    ],
  },
  {
    title: 'a table in the cell of an entry that is laid out, and one in the cell of another table',
    body:
      heading('Controlled items') +
      table(
        row(
          p('', r('3B933')),
          p('', r('Equipment:')) +
            table(
              row(
                p('', r('a.')),
                table(row(p('', r('x')), p('', r('y')), p('', r('z')))) + p('', r('after it;')),
              ),
              row(p('', r('b.')), p('', r('Second:')) + table(row(p('', r('mere words'))))),
            ),
        ),
      ) +
      heading('Grounds') +
      table(
        row(
          p('', r('outer')) +
            table(row(p('', r('a')), table(row(p('', r('b')), p('', del('c')))) + p('', r('d')))) +
            table(row(p('', r('e')))),
          p('', r('f')),
        ),
      ),
    text: [
      '# grounds',
      '| outer / a | b | c d / e | f |',
      '# items',
      '3B933 ## Equipment:',
      'a. ',
      '| x | y | z |',
      'after it;',
      'b. Second:',
      '| mere words |',
    ],
    proposals: ['Ana Silva on "c": [c] → []'],
    notTaken: ['table-as-rows 3: b c, a b | c d, e'],
  },
  {
    title: 'lists, headings, breaks and numbers of rows in cells',
    numbering: usualNumbering,
    body: table(
      row(
        p(inList(3), ''),
        p('', r('Of these:')) +
          p(inList(2), r('one')) +
          p(inList(2, 1), r('below')) +
          p(inList(2), r('two')),
      ),
      row(
        p(inList(3), ''),
        p(style('berschrift1'), r('Grounds')) +
          p('', '') +
          p('', r('first'), '<w:r><w:br/></w:r>', r('second')),
      ),
      row(p(inList(2), r('beside')), p(inList(2), r('another list')) + p(inList(4), r('roman'))),
    ),
    text: [
      '| 1. | Of these: / • one / • • below / • two |',
      '| 2. | **Grounds** / first / second |',
      '| • beside | • another list / (i) roman |',
    ],
    notTaken: ['heading-as-bold 1: Grounds', 'list-mark-as-words 3: 1., 2., (i) roman'],
  },
  {
    title: 'changes in cells: words, a paragraph, rows of several cells and a whole table',
    body:
      table(
        row(
          p(endIs('ins'), r('One. ')) + p('', r('Two.')),
          p('', r('an overlay of '), del('2.40'), ins('1.50', bob, later)),
        ),
        tableRow(`<w:del ${by(bob)}/>`, cell('', 'old'), cell('', 'row')),
        tableRow(`<w:ins ${by('Ana Silva')}/>`, cell('', 'new'), cell('', 'row')),
        row(p('', from(0), r('three')), p('', r('four'), to(0))),
      ) +
      p('', r('between')) +
      table(tableRow(`<w:ins ${by(bob)}/>`, cell('', 'all'), cell('', 'new'))),
    text: ['| One. Two. | an overlay of 2.40 |', '| old | row |', '| three | four |', 'between'],
    proposals: [
      'Ana Silva on "": [] → [⏎]',
      'Ana Silva on "2.40": [2.40] → []',
      'Bob Dupont on "": [] → [1.50]',
      'Bob Dupont on "old⏎row": [old |⏎row⏎] → []',
      'Ana Silva on "": [] → [new |⏎row⏎]',
      'Bob Dupont on "": [] → [all |⏎new]',
    ],
    said: ['Ana Silva 2026-03-04 on "three⏎four": Both?'],
    ...commented(comment(0, 'Both?')),
  },
  {
    title: 'a comment between the rows of a table and one that ends behind its last words',
    body:
      `<w:tbl>${row(p('', r('one')))}${from(0)}${row(p('', from(1), r('two')))}<w:commentRangeEnd w:id="0"/>` +
      `<w:tr><w:tc>${p('', r('three'))}<w:commentRangeEnd w:id="1"/></w:tc></w:tr></w:tbl>${p('', r('after'))}`,
    text: ['| one |', '| two |', '| three |', 'after'],
    said: ['Ana Silva 2026-03-04 on "two⏎": Row?', 'Ana Silva 2026-03-04 on "two⏎three⏎": Rows?'],
    ...commented(comment(0, 'Row?') + comment(1, 'Rows?')),
  },
  {
    title: 'words that are to come in an empty cell, and a comment on them',
    body: table(row(p('', r('one')), p('', from(0), ins('two'), to(0))), row(p('', r('three')))),
    text: ['| one |  |', '| three |'],
    proposals: ['Ana Silva on "": [] → [two]'],
    said: ['Ana Silva 2026-03-04 on "": Two?'],
    ...commented(comment(0, 'Two?')),
  },
  {
    title: 'a cell over more columns than a table may have',
    body: table(
      tableRow('', cell(spans(100_000), 'wide'), cell('', 'narrow')),
      tableRow('', ...Array.from({ length: 70 }, (_, at) => cell('', String(at)))),
    ),
    text: [
      '| wide (64 columns) | narrow |',
      `| ${Array.from({ length: 70 }, (_, at) => at).join(' | ')} |`,
    ],
    notTaken: ['merged-cells 1: wide'],
  },
  {
    title: 'a row inserted and a row deleted',
    body: table(
      row(p('', r('stays'))),
      `<w:tr><w:trPr><w:ins w:id="1" w:author="Ana Silva" w:date="${noon}"/></w:trPr><w:tc>${p(endIs('ins'), ins('new'))}</w:tc><w:tc>${p(endIs('ins'), ins('row'))}</w:tc></w:tr>`,
      `<w:tr><w:trPr><w:del w:id="2" w:author="Ana Silva" w:date="${noon}"/></w:trPr><w:tc>${p(endIs('del'), del('old row'))}</w:tc></w:tr>`,
      row(p('', r('stays too'))),
    ),
    text: ['| stays |', '| old row |', '| stays too |'],
    proposals: ['Ana Silva on "old row⏎": [old row⏎] → [new |⏎row⏎]'],
  },
  {
    title: 'footnotes, text boxes, pictures, equations, hidden text and objects are named',
    footnotes: `<w:footnote w:id="2">${p('', r('See Article 9.'))}</w:footnote>`,
    body: p(
      '',
      r('Words'),
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('', r('In a box'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
      '<w:r><w:drawing><wp:inline/></w:drawing></w:r>',
      '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r>',
      r('secret', '<w:vanish/>'),
      '<m:oMath><m:r><m:t>R=K×λ</m:t></m:r></m:oMath>',
    ),
    text: ['WordsR=K×λ'],
    notTaken: [
      'picture 1',
      'text-box 1: In a box',
      'footnote 1: See Article 9.',
      'equation 1: R=K×λ',
      'embedded-object 1',
      'hidden-text 1: secret',
    ],
  },
  {
    title: 'a break in a paragraph begins a line, one of pages does not',
    body: p(
      '',
      r('one'),
      '<w:r><w:br/></w:r>',
      r('two'),
      '<w:r><w:br w:type="page"/></w:r>',
      r(' three'),
    ),
    text: ['one', 'two three'],
  },
  {
    title: 'headings that are sections, and others',
    body: heading('2. Grounds:') + p('', r('Because.')) + heading('Background') + p('', r('More.')),
    text: ['# grounds', 'Because.', '**Background**', 'More.'],
    notTaken: ['heading-as-bold 1: Background'],
  },
  {
    title: 'the true hour is taken where Word writes it',
    body: p('', from(0), r('hour'), to(0)),
    text: ['hour'],
    said: ['Ana Silva 2026-03-03 on "hour": Late.'],
    ...commented(
      `<w:comment w:id="0" w:author="Ana Silva" w:date="2026-03-04T00:30:00Z" w16du:dateUtc="2026-03-03T23:30:00Z">${p('', r('Late.'))}</w:comment>`,
    ),
  },
  {
    title:
      'an entry laid out in a table as the Official Journal does, with points and notes in its cell',
    body:
      heading('Controlled items') +
      table(
        row(
          p('', r('3B501')),
          p('', r('Equipment as follows:')) +
            table(
              row(
                p('', r('a.')),
                p('', r('First point:')) + table(row(p('', r('1.')), p('', r('inner one')))),
              ),
              row(p('', r('b.')), p('', r('Second '), ins('point'))),
              row(p('', r('Note:')), p('', r('3B501.a. does not control old ones.'))),
            ),
        ),
      ),
    text: [
      '# items',
      '3B501 ## Equipment as follows:',
      'a. First point:',
      'a.1. inner one',
      'b. Second',
      'note 3B501.a. does not control old ones.',
    ],
    proposals: ['Ana Silva on "": [] → [point]'],
  },
  {
    title: 'signs raised by a style or by so many points, and words hidden or in bold by a style',
    styles: `<w:style w:type="character" w:styleId="Sup"><w:name w:val="Sup"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Sup2"><w:name w:val="Sup2"/><w:basedOn w:val="Sup"/></w:style>
      <w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>`,
    body:
      p(
        '',
        r('10'),
        r('-4', '<w:rStyle w:val="Sup2"/>'),
        r(' Pa, 10'),
        r('-5', '<w:position w:val="6"/><w:sz w:val="12"/>'),
        r(' Pa, H'),
        r('2', '<w:position w:val="-6"/>'),
        r('O, 10', '<w:rStyle w:val="Sup"/><w:vertAlign w:val="baseline"/>'),
        r('secret', '<w:rStyle w:val="Hid"/>'),
        r(' seen', '<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>'),
        r(' strong', '<w:rStyle w:val="Strong"/>'),
      ) + p(style('Unseen'), r('a hidden line')),
    text: ['10^{-4} Pa, 10^{-5} Pa, H_{2}O, 10 seen** strong**'],
    notTaken: ['hidden-text 2: secret, a hidden line'],
  },
  {
    title: 'words that are struck out, also by a style, and a part in a document of its own',
    styles: `<w:style w:type="character" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:dstrike/></w:rPr></w:style>`,
    body:
      p('', r('kept '), r('struck ', '<w:strike/>'), r('too', '<w:rStyle w:val="Old"/>')) +
      '<w:subDoc r:id="rElsewhere"/>' +
      p('', '<w:subDoc r:id="rElsewhere"/>', r('end')),
    text: ['kept struck too', 'end'],
    notTaken: ['struck-out 2: struck, too', 'part-elsewhere 2'],
  },
  {
    title: 'cells that were inserted and deleted with changes tracked',
    body: `<w:tbl><w:tr><w:tc>${p('', r('stays'))}</w:tc><w:tc><w:tcPr><w:cellIns w:id="1" w:author="Ana Silva" w:date="${noon}"/></w:tcPr>${p('', r('new'))}</w:tc><w:tc><w:tcPr><w:cellDel w:id="2" w:author="${bob}" w:date="${later}"/></w:tcPr>${p('', r('old'))}</w:tc></w:tr></w:tbl>`,
    text: ['| stays | old |'],
    proposals: ['Ana Silva on "": [] → [ |⏎new]', 'Bob Dupont on "old": [ |⏎old] → []'],
  },
  {
    title: 'looks that were changed and cells that were merged with changes tracked are named',
    body:
      p(
        `<w:pPrChange ${by('Ana Silva')}><w:pPr/></w:pPrChange>`,
        r('plain '),
        r('bold', `<w:b/><w:rPrChange ${by(bob)}><w:rPr/></w:rPrChange>`),
      ) +
      `<w:tbl><w:tblPr><w:tblPrChange ${by(bob)}><w:tblPr/></w:tblPrChange></w:tblPr>
        <w:tr><w:tc><w:tcPr><w:cellMerge ${by('Ana Silva')} w:vMerge="rest"/></w:tcPr>${p('', r('top'))}</w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:cellMerge ${by('Ana Silva')} w:vMerge="cont"/></w:tcPr>${p('', r('below'))}</w:tc></w:tr>
      </w:tbl><w:sectPr><w:sectPrChange ${by('')}><w:sectPr/></w:sectPrChange></w:sectPr>`,
    text: ['plain **bold**', '| top |', '| below |'],
    notTaken: [
      'tracked-look 4 by Ana Silva, Bob Dupont: plain bold, bold',
      'tracked-merge 2 by Ana Silva: top, below',
    ],
  },
  {
    title:
      'words and a text box written in two ways for old and new programs, of which one is read',
    body: p(
      '',
      '<mc:AlternateContent><mc:Choice Requires="w16du"><w:r><w:t>read </w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>read </w:t></w:r></mc:Fallback></mc:AlternateContent>',
      '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>once</w:t></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>',
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('', r('boxed'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('', r('boxed'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    text: ['read once'],
    notTaken: ['text-box 1: boxed'],
  },
  {
    title: 'controls of content that nobody has filled in, in a line and around one',
    body:
      p(
        '',
        r('Date: '),
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click here to enter text.')}</w:sdtContent></w:sdt>`,
        `<w:sdt><w:sdtPr/><w:sdtContent>${r('1 May')}</w:sdtContent></w:sdt>`,
      ) +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('', r('Choose an item.'))}</w:sdtContent></w:sdt>`,
    text: ['Date: 1 May'],
  },
  {
    title: 'comments that answer each other in a circle: the first of them begins the thread',
    body: p('', from(1), from(2), r('words'), to(1), to(2)),
    comments: comment(1, 'one') + comment(2, 'two'),
    commentsExtended:
      extended('00000001', { answers: '00000002' }) + extended('00000002', { answers: '00000001' }),
    text: ['words'],
    said: [
      'Ana Silva 2026-03-04 on "words": one',
      'Ana Silva 2026-03-04 answers 1 on "words": two',
    ],
  },
  ...(['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    title: `a part in ${encoding}`,
    body: '',
    more: {
      'word/document.xml': inUtf16(
        `\uFEFF${part('w:document', `<w:body>${p('', r('≤ 45 nm, é'))}</w:body>`).replace('UTF-8', 'UTF-16')}`,
        encoding,
      ),
    },
    text: ['≤ 45 nm, é'],
  })),
]

/** The part of the comments. */
function commented(comments: string) {
  return { comments }
}

function inUtf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint8Array(encoding === 'utf-16le' ? bytes : bytes.swap16())
}
