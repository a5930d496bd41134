import {
  countedNotes,
  entryPath,
  idOf,
  isTextblock,
  joinPath,
  letteredPoints,
  lineOf,
  sectionOf,
  withIds,
  type Content,
  type ContentNode,
} from './content.ts'
import type { NoteKind, SectionKey } from './grammar.ts'
import { gridOf } from './table-grid.ts'

/** A part of a text that can be named and commented on. */
export interface TextElement {
  readonly id: string
  readonly kind: 'section' | 'entry' | 'heading' | 'point' | 'note' | 'paragraph'
  readonly section: SectionKey
  /** The entry that it is or stands in. */
  readonly entryId: string | null
  /** The entry or point that it is or stands in: `3B801.f.5`; null outside entries. */
  readonly provision: string | null
  /** The note that it is or stands in, with the point inside that note: `a.1`, or empty. */
  readonly note: { readonly kind: NoteKind; readonly ordinal: number; readonly path: string } | null
  /**
   * The cell of a table that it stands in, from 1; `table` counts those of the section, entry, point or
   * note that it stands in.
   */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null
  readonly parentId: string | null
  /** Its words, with those of what stands in it: `plainText(content).slice(from, to)`. */
  readonly text: string
  readonly from: number
  readonly to: number
}

type Place = Omit<TextElement, 'id' | 'kind' | 'text' | 'from' | 'to'> & {
  /** How many points are around it in its entry or note, for the lettering of those inside. */
  readonly depth: number
}

/** The elements of a text in the order in which they are read, each before what stands in it. */
export function elementsOf(content: Content): TextElement[] {
  const elements: TextElement[] = []
  const written: string[] = []
  let length = 0
  let entries = 0

  function add(node: ContentNode, kind: TextElement['kind'], { depth, ...place }: Place) {
    const index = elements.length
    const firstLine = written.length
    const from = firstLine === 0 ? 0 : length + 1
    const element = { ...place, id: idOf(node), kind, text: '', from, to: from }
    elements.push(element)
    if (isTextblock(node)) {
      written.push(lineOf(node))
      length = from + lineOf(node).length
    } else {
      addChildren(node, { ...place, depth, parentId: element.id })
    }
    const text = written.slice(firstLine).join('\n')
    elements[index] =
      written.length === firstLine
        ? { ...element, from: length, to: length }
        : { ...element, text, to: length }
  }

  function addChildren(parent: ContentNode, place: Place) {
    const points = new Map(letteredPoints(parent, place.depth).map((p) => [p.node, p.label]))
    const notes = new Map(countedNotes(parent).map(({ node, ...note }) => [node, note]))
    let tables = 0
    for (const node of parent.content ?? []) {
      const label = points.get(node)
      const note = notes.get(node)
      if (label !== undefined) add(node, 'point', pointPlace(place, label))
      else if (note) add(node, 'note', { ...place, note: { ...note, path: '' }, depth: 0 })
      else if (node.type === 'entry') {
        const provision = entryPath(node, ++entries)
        add(node, 'entry', { ...place, entryId: idOf(node), provision, depth: 0 })
      } else if (isTextblock(node)) {
        add(node, node.type === 'entryHeading' ? 'heading' : 'paragraph', place)
      } else if (node.type === 'table') addTable(node, ++tables, place)
      else addChildren(node, place)
    }
  }

  function addTable(table: ContentNode, ordinal: number, place: Place) {
    for (const [row, { cells }] of gridOf(table).entries()) {
      for (const { cell, column } of cells) {
        addChildren(cell, { ...place, cell: { table: ordinal, row: row + 1, column: column + 1 } })
      }
    }
  }

  for (const section of withIds(content).content ?? []) {
    const outside = {
      entryId: null,
      provision: null,
      note: null,
      cell: null,
      parentId: null,
      depth: 0,
    }
    add(section, 'section', { section: sectionOf(section), ...outside })
  }
  return elements
}

function pointPlace(place: Place, label: string): Place {
  const depth = place.depth + 1
  return place.note
    ? { ...place, depth, note: { ...place.note, path: joinPath(place.note.path, label) } }
    : { ...place, depth, provision: joinPath(place.provision ?? '', label) }
}
