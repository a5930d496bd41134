import { beginsPoints, EntryOutline, type Labelled } from '#app/word/entry-outline.ts'
import { typedLabel, typedNote, type TypedLabel } from '#app/word/labels.ts'
import { isNotUsed } from '#app/word/made-node.ts'
import { wholeCharacters } from '#app/text/whole-characters.ts'
import { cut, wordsOf } from './pasted-blocks.ts'
import { indentOf } from './pasted-indent.ts'

/**
 * Puts what stands side by side in an entry, point or note where it belongs: points into those around
 * them, and what a note holds into it. By the rule by which documents are brought in (`EntryOutline`);
 * rows of tables, lines of lists and lines with a typed label come here alike.
 */
export function putInPlace(parent: Element, from = 0): void {
  let placing = new Placing()
  // The list of children changes while they are put into others.
  const children = [...parent.children]
  for (const [at, child] of children.entries()) {
    // Another entry and a heading end what was open.
    if (child.matches('article, h1, h2, h3, h4, h5, h6')) placing = new Placing()
    else if (at >= from && !child.matches('p[data-node]')) placing.put(child, children[at + 1])
  }
}

/** How a list counts the points made of its lines, as long as they are not in their place. */
const counts = new WeakMap<Element, Labelled['counted']>()

/** Points that could as well stand elsewhere, with what each begins with. */
const unsure = new WeakMap<Element, string>()

/** A point is told by so many of its first characters. */
const longestTold = 80

/** How the points of a body begin that could as well stand elsewhere, in order. */
export function unsureIn(body: Element): string[] {
  return [...body.querySelectorAll('[data-node="point"]')].flatMap((one) => unsure.get(one) ?? [])
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
  readonly #outline = new EntryOutline()
  /** The open ones, of the entry and of the note, the innermost last. */
  #points: Element[] = []
  #note: { element: Element; points: Element[] } | null = null

  put(child: Element, next: Element | undefined): void {
    const text = child.textContent ?? ''
    const title = child.matches('p') ? typedNote(text) : null
    const typed = typedIn(child)
    if (child.matches('[data-node="note"]')) this.#openNote(child, child, wordsIn(child), false)
    else if (child.matches('[data-node="point"]')) this.#putPoint(child, null, next)
    else if (title) {
      const rest = text.slice(title.length)
      const own = beginsPoints(rest) ? typedLabel(rest) : null
      const note = makeNote(title.kind, [], child.ownerDocument)
      this.#openNote(note, child, own ? '' : rest, title.isMany)
      cut(child, title.length)
      if (own) this.#putPoint(pointOf(child, own), null, next)
      else if (rest.trim() === '') child.remove()
      else note.append(child)
    } else if (typed) this.#putPoint(pointOf(child, typed), indentOf(child), next)
    else if (text.trim() === '' && child.matches('p')) child.remove()
    else this.#putWords(child, text)
  }

  #openNote(note: Element, at: Element, words: string, isMany: boolean): void {
    const level = this.#outline.note(words, isMany, this.#level())
    this.#points.length = Math.min(this.#points.length, level)
    const around = this.#points.at(-1)
    if (around) around.append(note)
    else if (note !== at) at.before(note)
    this.#note = { element: note, points: [] }
  }

  #putPoint(point: Element, indent: number | null, next: Element | undefined): void {
    const label = point.getAttribute('data-label') ?? ''
    const line = { label, counted: counts.get(point) ?? null, indent }
    const { inNote, depth, isUnsure } = this.#outline.point(line, labelOf(next))
    if (isUnsure) {
      const words = wordsOf(point.querySelector('p') ?? point)
      unsure.set(point, wholeCharacters(`${label}. ${words}`, longestTold))
    }
    if (!inNote) this.#note = null
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
