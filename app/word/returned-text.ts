import { AnchorText, type Span } from '#app/text/anchor-text.ts'
import type { Content, ContentNode } from '#app/text/content.ts'
import type { TextElement } from '#app/text/elements.ts'
import type { Spot } from './before.ts'
import type { Range } from './comment-places.ts'
import { elementBookmarks } from './package.ts'
import type { Written } from './written.ts'

/** A paragraph of a document that came back. */
export interface ReturnedLine {
  /** In the returned text: that of the line of the version that it is, or one of its own. */
  readonly id: string
  readonly text: string
  /** The line of the version that it was written from. */
  readonly line: TextElement | null
  /** Where no line was: what began with it, as a section does with its heading, or what it is added to. */
  readonly element: TextElement | null
  /** It stands before anything of the text: the title, and what is said about the version. */
  readonly isHead: boolean
}

/**
 * A document that Concert wrote, as a text of lines that bear the ids of those from which they were
 * written, so that places in it can be looked for in that version as they are between versions.
 */
export class ReturnedText {
  readonly lines: readonly ReturnedLine[]
  /** The whole document. */
  readonly text: AnchorText
  /** Without the lines that hold words of the portal, so that those of the text are neighbours again. */
  readonly content: Content

  constructor(written: Written, version: AnchorText) {
    this.lines = linesOf(written, version)
    this.text = new AnchorText(contentOf(this.lines))
    this.content = contentOf(this.lines.filter(({ element, isHead }) => !element && !isHead))
  }

  span({ from, to }: Range): Span {
    const start = this.#at(from)
    return { from: start, to: Math.max(start, this.#at(to)) }
  }

  #at({ line, offset }: Spot): number {
    const element = this.text.lines[line]
    if (!element) return this.text.whole.to
    return Math.min(element.from + offset, element.to)
  }
}

function contentOf(lines: readonly ReturnedLine[]): Content {
  const nodes = lines.map(({ id, text, line }): ContentNode => {
    const type = line?.kind === 'heading' ? 'entryHeading' : 'paragraph'
    return { type, attrs: { id }, content: text === '' ? [] : [{ type: 'text', text }] }
  })
  const section = { type: 'section', attrs: { id: 'returned', key: 'items' }, content: nodes }
  return { type: 'doc', content: [section] }
}

function linesOf({ lines, bookmarks }: Written, version: AnchorText): ReturnedLine[] {
  const named = new Map(
    [...elementBookmarks(version.elements.map(({ id }) => id))].map(([id, name]) => [name, id]),
  )
  const begun = lines.map((): TextElement[] => [])
  for (const { name, spot } of bookmarks) {
    const element = version.element(named.get(name) ?? null)
    if (element) begun[spot.line]?.push(element)
  }
  const head = begun.findIndex((elements) => elements.length > 0)
  const taken = new Set<string>()
  let around: TextElement | null = null
  return lines.map(({ text, isAdded }, index) => {
    const elements = begun[index] ?? []
    const own = elements.filter((one) => isLine(one) && !taken.has(one.id))
    const line = own.find((one) => one.text === text) ?? own.at(-1) ?? null
    if (line) taken.add(line.id)
    const begins = elements.at(-1) ?? null
    if (begins) around = line ? version.element(line.parentId) : begins
    // Cells without words, and what stands behind a table, are no lines of the version.
    const isBeside = isAdded || text === ''
    const element = line ? null : (begins ?? (isBeside ? around : null))
    return { id: line?.id ?? `returned-${index}`, text, line, element, isHead: index < head }
  })
}

function isLine({ kind }: TextElement): boolean {
  return kind === 'paragraph' || kind === 'heading'
}
