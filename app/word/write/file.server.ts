import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type IStylesOptions,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { PaperHead } from '#app/paper/head.ts'
import { printProperties } from '../comment-prints.ts'
import { addedStyle, fileProperty, styleNames, versionProperty } from '../package.ts'
import { commentOptions, printsOf, type WrittenComment } from './comment-lines.server.ts'

export interface WordFile {
  readonly head: PaperHead
  readonly isLandscape?: boolean
  readonly children: readonly FileChild[]
  readonly comments?: readonly WrittenComment[]
  /** The version that it is; null where it is the draft, or no text. */
  readonly version: number | null
  /** A table, as XML, that stands after everything else. */
  readonly table?: string
}

/** A4, in twips. */
const paper = { width: 11906, height: 16838 }
const margin = 1134

/** Twips between the margins. */
export const textWidth = {
  portrait: paper.width - 2 * margin,
  landscape: paper.height - 2 * margin,
} as const

/** The bytes of a Word file. */
export async function writeWord(words: LocaleFormat, file: WordFile): Promise<Uint8Array> {
  const { head, isLandscape = false, comments = [], version } = file
  const width = textWidth[isLandscape ? 'landscape' : 'portrait']
  const document = new Document({
    title: `${head.reference} ${head.title}`,
    subject: head.name,
    creator: words.t('shell.portal-name'),
    lastModifiedBy: words.t('shell.portal-name'),
    styles,
    customProperties: [
      { name: fileProperty, value: head.reference },
      ...(version === null ? [] : [{ name: versionProperty, value: String(version) }]),
      ...printProperties(printsOf(comments)),
    ],
    ...(comments.length > 0 && { comments: { children: comments.map(commentOptions) } }),
    sections: [
      {
        properties: {
          page: {
            // The library turns the page itself.
            size: {
              ...paper,
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin + 340, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: pageHeader(head, width) },
        footers: { default: pageFooter(words, width) },
        children: [...file.children, ...(file.table ? [new Paragraph(tablePlace)] : [])],
      },
    ],
  })
  const bytes = withoutForbidden(new Uint8Array(await Packer.toArrayBuffer(document)))
  return file.table ? withTable(bytes, file.table) : bytes
}

function pageHeader(head: PaperHead, width: number): Header {
  const tabStops = [{ type: TabStopType.RIGHT, position: width }]
  return new Header({
    children: [
      new Paragraph({
        style: 'Header',
        children: [
          new TextRun({ text: head.reference, bold: true }),
          new TextRun(`  ${head.name}`),
        ],
      }),
      new Paragraph({
        style: 'Header',
        tabStops,
        children: [
          new TextRun({ text: head.marking ?? '', bold: true }),
          new TextRun({ children: [new Tab(), head.date] }),
        ],
      }),
    ],
  })
}

function pageFooter({ t }: LocaleFormat, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun(t('paper.not-authentic')),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}

/** Title and facts, before everything else. */
export function wordHead(
  head: PaperHead,
  title = new Paragraph({ style: 'Title', text: head.title }),
): Paragraph[] {
  return [
    title,
    new Paragraph({ style: 'ConcertName', text: `${head.reference}. ${head.name}` }),
    ...head.facts.map((text) => new Paragraph({ style: addedStyle, text })),
    ...(head.marking ? [new Paragraph({ style: 'ConcertMarking', text: head.marking })] : []),
  ]
}

const font = 'Arial'
const blue = '003776'
const grey = '515560'

const styles: IStylesOptions = {
  default: {
    document: { run: { font, size: 21 }, paragraph: { spacing: { after: 110, line: 264 } } },
    title: {
      run: { font, size: 34, bold: true, color: blue },
      paragraph: { spacing: { after: 80 } },
    },
    heading1: {
      run: { font, size: 27, bold: true, color: blue },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 23, bold: true },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
    hyperlink: { run: { color: '0B4EA2', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Header',
      name: 'header',
      run: { size: 17, color: grey },
      paragraph: { spacing: { after: 40 } },
    },
    { id: 'Footer', name: 'footer', run: { size: 17, color: grey } },
    { id: 'ConcertName', name: styleNames.name, basedOn: 'Normal', run: { bold: true } },
    {
      id: 'ConcertMarking',
      name: styleNames.marking,
      basedOn: 'Normal',
      run: { bold: true, color: '8A1F11' },
      paragraph: { alignment: AlignmentType.LEFT },
    },
    {
      id: addedStyle,
      name: styleNames.added,
      basedOn: 'Normal',
      run: { italics: true, color: grey },
    },
    {
      id: 'ConcertHeading',
      name: styleNames.heading,
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    { id: 'ConcertNote', name: 'Concert note', basedOn: 'Normal', run: { size: 19 } },
    { id: 'ConcertItem', name: styleNames.item, basedOn: 'Normal' },
    { id: 'ConcertNoteItem', name: styleNames.noteItem, basedOn: 'ConcertNote' },
    {
      id: 'ConcertCell',
      name: 'Concert cell',
      basedOn: 'Normal',
      run: { size: 17 },
      paragraph: { spacing: { after: 50, line: 240 } },
    },
    {
      id: 'ConcertTable',
      name: 'Concert table',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 40, line: 240 } },
    },
    {
      id: 'ConcertTableHead',
      name: 'Concert table head',
      basedOn: 'ConcertCell',
      run: { bold: true },
    },
    {
      id: 'ConcertAfterTable',
      name: styleNames.afterTable,
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { after: 0, line: 120 } },
    },
    {
      id: 'ConcertGone',
      name: styleNames.gone,
      basedOn: 'Heading1',
    },
    {
      id: 'ConcertComment',
      name: 'annotation text',
      basedOn: 'Normal',
      run: { size: 20 },
    },
  ],
}

/** The library drops control characters, and leaves these two, with which no program opens the file. */
const forbidden = /[\uFFFE\uFFFF]/g

function withoutForbidden(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  let isFound = false
  for (const [path, part] of Object.entries(parts)) {
    const text = strFromU8(part)
    const allowed = text.replaceAll(forbidden, '')
    if (allowed === text) continue
    parts[path] = strToU8(allowed)
    isFound = true
  }
  return isFound ? zipSync(parts) : bytes
}

/** What stands where the table comes, until it does: the last words of the document. */
const tablePlace = '@@concert-table@@'

/** The library takes ten times as long for a table of thousands of cells as it takes to write it down. */
function withTable(bytes: Uint8Array, table: string): Uint8Array {
  const parts = unzipSync(bytes)
  const path = 'word/document.xml'
  const known = parts[path]
  if (!known) throw new Error('the file has no document')
  const document = strFromU8(known)
  const place = document.lastIndexOf(tablePlace)
  const from = document.lastIndexOf('<w:p>', place)
  if (place === -1 || from === -1) throw new Error('the document has no place for its table')
  // Word wants a paragraph after a table: an empty one takes the place of the mark.
  const rest = document.slice(document.indexOf('</w:p>', place))
  parts[path] = strToU8(`${document.slice(0, from)}${table}<w:p>${rest}`)
  return zipSync(parts)
}
