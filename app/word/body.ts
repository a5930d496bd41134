import type { Change, Line, LineKind, Piece } from './line.ts'
import type { NotTakenList } from './not-taken.ts'
import { Numbering } from './numbering.ts'
import { indentStep } from './package.ts'
import { type Cell, labelledLines, type Row } from './labelled-rows.ts'
import { type Around, changeOf, isPrompt, RunReader } from './runs.ts'
import { indentsIn, outlineLevel, type ParagraphStyle, plainStyle, readStyles } from './styles.ts'
import type { WordParts } from './parts.ts'
import { WordRefused } from './word-refused.ts'
import { alternativeOf, elementsIn, find, isOn, valueOf, type XmlElement } from './xml.ts'

/** More paragraphs than this are no draft. */
const mostLines = 20_000

/** Points in notes in points: further in no text of ours stands. */
const mostSteps = 40

/** Stands between the words of two cells, as where a table is pasted. */
const divider = '|'

/** Reads the body of a document into its lines, one after the other, whatever they stand in. */
export function readBody(parts: WordParts, notTaken: NotTakenList): Line[] {
  const reader = new BodyReader(parts, notTaken)
  reader.readBlocks(parts.body, { change: null, link: null })
  return reader.lines
}

class BodyReader {
  readonly lines: Line[] = []
  readonly #styles
  readonly #isOwn: boolean
  readonly #numbering: Numbering
  readonly #runs: RunReader
  readonly #notTaken: NotTakenList
  /** Edges that stand between paragraphs: they belong to the next one. */
  #waiting: Piece[] = []

  constructor(parts: WordParts, notTaken: NotTakenList) {
    this.#styles = readStyles(parts.styles)
    this.#isOwn = [...this.#styles.values()].some(({ own }) => own === 'added')
    this.#numbering = new Numbering(parts.numbering)
    this.#runs = new RunReader(parts, notTaken)
    this.#notTaken = notTaken
  }

  readBlocks(parent: XmlElement, around: Around) {
    for (const element of elementsIn(parent)) {
      switch (element.name) {
        case 'w:p':
          this.#add(...this.#paragraph(element, around))
          break
        case 'w:tbl':
          this.#table(element, around)
          break
        case 'w:sdt':
          if (isPrompt(element)) break
          for (const content of elementsIn(element, 'w:sdtContent'))
            this.readBlocks(content, around)
          break
        case 'w:customXml':
          this.readBlocks(element, around)
          break
        case 'mc:AlternateContent':
          this.readBlocks(alternativeOf(element), around)
          break
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          this.readBlocks(element, { ...around, change: changeOf(element, around.change) })
          break
        case 'w:altChunk':
          this.#notTaken.add('embedded-object')
          break
        case 'w:subDoc':
          this.#notTaken.add('part-elsewhere')
          break
        default:
          this.#waiting.push(...this.#runs.edgeOf(element))
      }
    }
  }

  #add(...lines: Line[]) {
    for (const line of lines) {
      this.lines.push({ ...line, pieces: [...this.#waiting, ...line.pieces] })
      this.#waiting = []
    }
    if (this.lines.length > mostLines) throw new WordRefused('word-too-large')
  }

  /** The lines of one paragraph: a break within it begins a new one. */
  #paragraph(paragraph: XmlElement, around: Around): Line[] {
    const properties = find(paragraph, 'w:pPr')
    const own = find(properties, 'w:rPr')
    const marks = own ? elementsIn(own) : []
    const end = marks.reduce((change, mark) => changeOf(mark, change), around.change)
    const kind = this.#kindOf(properties, end?.kind === 'inserted' || end?.kind === 'gone')
    const parts = this.#runs.readParagraph(paragraph, around)
    return parts.map(({ pieces, end: broken }, place) => ({
      ...(place === 0 ? kind : { ...kind, numbered: null }),
      pieces,
      end: place < parts.length - 1 ? broken : end,
    }))
  }

  #kindOf(properties: XmlElement | null, isNew: boolean): LineKind {
    const styleId = valueOf(properties, 'w:pStyle') ?? 'Normal'
    const style = this.#styles.get(styleId) ?? plainStyle
    const numbering = find(properties, 'w:numPr')
    const numId = valueOf(numbering, 'w:numId') ?? style.numId
    const own = valueOf(numbering, 'w:ilvl')
    // The level that names the style is the one it counts at, whatever that says itself (ECMA-376, 17.9.23).
    const ofStyle = this.#numbering.levelOfStyle(styleId) ?? style.numLevel ?? 0
    const level = own === null ? ofStyle : Number(own)
    // What is not there yet has no number: those after it would be counted on.
    const isCounted =
      numId !== null && numId !== '0' && !isNew && !isOn(properties, 'w:rPr', 'w:vanish')
    const heading = outlineLevel(properties) ?? style.heading
    // The title of a document of ours is that of the file.
    const role = heading === 0 ? 'added' : (style.own ?? 'words')
    return {
      heading,
      numbered: isCounted ? this.#numbering.count(numId, level) : null,
      indent: indentOf(properties, style),
      isRow: false,
      own: this.#isOwn ? { role, indent: stepsInwards(properties) } : null,
    }
  }

  #table(table: XmlElement, around: Around) {
    const rows = elementsWithin(table, 'w:tr').map((row) => this.#row(row, around))
    const labelled = this.#isOwn ? null : labelledLines(rows)
    if (labelled) return this.#add(...labelled)
    this.#notTaken.add('table-as-rows')
    if (hasMergedCells(table)) this.#notTaken.add('merged-cells')
    const own = this.#isOwn ? { role: 'words' as const, indent: 0 } : null
    for (const { cells, change } of rows) {
      const pieces = cells.flatMap((cell, place) => [
        ...(place === 0 ? [] : [words(` ${divider} `, dividerChange(cells, place))]),
        ...inOneLine(cell),
      ])
      this.#add({
        heading: null,
        numbered: null,
        indent: null,
        isRow: true,
        own,
        pieces,
        end: change,
      })
    }
  }

  #row(row: XmlElement, around: Around): Row {
    const change = changeIn(find(row, 'w:trPr') ?? row, around.change)
    const cells = elementsWithin(row, 'w:tc').map((cell) => {
      const own = changeIn(find(cell, 'w:tcPr'), change)
      return { change: own, lines: this.#linesWithin(cell, { ...around, change: own }) }
    })
    return { change, cells }
  }

  /** What stands in a cell, as lines of its own. */
  #linesWithin(parent: XmlElement, around: Around): Line[] {
    const from = this.lines.length
    this.readBlocks(parent, around)
    return this.lines.splice(from)
  }
}

function hasMergedCells(table: XmlElement): boolean {
  const cells = elementsWithin(table, 'w:tr').flatMap((row) => elementsWithin(row, 'w:tc'))
  return cells.some((cell) => {
    const properties = find(cell, 'w:tcPr')
    const span = Number(valueOf(properties, 'w:gridSpan') ?? 1)
    return span > 1 || ['w:vMerge', 'w:hMerge'].some((name) => find(properties, name) !== null)
  })
}

/** The change that properties speak of, of what they belong to as a whole. */
function changeIn(properties: XmlElement | null, around: Change | null): Change | null {
  const marks = properties ? elementsIn(properties) : []
  return marks.reduce((change, mark) => changeOf(mark, change), around)
}

/** What parts two cells comes and goes with the second of them, or with all before it. */
function dividerChange(cells: readonly Cell[], place: number): Change | null {
  const change = cells[place]?.change ?? null
  const before = cells.slice(0, place)
  return change ?? (before.every((cell) => cell.change) ? (before[0]?.change ?? null) : null)
}

/** The words of a cell in one line, tables in it among them. */
function inOneLine({ lines, change }: Cell): Piece[] {
  return lines.flatMap(({ pieces, numbered }, place) => [
    ...(place === 0 ? [] : [words(' ', change)]),
    ...(numbered ? [words(`${numbered.mark} `, change)] : []),
    ...pieces,
  ])
}

/** The first line of a paragraph may stand further inwards or outwards than the others. */
function indentOf(properties: XmlElement | null, style: ParagraphStyle): number {
  const own = indentsIn(properties)
  return (own.left ?? style.left ?? 0) + (own.first ?? style.first ?? 0)
}

function stepsInwards(properties: XmlElement | null): number {
  const indent = find(properties, 'w:ind')?.attributes ?? {}
  const steps = Math.round(Number(indent['w:left'] ?? indent['w:start'] ?? 0) / indentStep)
  return steps >= 0 && steps <= mostSteps ? steps : 0
}

function words(text: string, change: Around['change']): Piece {
  return { kind: 'words', text, marks: [], change }
}

/** Rows and cells, which may stand in controls of content. */
function elementsWithin(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.name === name) return [child]
    const holds = ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del'].includes(child.name)
    return holds ? elementsWithin(child, name) : []
  })
}
