import { limits } from '#app/text/grammar.ts'
import { kindsOf, typedLabel, valueOf, type LabelKind } from './labels.ts'
import { commonPoint, leadingNames } from './named-points.ts'
import {
  placeOfNote,
  sameIndent,
  type Holder,
  type NotePlace,
  type WaitingNote,
} from './waiting-notes.ts'

/**
 * Where the lines of an entry stand that begin with a letter or number: in which point, and whether in
 * the note before them. Documents that are brought in and what is pasted are read by this one rule.
 */

/** What a line says of where it stands. */
export interface Labelled {
  readonly label: string
  /** The list that counts it, and at which of its levels; null for a label that was typed. */
  readonly counted: Counted | null
  /** How far inwards the label stands, in twips; null where that is not known. */
  readonly indent: number | null
}

interface Counted {
  readonly list: string
  readonly level: number
  /** What it counts in, where that is known: `i` may be the ninth letter or the first Roman number. */
  readonly kind: LabelKind | null
}

export interface PointPlace {
  /** In the note that was opened last, and not in the entry. */
  readonly inNote: boolean
  /** How many points stand around it. */
  readonly depth: number
  /** It could as well stand elsewhere: somebody has to look at it. */
  readonly isUnsure: boolean
  /** Where the notes before it stand that were waiting for it, in the order in which they were read. */
  readonly notes: readonly NotePlace[]
}

/** How a note is written. */
export interface WrittenNote {
  /** Behind its title. */
  readonly words: string
  /** Its title announces more than one. */
  readonly isMany: boolean
  /** What its title says that it is to. */
  readonly names: string | null
  /** How far inwards it stands, in twips; null where that is not known. */
  readonly indent: number | null
}

interface OpenPoint extends Labelled {
  readonly kind: LabelKind
  /** Among all points of the entry; -1 for one of a note. */
  readonly order: number
  /** The labels down to it. */
  readonly path: string
}

/** How well a line goes on at a place from what stands there, the best first. */
const fits = { expected: 0, goesOn: 1, begins: 2, gap: 3, beginsLate: 4, again: 5 } as const
type Fit = (typeof fits)[keyof typeof fits]

interface Candidate {
  readonly depth: number
  readonly kind: LabelKind
  readonly fit: Fit
  /** Its indent is that of this depth. */
  readonly isAligned: boolean
  /** The list that counts it says so. */
  readonly isCounted: boolean
  /** Letters in letters, or numbers in numbers. */
  readonly isOfOneKind: boolean
}

interface OpenNote {
  readonly open: OpenPoint[]
  /** Its title announces more than one. */
  readonly isMany: boolean
  /** Its last line leads in to points: a title alone, or words with a colon. */
  isLeadIn: boolean
  /** No words stand in it yet. */
  isBare: boolean
}

export class EntryOutline {
  readonly #code: string | null
  #open: OpenPoint[] = []
  #note: OpenNote | null = null
  #waiting: WaitingNote[] = []
  /** The order of each point by the labels down to it. */
  readonly #orders = new Map<string, number>()
  #count = 0

  /** Of the entry with this code; null where it is not known, and then any code is taken for its own. */
  constructor(code: string | null) {
    this.#code = code
  }

  /** What names speak of, if that is of this entry and was read before. */
  holderNamed(names: string): Holder | null {
    const path = this.#ownPath(names)
    if (path === null) return null
    if (path === '') return { point: null }
    const point = this.#orders.get(path)
    return point === undefined ? null : { point }
  }

  /** A note: how many points stand around it while it waits for the next one, by default all open ones. */
  note({ words, isMany, names, indent }: WrittenNote, level = this.#open.length): number {
    this.#open.length = Math.min(this.#open.length, level)
    const titled = names === null ? null : this.holderNamed(names)
    this.#waiting.push({ titled, named: this.#levelNamed(names ?? leadingNames(words)), indent })
    const rest = words.trim()
    // Only what leads in to points takes those that follow; else they are those of the entry.
    const isLeadIn = rest === '' || rest.endsWith(':')
    this.#note = isLeadIn ? { open: [], isMany, isLeadIn, isBare: rest === '' } : null
    return Math.min(this.#open.length, limits.level)
  }

  /** A line that is no point: whether it is of the note, and how many points stand around it. */
  paragraph(words: string, level = this.#open.length): { inNote: boolean; depth: number } {
    if (this.#note) {
      this.#note.isLeadIn = words.trim().endsWith(':')
      this.#note.isBare = false
      return { inNote: true, depth: Math.min(this.#note.open.length, limits.level) }
    }
    this.#open.length = Math.min(this.#open.length, level)
    return { inNote: false, depth: Math.min(this.#open.length, limits.level) }
  }

  /** A point; `next` is the label with which the line after it begins, if it does. */
  point(line: Labelled, next: string | null = null): PointPlace {
    const told = line.counted?.kind
    const kinds = told ? [told] : kindsOf(line.label, next)
    const ofEntry = placesIn(this.#open, line, kinds)
    const ofNote = this.#note ? placesInNote(this.#note, line, kinds, ofEntry) : []
    const beside = [...this.#open, ...(this.#note?.open ?? [])]
    // Where all stand at one margin, none says where it belongs.
    const tells = beside.some((one) => isApart(one, line))
    const found = [
      ...ofNote.map((place) => ({ ...place, inNote: true })),
      ...ofEntry.map((place) => ({ ...place, inNote: false })),
    ]
      .map((place) => ({ ...place, isAligned: place.isAligned || !tells }))
      .toSorted(byFit)
    const [best] = found
    const inNote = best?.inNote === true
    if (!inNote) this.#note = null
    const open = this.#note?.open ?? this.#open
    if (this.#note) this.#note.isLeadIn = this.#note.isBare = false
    const depth = Math.min(open.length, best?.depth ?? 0, limits.level)
    const notes = inNote ? [] : this.#placeNotes(depth)
    open.length = depth
    const around = open.at(-1)
    const path = around ? `${around.path}.${line.label}` : line.label
    const order = inNote ? -1 : this.#count++
    open.push({ ...line, kind: best?.kind ?? 'letter', order, path })
    if (!inNote && !this.#orders.has(path)) this.#orders.set(path, order)
    return { inNote, depth, isUnsure: isUnsure(found), notes }
  }

  /** The places of the notes after the last point. */
  end(): readonly NotePlace[] {
    return this.#placeNotes(null)
  }

  #placeNotes(next: number | null): NotePlace[] {
    return this.#waiting.splice(0).map((note) => placeOfNote(note, this.#open, next))
  }

  #ownPath(names: string): string | null {
    const named = commonPoint(names)
    const isOwn = named !== null && (this.#code === null || named.code === this.#code)
    return isOwn ? named.path.join('.') : null
  }

  /** How many of the open points stand around what names speak of. */
  #levelNamed(names: string | null): number | null {
    const path = names === null ? null : this.#ownPath(names)
    if (path === null) return null
    const [outermost = ''] = path.split('.')
    if (path !== '' && !this.#orders.has(outermost)) return null
    const apart = this.#open.findIndex(
      (one) => one.path !== path && !path.startsWith(`${one.path}.`),
    )
    return apart === -1 ? this.#open.length : apart
  }
}

/** Whether words begin with the first of points, as those of a note on one line with its title. */
export function beginsPoints(words: string): boolean {
  const typed = typedLabel(words)
  return typed !== null && kindsOf(typed.label).some((kind) => valueOf(typed.label, kind) === 1)
}

type Found = Candidate & { readonly inNote: boolean }

function byFit(one: Found, other: Found): number {
  return (
    Number(other.isAligned) - Number(one.isAligned) ||
    one.fit - other.fit ||
    Number(other.inNote) - Number(one.inNote) ||
    other.depth - one.depth
  )
}

function isUnsure(found: readonly Found[]): boolean {
  const [best, ...others] = found
  if (!best || best.isCounted || best.fit === fits.expected) return false
  if (!best.isAligned || best.fit === fits.again || best.isOfOneKind) return true
  return others.some((one) => one.isAligned && rivals(best, one))
}

/** Whether another place could as well be meant. */
function rivals(best: Found, other: Found): boolean {
  // A letter that is a Roman number too, such as i.
  if (best.kind !== other.kind && best.fit > fits.goesOn) return other.fit <= fits.gap
  // What begins right below the line before is below it.
  if (best.fit === other.fit) return best.fit !== fits.begins
  return best.fit === fits.gap && other.fit === fits.beginsLate
}

/** Where a line could stand in a note; nowhere, where it is the entry that goes on. */
function placesInNote(
  { open, isMany, isBare, isLeadIn }: OpenNote,
  line: Labelled,
  kinds: readonly LabelKind[],
  ofEntry: readonly Candidate[],
): Candidate[] {
  const found = placesIn(open, line, kinds)
  const [top] = open
  if (top) {
    const isSecond = isMany && valueOf(top.label, top.kind) === 1
    return found.map((one) =>
      isSecond && one.depth === 0 && one.fit === fits.goesOn
        ? { ...one, fit: fits.expected, isAligned: true }
        : one,
    )
  }
  const begins = found.filter(({ fit }) => fit === fits.begins)
  const isOfList = ofEntry.some(({ isCounted }) => isCounted)
  if (isBare || (isLeadIn && !isOfList))
    return begins.map((one) => ({ ...one, fit: fits.expected, isAligned: true }))
  return ofEntry.some(({ fit }) => fit < fits.gap) ? [] : begins
}

/** Where a line could stand among points that are open, the level below them included. */
function placesIn(
  open: readonly OpenPoint[],
  line: Labelled,
  kinds: readonly LabelKind[],
): Candidate[] {
  const counted = depthInList(open, line)
  if (counted !== null) {
    const before = open[counted]
    const kind = kinds.find((one) => one === before?.kind) ?? kinds[0] ?? 'letter'
    const fit = before ? fitAfter(before, line.label, kind) : fitBelow(line.label, kind)
    return [{ depth: counted, kind, fit, isAligned: true, isCounted: true, isOfOneKind: false }]
  }
  return kinds.flatMap((kind) => {
    const beside = open.flatMap((before, depth) => {
      if (before.kind !== kind) return []
      const fit = fitAfter(before, line.label, kind)
      return [{ ...plain, depth, kind, fit, isAligned: !isApart(before, line) }]
    })
    const inner = open.at(-1)
    const fit = fitBelow(line.label, kind)
    const isAligned = inner === undefined || isInwards(inner, line)
    const isOfOneKind = inner?.kind === kind
    // Letters stand below numbers and these below letters, unless an indent says otherwise.
    const isBelow = !isOfOneKind || (fit === fits.begins && isAligned)
    const below = { ...plain, depth: open.length, kind, fit, isAligned, isOfOneKind }
    return isBelow ? [...beside, below] : beside
  })
}

const plain = { isCounted: false, isOfOneKind: false }

function fitAfter(before: OpenPoint, label: string, kind: LabelKind): Fit {
  if (before.kind !== kind) return fits.again
  const step = valueOf(label, kind) - valueOf(before.label, kind)
  if (step === 1) return fits.goesOn
  return step > 1 ? fits.gap : fits.again
}

function fitBelow(label: string, kind: LabelKind): Fit {
  return valueOf(label, kind) === 1 ? fits.begins : fits.beginsLate
}

/** The depth that the list says which counts a line; null where it counts no other. */
function depthInList(open: readonly OpenPoint[], { counted }: Labelled): number | null {
  if (!counted) return null
  const { list, level } = counted
  const same = open.findIndex((one) => one.counted?.list === list && one.counted.level >= level)
  if (same >= 0) return same
  return open.some((one) => one.counted?.list === list) ? open.length : null
}

function isApart(one: Labelled, other: Labelled): boolean {
  if (one.indent === null || other.indent === null) return false
  return Math.abs(one.indent - other.indent) > sameIndent
}

function isInwards(outer: Labelled, inner: Labelled): boolean {
  if (outer.indent === null || inner.indent === null) return false
  return inner.indent - outer.indent > sameIndent
}
