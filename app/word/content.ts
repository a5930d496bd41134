import { letteredPoints, type Content, type ContentNode } from '#app/text/content.ts'
import { sectionKeys, type SectionKey } from '#app/text/grammar.ts'
import { nested } from '#app/text/levels.ts'
import type { BeforeLine } from './before.ts'
import { EntryBuilder, type LinePlace } from './entry-builder.ts'
import { blanksAt, inBold, inlineOf, textOf } from './inline.ts'
import { ownLabels, typedCode, typedLabel, typedNote } from './labels.ts'
import { listOf, type ListLine } from './lists.ts'
import type { NotTakenList } from './not-taken.ts'

export type { LinePlace }

export interface ContentOptions {
  /** The names of sections, in small letters, under which a heading begins one. */
  readonly sections: Readonly<Record<string, SectionKey>>
  /** Where what stands before any such heading goes. */
  readonly section: SectionKey
  /** Begins the ids of all elements, so that they are new in the text that they go into. */
  readonly idPrefix: string
}

/** The text that the lines of a document make, and where the words of each line went in it. */
export function contentOf(
  lines: readonly BeforeLine[],
  options: ContentOptions,
  notTaken: NotTakenList,
): { content: Content; places: readonly (LinePlace | null)[] } {
  const builder = new ContentBuilder(lines, options, notTaken)
  return { content: builder.build(), places: builder.places }
}

class ContentBuilder {
  readonly places: (LinePlace | null)[]
  readonly #lines: readonly BeforeLine[]
  readonly #options: ContentOptions
  readonly #notTaken: NotTakenList
  readonly #sections = new Map<SectionKey, ContentNode[]>(sectionKeys.map((key) => [key, []]))
  #section: SectionKey
  #entry: EntryBuilder | null = null
  #count = 0

  constructor(lines: readonly BeforeLine[], options: ContentOptions, notTaken: NotTakenList) {
    this.#lines = lines
    this.#options = options
    this.#notTaken = notTaken
    this.#section = options.section
    this.places = lines.map(() => null)
  }

  build(): Content {
    for (let at = 0; at < this.#lines.length;) at = this.#read(at)
    const content = sectionKeys.map((key) => ({
      type: 'section',
      attrs: { id: key, key },
      content: this.#sections.get(key) ?? [],
    }))
    return labelled(nested({ type: 'doc', content }))
  }

  /** Reads the lines from one on that belong together; gives the next. */
  #read(at: number): number {
    const line = this.#lines[at]
    if (!line) return at + 1
    const text = textOf(line)
    if (text.trim() === '') return at + 1
    const named = line.heading === null ? undefined : this.#sectionNamed(nameIn(text))
    if (named !== undefined) {
      this.#entry = null
      this.#section = named
      return at + 1
    }
    const code = this.#section === 'items' && !line.numbered ? typedCode(text) : null
    if (code && this.#beginsEntry(at, text.slice(code.length))) {
      this.#entry = new EntryBuilder(code.code, () => this.#newId())
      this.#put(this.#entry.node)
      const isAlone = text.slice(code.length).trim() === ''
      this.places[at] = isAlone
        ? { elementId: String(this.#entry.node.attrs.id), cut: code.length }
        : this.#entry.heading(line, code.length)
      return at + 1
    }
    // A heading that is not the entry's own ends it.
    if (line.heading !== null && !this.#entry?.needsHeading) this.#entry = null
    if (this.#entry) this.places[at] = this.#entry.add(line)
    else if (line.numbered) return this.#list(at)
    else this.#paragraph(at, line.heading === null ? line.runs : this.#bold(line), blanksAt(text))
    return at + 1
  }

  #sectionNamed(name: string): SectionKey | undefined {
    const { sections } = this.#options
    return Object.hasOwn(sections, name) ? sections[name] : undefined
  }

  #bold(line: BeforeLine) {
    this.#notTaken.add('heading-as-bold', textOf(line))
    return inBold(line)
  }

  /** A code at the beginning of a line may be a mere reference: an entry looks like one, or goes on like one. */
  #beginsEntry(at: number, rest: string): boolean {
    const line = this.#lines[at]
    if (!line || line.heading !== null || line.isRow || rest.trim() === '') return true
    const [first] = line.runs.filter(({ text }) => text.trim() !== '')
    if (first?.marks.some(({ type }) => type === 'bold')) return true
    const next = this.#lines.slice(at + 1).find((one) => textOf(one).trim() !== '')
    if (!next) return false
    const text = textOf(next)
    return next.numbered !== null || typedLabel(text) !== null || typedNote(text) !== null
  }

  #paragraph(at: number, runs: BeforeLine['runs'], cut: number) {
    const id = this.#newId()
    this.#put({ type: 'paragraph', attrs: { id }, content: inlineOf(runs, cut) })
    this.places[at] = { elementId: id, cut }
  }

  /** A list as a list where one says the same; else its lines with their marks as words. */
  #list(from: number): number {
    const items: ListLine[] = []
    let to = from
    for (
      let line = this.#lines[to];
      line?.numbered && line.heading === null;
      line = this.#lines[++to]
    )
      items.push({ line, numbered: line.numbered, id: this.#newId() })
    if (items.length === 0) {
      const line = this.#lines[from]
      if (line) this.#marked(from, line)
      return from + 1
    }
    const made = listOf(items)
    if (made) this.#put(made)
    for (const [place, { line, id }] of items.entries()) {
      if (made) this.places[from + place] = { elementId: id, cut: blanksAt(textOf(line)) }
      else this.#marked(from + place, line)
    }
    return to
  }

  #marked(at: number, line: BeforeLine) {
    const mark = `${line.numbered?.mark ?? ''} `
    this.#notTaken.add('list-mark-as-words', mark + textOf(line))
    const runs = line.heading === null ? line.runs : this.#bold(line)
    this.#paragraph(at, [{ text: mark, marks: [] }, ...runs], 0)
    const place = this.places[at]
    if (place) this.places[at] = { ...place, cut: -mark.length }
  }

  #put(node: ContentNode) {
    this.#sections.get(this.#section)?.push(node)
  }

  #newId(): string {
    return `${this.#options.idPrefix}-${++this.#count}`
  }
}

/** As the names of sections are compared: small letters, without a number before and a colon behind. */
function nameIn(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\s\d.)]+/, '')
    .replace(/[\s:.]+$/, '')
    .replaceAll(/\s+/g, ' ')
}

/** Without the labels that the places of points give anyway. */
function labelled(content: Content): Content {
  return { ...content, content: (content.content ?? []).map((node) => withOwnLabels(node, 0)) }
}

function withOwnLabels(node: ContentNode, depth: number): ContentNode {
  const points = letteredPoints(node, depth)
  const own = ownLabels(
    points.map(({ label }) => label),
    depth,
  )
  const labels = new Map(points.map((point, place) => [point.node, own[place] ?? null]))
  const children = (node.content ?? []).map((child) => {
    if (child.type !== 'point') return withOwnLabels(child, 0)
    const { label: _, ...attrs } = child.attrs ?? {}
    const label = labels.get(child) ?? null
    const named = { ...child, attrs: { ...attrs, ...(label !== null && { label }) } }
    return withOwnLabels(named, depth + 1)
  })
  return { ...node, ...(node.content && { content: children }) }
}
