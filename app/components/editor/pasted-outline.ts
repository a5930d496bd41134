import {
  beginsPoints,
  EntryOutline,
  type Labelled,
  type WrittenNote,
} from '#app/word/entry-outline.ts'
import { typedLabel, typedNote, type TypedLabel } from '#app/word/labels.ts'
import { isNotUsed } from '#app/word/made-node.ts'
import { isOneName } from '#app/word/named-points.ts'
import type { NotePlace } from '#app/word/waiting-notes.ts'
import { newId } from '#app/text/new-id.ts'
import { wholeCharacters } from '#app/text/whole-characters.ts'
import { cut, wordsOf } from './pasted-blocks.ts'
import { indentOf } from './pasted-indent.ts'

/**
 * Puts what stands side by side in an entry, point or note where it belongs: points into those around
 * them, and what a note holds into it. By the rule by which documents are brought in (`EntryOutline`);
 * rows of tables, lines of lists and lines with a typed label come here alike.
 */
export function putInPlace(parent: Element, from = 0): void {
  let placing = new Placing(codeOf(parent))
  // The list of children changes while they are put into others.
  const children = [...parent.children]
  for (const [at, child] of children.entries()) {
    // Another entry and a heading end what was open.
    if (child.matches('article, h1, h2, h3, h4, h5, h6')) {
      placing.end()
      placing = new Placing(codeOf(parent))
    } else if (at >= from && !child.matches('p[data-node]')) placing.put(child, children[at + 1])
  }
  placing.end()
}

/** Of the entry whose points stand in an element; what is pasted into one does not say which it is. */
function codeOf(parent: Element): string | null {
  if (parent.matches('body')) return null
  return parent.getAttribute('data-code') ?? noCode
}

/** No text names it: below a point or in a note, labels alone do not say which points they are. */
const noCode = '-'

/** How a list counts the points made of its lines, as long as they are not in their place. */
const counts = new WeakMap<Element, Labelled['counted']>()

/** A point of a paste that has to be looked at. */
export interface PastedPlace {
  /** Under which it stands in the text. */
  readonly id: string
  /** How it begins, with its letter. */
  readonly words: string
}

/** Points that could as well stand elsewhere. */
const unsure = new WeakMap<Element, PastedPlace>()

/** A point is told by so many of its first characters. */
const longestTold = 80

/** The points of a body that could as well stand elsewhere, in order. */
export function unsureIn(body: Element): PastedPlace[] {
  return [...body.querySelectorAll('[data-node="point"]')].flatMap((one) => unsure.get(one) ?? [])
}

/** A point, with the id by which it is found in the text later on. */
export function placeOf(point: HTMLElement, label: string): PastedPlace {
  point.dataset.id ??= newId()
  const words = wordsOf(point.querySelector('p') ?? undefined)
  return {
    id: point.dataset.id,
    words: wholeCharacters(`${label}. ${words}`.trim(), longestTold),
  }
}

/** A point as the schema reads it; one of a line stands by itself, one of a table has its cell in it. */
export function makePoint(
  label: string,
  inside: readonly Node[],
  from: Document,
  counted?: Labelled['counted'],
): HTMLElement {
  const point = from.createElement('div')
  point.dataset.node = 'point'
  point.dataset.label = label.replaceAll(/[().]/g, '')
  if (isNotUsed(inside.map((node) => node.textContent ?? '').join(' '))) {
    point.dataset.notUsed = 'true'
  } else point.append(...inside)
  if (counted !== undefined) counts.set(point, counted)
  return point
}

export function makeNote(kind: string, inside: readonly Node[], from: Document): HTMLElement {
  const note = from.createElement('aside')
  note.dataset.node = 'note'
  note.dataset.kind = kind
  note.append(...inside)
  return note
}

/** The label that a line begins with, where words follow it. */
export function typedIn(line: Element | undefined | null): TypedLabel | null {
  const text = line?.matches('p:not([data-node])') ? (line.textContent ?? '') : ''
  const typed = typedLabel(text)
  return typed && text.slice(typed.length).trim() !== '' ? typed : null
}

class Placing {
  readonly #outline: EntryOutline
  /** All of the entry, and the open ones, the innermost last. */
  readonly #all: Element[] = []
  #points: Element[] = []
  /** The last one that stands in no other. */
  #outermost: Element | null = null
  /** Notes since the last point, each with what follows it. */
  #waiting: Element[][] = []
  readonly #moved: { elements: Element[]; point: number | null }[] = []
  #note: { element: Element; points: Element[] } | null = null

  constructor(code: string | null) {
    this.#outline = new EntryOutline(code)
  }

  /** Nothing more follows: notes that are waiting get their places. */
  end(): void {
    this.#place(this.#outline.end())
    for (const { elements, point } of this.#moved.splice(0)) {
      const holder = point === null ? null : this.#all[point]
      if (holder) holder.append(...elements)
      else this.#outermost?.after(...elements)
    }
  }

  put(child: Element, next: Element | undefined): void {
    const text = child.textContent ?? ''
    const title = child.matches('p') ? typedNote(text) : null
    const typed = typedIn(child)
    if (child.matches('[data-node="note"]'))
      this.#openNote(child, child, { words: wordsIn(child), isMany: false, names: null })
    else if (child instanceof HTMLElement && child.dataset.node === 'point')
      this.#putPoint(child, null, next)
    else if (title) {
      const rest = text.slice(title.length)
      const { names, isMany } = title
      // A title that names one point is said by its place; any other names stay words.
      const isSaid =
        names === null || (isOneName(names) && this.#outline.holderNamed(names) !== null)
      const own = isSaid && beginsPoints(rest) ? typedLabel(rest) : null
      const note = makeNote(title.kind, [], child.ownerDocument)
      this.#openNote(note, child, { words: own ? '' : rest, isMany, names })
      cut(child, isSaid ? title.length : title.lengthBeforeNames)
      if (own) this.#putPoint(pointOf(child, own), null, next)
      else if (isSaid && rest.trim() === '') child.remove()
      else note.append(child)
    } else if (typed) this.#putPoint(pointOf(child, typed), indentOf(child), next)
    else if (text.trim() === '' && child.matches('p')) child.remove()
    else this.#putWords(child, text)
  }

  #openNote(note: Element, at: Element, written: Omit<WrittenNote, 'indent'>): void {
    const indent = note === at ? null : indentOf(at)
    const level = this.#outline.note({ ...written, indent }, this.#level())
    this.#points.length = Math.min(this.#points.length, level)
    const around = this.#points.at(-1)
    if (around) around.append(note)
    else if (note !== at) at.before(note)
    this.#note = { element: note, points: [] }
    this.#waiting.push([note])
  }

  /** Puts the notes that were waiting where they stand. */
  #place(places: readonly NotePlace[]): void {
    const waiting = this.#waiting.splice(0)
    let [last] = this.#points
    for (const [at, { level, within, isMoved }] of places.entries()) {
      const elements = waiting[at] ?? []
      if (isMoved) this.#moved.push({ elements, point: within.point })
      else if (level > 0 && level < this.#points.length)
        this.#points[level - 1]?.append(...elements)
      else if (level === 0 && last) {
        last.after(...elements)
        last = elements.at(-1)
      }
    }
  }

  #putPoint(point: HTMLElement, indent: number | null, next: Element | undefined): void {
    const label = point.getAttribute('data-label') ?? ''
    const line = { label, counted: counts.get(point) ?? null, indent }
    const { inNote, depth, isUnsure, notes } = this.#outline.point(line, labelOf(next))
    if (isUnsure) unsure.set(point, placeOf(point, label))
    if (!inNote) {
      this.#place(notes)
      this.#note = null
      this.#all.push(point)
      if (depth === 0) this.#outermost = point
    }
    const open = this.#note?.points ?? this.#points
    open.length = Math.min(open.length, depth)
    const around = open.at(-1) ?? this.#note?.element
    around?.append(point)
    open.push(point)
  }

  #putWords(child: Element, text: string): void {
    const { inNote, depth } = this.#outline.paragraph(text, this.#level())
    const open = (inNote && this.#note?.points) || this.#points
    open.length = Math.min(open.length, depth)
    const around = open.at(-1) ?? (inNote ? this.#note?.element : undefined)
    around?.append(child)
    // What follows a note in the entry goes where the note goes.
    if (!inNote) this.#waiting.at(-1)?.push(child)
  }

  /** How many points stand around what is none: what follows the row of a table does not stand in it. */
  #level(): number {
    const [outermost] = this.#points
    const isRow = outermost !== undefined && !counts.has(outermost)
    return isRow && this.#points.length === 1 ? 0 : this.#points.length
  }
}

/** What a note says that leads in to what follows; what has points of its own leads in to no more. */
function wordsIn(note: Element): string {
  return note.querySelector('[data-node="point"]') ? 'points' : wordsOf(note)
}

function pointOf(line: Element, { label, length }: TypedLabel): HTMLElement {
  cut(line, length)
  const place = line.ownerDocument.createTextNode('')
  line.before(place)
  const point = makePoint(label, [line], line.ownerDocument, null)
  place.replaceWith(point)
  if (!point.contains(line)) line.remove()
  return point
}

function labelOf(next: Element | undefined): string | null {
  return next?.getAttribute('data-label') ?? typedIn(next)?.label ?? null
}
