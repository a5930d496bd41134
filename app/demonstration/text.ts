import type { Content, ContentNode } from '#app/text/content.ts'
import {
  type Activity,
  type Logic,
  type NoteKind,
  type SectionKey,
  sectionKeys,
} from '#app/text/grammar.ts'

/** Short ways to write the texts of the demonstration. Ids are made of codes and labels, so that they last. */

export interface Point {
  readonly kind: 'point'
  readonly label: string
  readonly words: string
  readonly logic: Logic | null
  readonly children: readonly (Point | Note)[]
}

export interface Note {
  readonly kind: NoteKind
  readonly words: string
}

export interface Entry {
  /** Empty where no code is known. */
  readonly code: string
  readonly heading: string
  readonly logic?: Logic
  readonly destinations?: string
  readonly expiry?: string
  readonly activities?: readonly Activity[]
  readonly children: readonly (Point | Note)[]
}

export function point(label: string, words: string, ...children: (Point | Note)[]): Point {
  return { kind: 'point', label, words, logic: null, children }
}

export function anyOf(label: string, words: string, ...children: (Point | Note)[]): Point {
  return { kind: 'point', label, words, logic: 'any-of', children }
}

export function allOf(label: string, words: string, ...children: (Point | Note)[]): Point {
  return { kind: 'point', label, words, logic: 'all-of', children }
}

export function note(kind: NoteKind, words: string): Note {
  return { kind, words }
}

/** A draft with all its sections; `items` stands before the entries. */
export function draft(
  words: Partial<Record<SectionKey, readonly string[]>>,
  entries: readonly Entry[],
): Content {
  return {
    type: 'doc',
    content: sectionKeys.map((key) => ({
      type: 'section',
      attrs: { id: key, key },
      content: [
        ...paragraphs(key, words[key] ?? []),
        ...(key === 'items' ? entries.map(entryNode) : []),
      ],
    })),
  }
}

function paragraphs(id: string, words: readonly string[]): ContentNode[] {
  // An empty section keeps one empty paragraph, so that there is a place to write.
  const texts = words.length > 0 ? words : ['']
  return texts.map((text, index) => paragraph(`${id}-${index + 1}`, text))
}

function entryNode(entry: Entry): ContentNode {
  const id = (entry.code || 'without-code').toLowerCase().replaceAll(/[^a-z\d.]+/g, '-')
  return {
    type: 'entry',
    attrs: {
      id,
      code: entry.code,
      logic: entry.logic ?? null,
      destinations: entry.destinations ?? null,
      expiry: entry.expiry ?? null,
      activities: entry.activities?.join(' ') ?? null,
    },
    content: [
      { type: 'entryHeading', attrs: { id: `${id}-heading` }, content: run(entry.heading) },
      ...children(id, entry.children),
    ],
  }
}

function children(parent: string, nodes: readonly (Point | Note)[]): ContentNode[] {
  let notes = 0
  return nodes.map((node): ContentNode => {
    if (node.kind !== 'point') {
      // Counted among the notes: a point that comes before them leaves their ids as they are.
      const id = `${parent}-note-${++notes}`
      return {
        type: 'note',
        attrs: { id, kind: node.kind },
        content: [paragraph(`${id}-1`, node.words)],
      }
    }
    const id = `${parent}.${node.label}`
    return {
      type: 'point',
      attrs: { id, label: node.label, logic: node.logic, notUsed: false },
      content: [paragraph(`${id}-1`, node.words), ...children(id, node.children)],
    }
  })
}

function paragraph(id: string, words: string): ContentNode {
  return { type: 'paragraph', attrs: { id }, content: run(words) }
}

function run(words: string): ContentNode[] {
  return words === '' ? [] : [{ type: 'text', text: words }]
}
