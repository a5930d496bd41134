import { zipSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { mostNotes, readWord } from '#app/word/read-word.ts'
import { comment, inList, ins, p, part, r, usualNumbering, wordFile } from './word-file.ts'

/** What must be refused, for its reason, before it costs anything. */

const ownWords = { withoutCode: '', logics: {} }
const options = { sections: {}, section: 'risk', idPrefix: 'w', ownWords } as const
const reasonOf = (bytes: Uint8Array) => {
  const result = readWord(bytes, options)
  return result.ok ? 'read' : result.reason
}
const withBody = (body: string) => wordFile({ body })
const withDocument = (document: string | Uint8Array) =>
  wordFile({ body: '', more: { 'word/document.xml': document } })
const good = withBody(p('', r('words')))

test('a sound one is read', () => {
  expect(reasonOf(good)).toBe('read')
})

test('what is no zip, or no Word document', () => {
  expect(reasonOf(new Uint8Array(0))).toBe('word-not-a-document')
  expect(reasonOf(strToU8('{\\rtf1 old words}'))).toBe('word-not-a-document')
  expect(reasonOf(strToU8('%PDF-1.7'))).toBe('word-not-a-document')
  expect(reasonOf(zipSync({ 'a.txt': strToU8('words') }))).toBe('word-not-a-document')
  expect(reasonOf(zipSync({ '[Content_Types].xml': strToU8('<Types/>') }))).toBe(
    'word-not-a-document',
  )
})

test('a compound file, with and without a password', () => {
  const old = new Uint8Array(2_048)
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(reasonOf(old)).toBe('word-not-a-document')
  const locked = new Uint8Array(old)
  locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 1_024)
  expect(reasonOf(locked)).toBe('word-encrypted')
})

test('a zip that breaks off, at whichever byte', () => {
  for (let length = 4; length < good.length; length += 97)
    expect(reasonOf(good.subarray(0, length))).toBe('word-damaged')
})

test('a zip of which bytes were turned never throws', () => {
  for (let at = 0; at < good.length; at += 7) {
    const turned = new Uint8Array(good)
    turned[at] = (turned[at] ?? 0) ^ 0xff
    expect(reasonOf(turned)).toMatch(/^(read|word-)/)
  }
})

test('a bomb that unpacks to much from little (row 40)', () => {
  const zeros = new Uint8Array(64 * 1024 * 1024).fill(0x20)
  expect(reasonOf(withDocument(zeros))).toBe('word-too-large')
})

test('a bomb that announces less than it unpacks to (row 40)', () => {
  const bytes = withDocument(part('w:document', ' '.repeat(2_000_000)))
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  // The size of the document in the directory and in its own header.
  for (let at = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === part('w:document', ' '.repeat(2_000_000)).length)
      view.setUint32(at, 1_000, true)
  expect(reasonOf(bytes)).toMatch(/^word-/)
})

test('more files than a document has (row 40)', () => {
  const files = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, place) => [`word/media/${place}.png`, '']),
  )
  expect(reasonOf(wordFile({ body: '', more: files }))).toBe('word-too-large')
})

test.each(['../../etc/passwd', '/etc/passwd', 'word/../../x.xml', 'C:/x.xml', 'word\\x.xml'])(
  'a file that is named %s',
  (name) => {
    expect(reasonOf(wordFile({ body: '', more: { [name]: 'x' } }))).toBe('word-damaged')
  },
)

test('a billion laughs (row 40)', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  )
  const document = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join('')}]><x>&l9;</x>`
  expect(reasonOf(withDocument(document))).toBe('word-entities')
})

test('an entity from outside', () => {
  const document = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>`
  expect(reasonOf(withDocument(document))).toBe('word-entities')
})

test('an entity that is nowhere declared, and XML that is none', () => {
  const inside = (words: string) => withDocument(part('w:document', `<w:body>${words}</w:body>`))
  expect(reasonOf(inside('&nbsp;'))).toBe('word-damaged')
  expect(reasonOf(inside('<w:p>'))).toBe('word-damaged')
  expect(reasonOf(inside('<x:p/>'))).toBe('word-damaged')
  expect(reasonOf(withDocument(new Uint8Array([0xff, 0xfe, 0x3c])))).toBe('word-damaged')
})

test('10 000 elements inside each other (row 40)', () => {
  const deep = '<w:smartTag>'.repeat(10_000) + '</w:smartTag>'.repeat(10_000)
  expect(reasonOf(withBody(p('', deep)))).toBe('word-too-deep')
})

test('500 000 empty paragraphs, and 30 000 that say something (row 40)', () => {
  expect(reasonOf(withBody('<w:p/>'.repeat(500_000)))).toBe('word-too-large')
  const random = Array.from(
    { length: 30_000 },
    (_, n) => `<w:p><w:r><w:t>${n * 7919}</w:t></w:r></w:p>`,
  )
  expect(reasonOf(withBody(random.join('')))).toBe('word-too-large')
})

test('tables of more cells than a text may hold, over more than it may cover, or inside each other', () => {
  const cell = (properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>words</w:t></w:r></w:p></w:tc>`
  const table = (rows: string) => `<w:tbl>${rows}</w:tbl>`
  const row = (cells: string) => `<w:tr>${cells}</w:tr>`
  const within = (milliseconds: number, body: string) => {
    const start = performance.now()
    const reason = reasonOf(withBody(body))
    expect(performance.now() - start).toBeLessThan(milliseconds)
    return reason
  }
  const changed = '<w:cellDel w:author="A"/>'
  expect(within(5_000, table(row(cell().repeat(100)).repeat(100)))).toBe('read')
  expect(within(5_000, table(row(cell(changed).repeat(5_000) + cell().repeat(5_000))))).toBe('read')
  expect(within(5_000, table(row(cell().repeat(200)).repeat(150)))).toBe('word-too-large')
  expect(within(5_000, table(row(cell() + '<w:tc/>'.repeat(60_000))))).toBe('word-too-large')
  const wide = cell('<w:gridSpan w:val="100000"/><w:vMerge/>')
  expect(within(5_000, table(row(wide.repeat(10)).repeat(500)))).toBe('read')
  expect(within(5_000, table(row(cell('<w:gridSpan w:val="1e308"/>'))))).toBe('read')
  const nested = Array.from({ length: 60 }).reduce<string>(
    (inside) => table(row(`<w:tc>${inside}<w:p/></w:tc>`)),
    '',
  )
  expect(within(5_000, nested)).toBe('read')
  expect(within(5_000, table(row(`<w:tc>${table(row(cell())).repeat(9_000)}</w:tc>`)))).toBe('read')
})

test('lines of lists in an entry that no list says the same as', () => {
  const line = (n: number) => p(inList(n % 2 === 0 ? 2 : 6, n % 2), r(`${n * 7919}`))
  const numbering = `${usualNumbering}<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="7"/><w:numFmt w:val="decimal"/></w:lvl></w:lvlOverride></w:num>`
  const lines = Array.from({ length: 12_000 }, (_, n) => line(n))
  const bytes = wordFile({ body: p('', r('3B001', '<w:b/>')) + lines.join(''), numbering })
  const start = performance.now()
  const result = readWord(bytes, { ...options, section: 'items' })
  expect(result.ok || result.reason).toBe(true)
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('more comments and changes than anybody settles one by one', () => {
  const half = mostNotes / 2
  const changed = Array.from({ length: half }, (_, n) => p('', r(`line ${n} `), ins('more')))
  const comments = (count: number) =>
    Array.from({ length: count }, (_, n) => comment(n, 'Why?')).join('')
  const withNotes = (count: number) =>
    wordFile({ body: changed.join(''), comments: comments(count) })
  expect(reasonOf(withNotes(half))).toBe('read')
  expect(reasonOf(withNotes(half + 1))).toBe('word-too-many-notes')
})

test('macros and objects are named and not taken over; addresses outside are not asked', () => {
  const bytes = wordFile({
    body: p('', r('words')),
    links: { rId7: 'http://169.254.169.254/latest' },
    more: { 'word/vbaProject.bin': 'x', 'word/embeddings/oleObject1.bin': 'x' },
  })
  const result = readWord(bytes, options)
  expect(result.ok && result.document.notTaken.map(({ kind }) => kind)).toEqual([
    'embedded-object',
    'macro',
  ])
})

test('names of our own objects in the place of attributes and styles do nothing', () => {
  const body = p(
    '<w:pStyle w:val="__proto__"/><w:numPr><w:numId w:val="constructor"/></w:numPr>',
    r('words'),
  )
  expect(reasonOf(withBody(body))).toBe('read')
})
