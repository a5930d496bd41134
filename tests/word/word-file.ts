import { strToU8, zipSync } from 'fflate'

/** Word documents of hand-written XML, in the shapes in which Word writes it. */

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
  ['w16du', 'http://schemas.microsoft.com/office/word/2023/wordml/word16du'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const part = (root: string, inside: string) =>
  `${declaration}<${root} ${namespaces} mc:Ignorable="w14 w15">${inside}</${root}>`

export interface WordFile {
  body: string
  comments?: string
  commentsExtended?: string
  numbering?: string
  styles?: string
  footnotes?: string
  /** Addresses that links of the body name by id. */
  links?: Record<string, string>
  /** More files, by name, or others in the place of those that are always there. */
  more?: Record<string, string | Uint8Array>
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function wordFile({ body, links = {}, more = {}, ...parts }: WordFile): Uint8Array {
  const roots = {
    comments: 'w:comments',
    commentsExtended: 'w15:commentsEx',
    numbering: 'w:numbering',
    styles: 'w:styles',
    footnotes: 'w:footnotes',
  } as const
  const given = Object.entries({ styles: usualStyles, ...parts }) as [keyof typeof roots, string][]
  const relations = [
    ...given.map(
      ([name], place) =>
        `<Relationship Id="rPart${place}" Type="${office}/${name}" Target="${name}.xml"/>`,
    ),
    ...Object.entries(links).map(
      ([id, address]) =>
        `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${address}" TargetMode="External"/>`,
    ),
  ]
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(given.map(([name]) => name)),
    '_rels/.rels': relationships(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${office}/custom-properties" Target="docProps/custom.xml"/>`,
    ),
    'word/document.xml': part('w:document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': relationships(relations.join('')),
    ...Object.fromEntries(
      given.map(([name, inside]) => [`word/${name}.xml`, part(roots[name], inside)]),
    ),
    ...more,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        typeof text === 'string' ? strToU8(text) : text,
      ]),
    ),
  )
}

/** Word and LibreOffice know the parts by these; what reads them here goes by their relations. */
function contentTypes(parts: readonly string[]): string {
  const overrides = ['document', ...parts].map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name === 'document' ? 'document.main' : name}+xml"/>`,
  )
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`
}

function relationships(inside: string): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
}

export const usualStyles = `
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="berschrift1"/></w:style>
  <w:style w:type="paragraph" w:styleId="ListByStyle"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`

/** List 1 counts as Annex I does (a. 1. a.), list 2 has bullets, list 3 counts 1. 2., list 4 (i) (ii). */
export const usualNumbering = `
  ${definition(0, ['lowerLetter', '%1.'], ['decimal', '%2.'], ['lowerLetter', '%3.'])}
  ${definition(1, ['bullet', '\uF0B7'], ['bullet', 'o'])}
  ${definition(2, ['decimal', '%1.'], ['decimal', '%1.%2.'])}
  ${definition(3, ['lowerRoman', '(%1)'])}
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="6"/></w:lvlOverride></w:num>`

function definition(id: number, ...levels: [format: string, text: string][]): string {
  const inside = levels.map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${inside.join('')}</w:abstractNum>`
}

export const r = (text: string, properties = '') =>
  `<w:r w:rsidR="00A11B2C">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph: properties first, or none. */
export const p = (properties: string, ...inside: string[]) =>
  `<w:p w:rsidR="00A11B2C" w:rsidRDefault="00A11B2C">${properties && `<w:pPr>${properties}</w:pPr>`}${inside.join('')}</w:p>`

export const style = (id: string) => `<w:pStyle w:val="${id}"/>`
export const inList = (numId: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

const stamp = (author: string, date: string) => `w:author="${author}" w:date="${date}"`
export const noon = '2026-03-04T12:00:00Z'

export const ins = (text: string, author = 'Ana Silva', date = noon) =>
  `<w:ins w:id="900" ${stamp(author, date)}>${r(text)}</w:ins>`
export const del = (text: string, author = 'Ana Silva', date = noon) =>
  `<w:del w:id="901" ${stamp(author, date)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
/** The end of a paragraph, inserted or deleted: among its properties. */
export const endIs = (what: 'ins' | 'del', author = 'Ana Silva', date = noon) =>
  `<w:rPr><w:${what} w:id="902" ${stamp(author, date)}/></w:rPr>`

export const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
export const to = (id: number) =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

export const comment = (
  id: number,
  text: string,
  { author = 'Ana Silva', date = noon, paragraph = `0000000${id}` } = {},
) =>
  `<w:comment w:id="${id}" ${stamp(author, date)} w:initials="X"><w:p w14:paraId="${paragraph}"><w:r><w:annotationRef/></w:r>${r(text)}</w:p></w:comment>`
export const extended = (paragraph: string, { answers = '', done = 0 } = {}) =>
  `<w15:commentEx w15:paraId="${paragraph}" ${answers && `w15:paraIdParent="${answers}"`} w15:done="${done}"/>`
