import { strFromU8, unzipSync } from 'fflate'
import { XmlDocument, XmlElement } from 'xmldoc'

/** A Word file as another program reads it: its parts, and what stands in them. */
export class OpenedWord {
  /** The text of each part, by its path. */
  readonly parts: Readonly<Record<string, string>>

  constructor(bytes: Uint8Array) {
    const parts = Object.entries(unzipSync(bytes))
    this.parts = Object.fromEntries(parts.map(([path, part]) => [path, strFromU8(part)]))
  }

  part(path: string): XmlElement {
    const text = this.parts[path]
    if (text === undefined) throw new Error(`there is no ${path}`)
    return new XmlDocument(text)
  }

  get paragraphs(): ReadParagraph[] {
    return allIn(this.part('word/document.xml'), 'w:p').map((node) => this.#paragraph(node))
  }

  /** The paragraph in the bookmark of an element, or of a comment. */
  at(bookmark: string): ReadParagraph {
    const found = this.paragraphs.find(({ bookmarks }) => bookmarks.includes(bookmark))
    if (!found) throw new Error(`there is no bookmark ${bookmark}`)
    return found
  }

  /** The rows of its tables: the words of each cell. */
  get rows(): string[][] {
    return allIn(this.part('word/document.xml'), 'w:tr').map((row) =>
      row.childrenNamed('w:tc').map((cell) =>
        allIn(cell, 'w:p')
          .map((p) => textOf(p))
          .join('\n'),
      ),
    )
  }

  get comments() {
    return allIn(this.part('word/comments.xml'), 'w:comment').map((node) => ({
      id: node.attr['w:id'] ?? '',
      author: node.attr['w:author'] ?? '',
      initials: node.attr['w:initials'] ?? '',
      date: node.attr['w:date'] ?? '',
      text: allIn(node, 'w:p')
        .map((line) => textOf(line))
        .join('\n'),
    }))
  }

  /** What is marked with a comment, insertions included. */
  commented(id: string): string {
    let isInside = false
    let text = ''
    for (const node of everythingIn(this.part('word/document.xml'))) {
      if (node.attr['w:id'] === id && node.name === 'w:commentRangeStart') isInside = true
      if (node.attr['w:id'] === id && node.name === 'w:commentRangeEnd') isInside = false
      if (isInside && (node.name === 'w:t' || node.name === 'w:delText')) text += node.val
    }
    return text
  }

  get changes() {
    // What says that a paragraph as a whole came or went stands in its properties.
    return everythingIn(this.part('word/document.xml'), 'w:pPr')
      .filter(({ name }) => isChange(name))
      .map((node) => ({
        kind: node.name.slice(2),
        author: node.attr['w:author'] ?? '',
        date: node.attr['w:date'] ?? '',
        text: textOf(node),
      }))
  }

  /** How the text reads when every change is accepted, or rejected: its lines. */
  lines(are: 'accepted' | 'rejected'): string[] {
    const gone = are === 'accepted' ? 'w:del' : 'w:ins'
    const lines: string[] = []
    for (const node of allIn(this.part('word/document.xml'), 'w:p')) {
      const properties = node.childNamed('w:pPr')?.childNamed('w:rPr')
      if (properties?.childNamed(gone)) continue
      lines.push(textOf(node, gone))
    }
    return lines
  }

  #paragraph(node: XmlElement): ReadParagraph {
    const properties = node.childNamed('w:pPr')
    const numbering = properties?.childNamed('w:numPr')
    return {
      text: textOf(node),
      style: properties?.childNamed('w:pStyle')?.attr['w:val'] ?? 'Normal',
      bookmarks: allIn(node, 'w:bookmarkStart').map(({ attr }) => attr['w:name'] ?? ''),
      list: numbering?.childNamed('w:numId')?.attr['w:val'] ?? null,
      level: Number(numbering?.childNamed('w:ilvl')?.attr['w:val'] ?? 0),
      runs: allIn(node, 'w:r').map((run) => ({
        text: textOf(run),
        raised: run.childNamed('w:rPr')?.childNamed('w:vertAlign')?.attr['w:val'] ?? null,
      })),
    }
  }

  /** The paragraphs with the labels that Word counts for them, as its specification says (17.9). */
  get labelled(): { label: string; text: string }[] {
    const lists = this.#lists()
    const counts = new Map<string, number>()
    return this.paragraphs.map(({ text, list, level }) => {
      const definition = list === null ? undefined : lists.get(`${list} ${level}`)
      if (!definition) return { label: '', text }
      const key = `${list} ${level}`
      const count = (counts.get(key) ?? definition.start - 1) + 1
      counts.set(key, count)
      const written = definition.format === 'lowerLetter' ? String.fromCodePoint(96 + count) : count
      return { label: definition.text.replace(/%\d/, String(written)), text }
    })
  }

  #lists() {
    const numbering = this.part('word/numbering.xml')
    const levels = new Map<string, Level>()
    for (const abstract of numbering.childrenNamed('w:abstractNum'))
      for (const level of abstract.childrenNamed('w:lvl')) {
        const value = (name: string) => level.childNamed(name)?.attr['w:val'] ?? ''
        levels.set(`${abstract.attr['w:abstractNumId']} ${level.attr['w:ilvl']}`, {
          format: value('w:numFmt'),
          text: value('w:lvlText'),
          start: Number(value('w:start') || 1),
        })
      }
    const lists = new Map<string, Level>()
    for (const list of numbering.childrenNamed('w:num')) {
      const abstract = list.childNamed('w:abstractNumId')?.attr['w:val']
      for (const [key, level] of levels) {
        const [of, depth] = key.split(' ')
        if (of === abstract) lists.set(`${list.attr['w:numId']} ${depth}`, level)
      }
    }
    return lists
  }
}

interface Level {
  format: string
  text: string
  start: number
}

export interface ReadParagraph {
  text: string
  style: string
  bookmarks: string[]
  list: string | null
  level: number
  runs: { text: string; raised: string | null }[]
}

function isChange(name: string): boolean {
  return name === 'w:ins' || name === 'w:del'
}

/** The words in a node, also those that were deleted; without what stands in one kind of node. */
function textOf(node: XmlElement, without = ''): string {
  return everythingIn(node, without)
    .filter(({ name }) => name === 'w:t' || name === 'w:delText')
    .map(({ val }) => val)
    .join('')
}

export function allIn(node: XmlElement, name: string): XmlElement[] {
  return everythingIn(node).filter((one) => one.name === name)
}

export function everythingIn(node: XmlElement, without = ''): XmlElement[] {
  return node.children.flatMap((child) =>
    child instanceof XmlElement && child.name !== without
      ? [child, ...everythingIn(child, without)]
      : [],
  )
}
