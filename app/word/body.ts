import {
  type Cell,
  type Change,
  divider,
  type Line,
  type LineKind,
  type Piece,
  type Row,
  type WrittenTable,
  wordsInTable,
} from './line.ts'
import type { NotTakenList } from './not-taken.ts'
import { Numbering } from './numbering.ts'
import { indentStep } from './package.ts'
import { labelledLines } from './labelled-rows.ts'
import { changeOf } from './changes.ts'
import { type Around, isPrompt, RunReader } from './runs.ts'
import { indentsIn, outlineLevel, type ParagraphStyle, plainStyle, readStyles } from './styles.ts'
import type { WordParts } from './parts.ts'
import { WordRefused } from './word-refused.ts'
import { alternativeOf, elementsIn, find, isOn, valueOf, type XmlElement } from './xml.ts'

/** More paragraphs than this are no draft. */
const mostLines = 20_000

/** Points in notes in points: further in no text of ours stands. */
const mostSteps = 40

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
  /** Those of cells are counted while these are read. */
  #count = 0

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
    this.#count += lines.length
    if (this.#count > mostLines) throw new WordRefused('word-too-large')
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
      cell: null,
      own: this.#isOwn ? { role, indent: stepsInwards(properties) } : null,
    }
  }

  #table(table: XmlElement, around: Around) {
    const rows = this.#within(table, 'w:tr', (row) => this.#row(row, around))
    const labelled = this.#isOwn ? null : labelledLines(rows)
    // Its lines were counted, and edges that wait stand behind it.
    this.lines.push(...(labelled ?? cellLines(rows.map((row) => this.#withoutTables(row)))))
  }

  #row(row: XmlElement, around: Around): Row {
    const properties = find(row, 'w:trPr')
    const change = changeIn(properties ?? row, around.change)
    const cells = this.#within(row, 'w:tc', (cell) => {
      const own = changeIn(find(cell, 'w:tcPr'), change)
      return {
        change: own,
        lines: this.#linesWithin(cell, { ...around, change: own }),
        ...mergedAs(cell),
      }
    })
    return {
      change,
      isHeader: isOn(properties, 'w:tblHeader'),
      free: countOf(properties, 'w:gridBefore') ?? 0,
      cells,
    }
  }

  /** Rows and cells, which may stand in controls of content, with the edges between them. */
  #within<One>(parent: XmlElement, name: string, read: (element: XmlElement) => One): One[] {
    return elementsIn(parent).flatMap((child) => {
      if (child.name === name) return [read(child)]
      if (holders.has(child.name)) return this.#within(child, name, read)
      this.#waiting.push(...this.#runs.edgeOf(child))
      return []
    })
  }

  /** In a cell no table may stand: one is told, and each of its rows becomes a line there. */
  #withoutTables(row: Row): Row {
    const plain = (lines: readonly Line[]) => {
      const made: Line[] = []
      let last: WrittenTable | null = null
      for (const line of lines) {
        const table = line.cell?.table ?? null
        if (!table) made.push(line)
        else if (table !== last) made.push(...this.#asRows(table))
        last = table
      }
      return made
    }
    return { ...row, cells: row.cells.map((cell) => ({ ...cell, lines: plain(cell.lines) })) }
  }

  #asRows(table: WrittenTable): Line[] {
    this.#notTaken.add('table-as-rows', wordsInTable(table))
    return table.rows.flatMap((row) => rowLine(row) ?? [])
  }

  /** What stands in a cell, as lines of its own. */
  #linesWithin(parent: XmlElement, around: Around): Line[] {
    const from = this.lines.length
    this.readBlocks(parent, around)
    return this.lines.splice(from)
  }
}

/** The lines of a table, each in its cell. */
function cellLines(rows: readonly Row[]): Line[] {
  const table = { rows }
  return rows.flatMap((row) =>
    row.cells.flatMap((cell, place) => {
      const isLast = place === row.cells.length - 1
      const end = isLast ? row.change : dividerChange(row.cells, place + 1)
      return cell.lines.map((line, at) => ({
        ...line,
        cell: { table, row, cell },
        end: at === cell.lines.length - 1 ? end : line.end,
      }))
    }),
  )
}

/** The cells of a row in one line; null where it has none. */
function rowLine({ cells, change }: Row): Line | null {
  const first = cells.find(({ lines }) => lines.length > 0)?.lines[0]
  if (!first) return null
  const pieces = cells.flatMap((cell, place) => [
    ...(place === 0 ? [] : [words(divider, dividerChange(cells, place))]),
    ...inOneLine(cell),
  ])
  const plain = { heading: null, numbered: null, indent: null, cell: null }
  return { ...first, ...plain, isRow: true, pieces, end: change }
}

function mergedAs(cell: XmlElement): Pick<Cell, 'columns' | 'down' | 'isMergedAside'> {
  const properties = find(cell, 'w:tcPr')
  // Without a value it goes on, as the standard has it.
  const merged = (name: string) => {
    const mark = find(properties, name)
    return mark && (mark.attributes['w:val'] === 'restart' ? 'begins' : 'goes-on')
  }
  return {
    columns: countOf(properties, 'w:gridSpan') ?? 1,
    down: merged('w:vMerge'),
    isMergedAside: merged('w:hMerge') === 'goes-on',
  }
}

/** How many columns a property speaks of; null where it speaks of none. */
function countOf(properties: XmlElement | null, name: string): number | null {
  const count = Number(valueOf(properties, name) ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostColumns) : null
}

/** More than any table has or may have: what is counted with stays small. */
const mostColumns = 10_000

/** The change that properties speak of, of what they belong to as a whole. */
function changeIn(properties: XmlElement | null, around: Change | null): Change | null {
  const marks = properties ? elementsIn(properties) : []
  return marks.reduce((change, mark) => changeOf(mark, change), around)
}

/** What parts two cells comes and goes with the second of them, or with all before it. */
function dividerChange(cells: readonly Cell[], place: number): Change | null {
  const change = cells[place]?.change
  if (change) return change
  const kept = cells.findIndex((cell) => cell.change === null)
  return kept >= place ? (cells[0]?.change ?? null) : null
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

/** What rows and cells may stand in. */
const holders = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del'])
