import {
  BookmarkEnd,
  BookmarkStart,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  LevelSuffix,
  Paragraph,
  TextRun,
  type ILevelsOptions,
  type IParagraphOptions,
  type XmlComponent,
} from 'docx'
import type { Block } from '#app/paper/blocks.ts'
import type { Numbering } from '#app/paper/numbering.ts'
import type { Change, Piece } from '#app/paper/pieces.ts'
import { textAttribute } from '#app/text/content.ts'
import { isSafeLink } from '#app/text/links.ts'
import { addedStyle, indentStep } from '../package.ts'

/** Numbers that are given once in a file: to bookmarks and changes, and to lists. */
export class Numbers {
  #last = 0
  readonly #lists = new Map<string, number>()

  next(): number {
    return ++this.#last
  }

  ofList(name: string): number {
    const known = this.#lists.get(name) ?? this.#lists.size + 1
    this.#lists.set(name, known)
    return known
  }
}

/** A comment where it begins or ends: itself, and the replies to it. */
export interface Mark {
  readonly at: number
  readonly ids: readonly number[]
  readonly bookmark: { readonly name: string; readonly id: number }
}

export interface ParagraphParts {
  readonly block: Block
  readonly pieces: readonly Piece[]
  /** Names of the bookmarks around it, from the outside in. */
  readonly bookmarks: readonly string[]
  readonly starts: readonly Mark[]
  readonly ends: readonly Mark[]
  /** The paragraph as a whole came or went. */
  readonly change: Change | null
  /** Where links without a host lead. */
  readonly origin: string
  /** Where it is not that of the block. */
  readonly style?: string
}

export function wordParagraph(parts: ParagraphParts, numbers: Numbers): Paragraph {
  const { block, change } = parts
  const bookmarks = parts.bookmarks.map((name) => ({ name, id: numbers.next() }))
  const paragraph = new Paragraph({
    ...styleOf(block, parts.style),
    ...numberingOf(block, numbers),
    ...(change && {
      run: { [change.kind === 'inserted' ? 'insertion' : 'deletion']: stamp(change, numbers) },
    }),
  })
  for (const child of [
    ...bookmarks.map(({ name, id }) => new BookmarkStart(name, id)),
    ...wordsOf(parts, numbers),
    ...bookmarks.map(({ id }) => new BookmarkEnd(id)),
  ])
    paragraph.addChildElement(child)
  return paragraph
}

function styleOf(block: Block, given?: string): IParagraphOptions {
  const { kind, indent, numbering } = block
  if (given) return { style: given }
  if (kind === 'section') return { heading: HeadingLevel.HEADING_1 }
  if (kind === 'entry') return { heading: HeadingLevel.HEADING_2 }
  const left = indent * indentStep
  return {
    style: kind === 'line' ? lineStyle(block) : styles[kind],
    indent: numbering && numbering.kind !== 'title' ? { left, hanging: indentStep } : { left },
  }
}

function lineStyle({ cell, note, isItem }: Block): string {
  if (!cell && isItem) return note ? 'ConcertNoteItem' : 'ConcertItem'
  if (!cell) return note ? 'ConcertNote' : 'Normal'
  if (cell.isHeader) return 'ConcertTableHead'
  return cell.columns > manyColumns ? 'ConcertCell' : 'ConcertTable'
}

/** More stand beside each other only in smaller letters. */
const manyColumns = 6

const styles = { added: addedStyle, heading: 'ConcertHeading' } as const

/** Word counts in nine levels; deeper ones are counted in the last, and stand where they belong. */
const deepest = 8

/**
 * Word counts lists of one definition together: one that goes on behind a list inside of it, as that of
 * a note in a point, or of items, needs another.
 */
function numberingOf({ numbering, indent, isItem }: Block, numbers: Numbers): IParagraphOptions {
  if (!numbering) return {}
  const level = numbering.kind === 'title' ? 0 : Math.min(numbering.level, deepest)
  return {
    numbering: {
      reference: {
        reference: `${referenceOf(numbering, level)} at ${indent}${isItem ? ' of items' : ''}`,
        levels: [levelOf(numbering, level)],
      },
      level,
      instance: 'list' in numbering ? numbers.ofList(numbering.list) : 0,
      custom: true,
    },
  }
}

const formats = {
  letters: LevelFormat.LOWER_LETTER,
  numbers: LevelFormat.DECIMAL,
  bullet: LevelFormat.BULLET,
} as const

function referenceOf(numbering: Numbering, level: number): string {
  return 'list' in numbering
    ? `${numbering.kind} ${level} from ${numbering.start}`
    : `${numbering.kind} ${level} ${numbering.label}`
}

function levelOf(numbering: Numbering, level: number): ILevelsOptions {
  if (numbering.kind === 'title')
    return {
      level,
      format: LevelFormat.NONE,
      text: escaped(numbering.label),
      suffix: LevelSuffix.SPACE,
      style: { run: { bold: true } },
    }
  if (numbering.kind === 'own')
    return { level, format: LevelFormat.NONE, text: escaped(numbering.label) }
  if (numbering.kind === 'bullet') return { level, format: formats.bullet, text: numbering.label }
  const { kind, start } = numbering
  return { level, format: formats[kind], text: `%${level + 1}.`, start }
}

/** In the text of a level `%1` is a number. */
function escaped(label: string): string {
  return label.replaceAll('%', '\u2052')
}

function wordsOf({ pieces, starts, ends, origin }: ParagraphParts, numbers: Numbers) {
  const children: XmlComponent[] = []
  let at = 0
  const isShort = (mark: Mark) =>
    starts.some((one) => one.bookmark === mark.bookmark && one.at === mark.at)
  const close = (mark: Mark) =>
    children.push(
      ...mark.ids.flatMap((id) => [
        new CommentRangeEnd(id),
        new TextRun({ children: [new CommentReference(id)] }),
      ]),
      new BookmarkEnd(mark.bookmark.id),
    )
  /** What ends at a place ends before what begins there, except for what does both. */
  const pass = (place: number) => {
    for (const mark of ends) if (mark.at === place && !isShort(mark)) close(mark)
    for (const { at: start, ids, bookmark } of starts)
      if (start === place)
        children.push(
          new BookmarkStart(bookmark.name, bookmark.id),
          ...ids.map((id) => new CommentRangeStart(id)),
        )
    for (const mark of ends) if (mark.at === place && isShort(mark)) close(mark)
  }
  const edges = new Set([...starts, ...ends].map((mark) => mark.at))
  for (const piece of pieces) {
    // New words stand with those whose place they take, inside of what is said on these.
    if (piece.change?.kind === 'inserted') {
      children.push(...wordRun(piece, origin, numbers))
      continue
    }
    for (const part of cut(piece, at, edges)) {
      pass(at)
      children.push(...wordRun(part, origin, numbers))
      at += part.text.length
    }
  }
  pass(at)
  return children
}

function cut(piece: Piece, start: number, edges: ReadonlySet<number>): Piece[] {
  const inside = [...edges]
    .map((edge) => edge - start)
    .filter((edge) => edge > 0 && edge < piece.text.length)
    .sort((a, b) => a - b)
  const stops = [0, ...inside, piece.text.length]
  return stops
    .slice(0, -1)
    .map((from, index) => ({ ...piece, text: piece.text.slice(from, stops[index + 1]) }))
}

function wordRun({ text, marks, change }: Piece, origin: string, numbers: Numbers) {
  const link = marks.find(({ type }) => type === 'link')
  const href = (link && textAttribute(link, 'href')) ?? ''
  const has = (type: string) => marks.some((mark) => mark.type === type)
  const options = {
    text,
    bold: has('bold') || undefined,
    italics: has('italic') || undefined,
    superScript: has('superscript') || undefined,
    subScript: has('subscript') || undefined,
    ...(link && { style: 'Hyperlink' }),
  }
  const run = !change
    ? new TextRun(options)
    : change.kind === 'inserted'
      ? new InsertedTextRun({ ...options, ...stamp(change, numbers) })
      : new DeletedTextRun({ ...options, ...stamp(change, numbers) })
  if (!link || !isSafeLink(href)) return [run]
  return [new ExternalHyperlink({ link: new URL(href, origin).href, children: [run] })]
}

export function stamp({ author, at }: Change, numbers: Numbers) {
  return { id: numbers.next(), author, date: toTheSecond(at).toISOString().replace('.000Z', 'Z') }
}

/** Word keeps no parts of seconds. */
export function toTheSecond(at: string): Date {
  return new Date(Math.floor(Date.parse(at) / 1000) * 1000)
}
