import { codeWarnings, formatCode, parseCode, type CodeWarning } from './code.ts'
import type { TextElement } from './elements.ts'
import type { Entry, Note, Point } from './entries.ts'
import { labelKind } from './lettering.ts'
import type { ContentParameter } from './parameters-content.ts'
import type { FoundReference, ReferenceState } from './references.ts'

/** What is odd or missing in an entry, and where. It never blocks. */
export interface ReadinessHint {
  readonly key: (typeof hintKeys)[HintName]
  /** The element to go to. */
  readonly elementId: string
  /** `provision`: the entry or point; `written`: the words in question, or empty. */
  readonly values: {
    readonly provision: string
    readonly written: string
    /** What a reference should say; empty for everything else. */
    readonly now: string
  }
}

type HintName =
  | CodeWarning
  | 'code-twice'
  | 'heading-missing'
  | 'headings'
  | 'point-empty'
  | 'point-twice'
  | 'point-label'
  | 'point-labels-mixed'
  | 'point-not-used'
  | 'note-twice'
  | 'note-point-twice'
  | 'parameter-not-understood'
  | `reference-${Exclude<ReferenceState, 'sound' | 'plain'>}`

export const hintKeys = {
  'code-missing': 'readiness.hint.code-missing',
  'code-not-understood': 'readiness.hint.code-not-understood',
  'code-annex-i-series': 'readiness.hint.code-annex-i-series',
  'code-series-unknown': 'readiness.hint.code-series-unknown',
  'code-spelling': 'readiness.hint.code-spelling',
  'code-points': 'readiness.hint.code-points',
  'code-twice': 'readiness.hint.code-twice',
  'heading-missing': 'readiness.hint.heading-missing',
  headings: 'readiness.hint.headings',
  'point-empty': 'readiness.hint.point-empty',
  'point-twice': 'readiness.hint.point-twice',
  'point-label': 'readiness.hint.point-label',
  'point-labels-mixed': 'readiness.hint.point-labels-mixed',
  'point-not-used': 'readiness.hint.point-not-used',
  'note-twice': 'readiness.hint.note-twice',
  'note-point-twice': 'readiness.hint.note-point-twice',
  'parameter-not-understood': 'readiness.hint.parameter-not-understood',
  'reference-moved': 'readiness.hint.reference-moved',
  'reference-gone': 'readiness.hint.reference-gone',
  'reference-unknown': 'readiness.hint.reference-unknown',
} as const satisfies Record<HintName, `readiness.hint.${HintName}`>

/** The hints of a text, in the order in which it is read. */
export function hintsOf(
  entries: readonly Entry[],
  elements: readonly TextElement[],
  parameters: readonly ContentParameter[],
  references: readonly FoundReference[],
): ReadinessHint[] {
  const hints = [
    ...entries.flatMap((entry) => hintsOfEntry(entry, elements)),
    ...sameCodes(entries),
    ...parameters
      .filter(({ reading }) => reading === null)
      .map(({ element, written }) =>
        hint('parameter-not-understood', element.id, element.provision ?? '', written),
      ),
    ...references.flatMap(hintsOfReference),
  ]
  const places = new Map(elements.map(({ id }, place) => [id, place]))
  return hints.toSorted((a, b) => (places.get(a.elementId) ?? 0) - (places.get(b.elementId) ?? 0))
}

function hintsOfEntry(entry: Entry, elements: readonly TextElement[]): ReadinessHint[] {
  const { id, code, path, heading, points } = entry
  const headings = elements.filter(({ kind, entryId }) => kind === 'heading' && entryId === id)
  return [
    ...codeWarnings(code).map((warning) => hint(warning, id, path, code)),
    ...(heading.trim() === '' ? [hint('heading-missing', id, path)] : []),
    ...(headings.length > 1 ? [hint('headings', headings[1]?.id ?? id, path)] : []),
    ...emptyPoints(points, (point) => point.path),
    ...samePoints(points),
    ...oddPoints(points, (point) => point.path),
    ...hintsOfNotes(entry.notes, path),
  ]
}

function emptyPoints(points: readonly Point[], name: (point: Point) => string): ReadinessHint[] {
  return points.flatMap((point) => {
    const { id, text, points: inside, notes, notUsed } = point
    const isEmpty = !notUsed && text.trim() === '' && inside.length === 0
    return [
      ...(isEmpty ? [hint('point-empty', id, name(point))] : []),
      ...emptyPoints(inside, name),
      ...hintsOfNotes(notes, name(point)),
    ]
  })
}

/**
 * Later points with the label of one beside them, as where a point was put in before points that have
 * labels of their own: what is said about the one could be about the other. A gap is none of this.
 */
function samePoints(points: readonly Point[]): ReadinessHint[] {
  return doubledPoints(points).map(({ id, label, path }) => hint('point-twice', id, path, label))
}

/**
 * Points whose label is neither letter nor number, the first of each level that is the other of the two
 * than those before it, and points that are called not used and have words.
 */
function oddPoints(points: readonly Point[], name: (point: Point) => string): ReadinessHint[] {
  const kinds = points.map(({ label }) => labelKind(label))
  const usual = kinds.find((kind) => kind !== null)
  const other = kinds.findIndex((kind) => kind !== null && kind !== usual)
  return points.flatMap((point, place) => {
    const { id, label, notUsed, text, points: inside } = point
    const says = (hintName: HintName) => [hint(hintName, id, name(point), label)]
    return [
      ...(kinds[place] === null ? says('point-label') : []),
      ...(place === other ? says('point-labels-mixed') : []),
      ...(notUsed && (text.trim() !== '' || inside.length > 0) ? says('point-not-used') : []),
      ...oddPoints(inside, name),
    ]
  })
}

/** In the order in which they are read. */
function doubledPoints(points: readonly Point[]): Point[] {
  const seen = new Set<string>()
  return points.flatMap((point) => {
    const isSeen = seen.has(point.label)
    seen.add(point.label)
    return [...(isSeen ? [point] : []), ...doubledPoints(point.points)]
  })
}

/** A point of a note is named by the provision that the note belongs to, and by its path in the note. */
function hintsOfNotes(notes: readonly Note[], provision: string): ReadinessHint[] {
  return [
    ...sameNotes(notes, provision),
    ...notes.flatMap(({ points }) => [
      ...emptyPoints(points, () => provision),
      ...oddPoints(points, () => provision),
      ...doubledPoints(points).map(({ id, path }) => hint('note-point-twice', id, provision, path)),
    ]),
  ]
}

/** A number that the words of a note begin with, as its title or as its own: `Note 1: `, `2. `. */
const noteNumber = /^\s*(?:(?:technical\s+)?notes?\s*|n\.\s?b\.\s*)?([1-9]\d?)\s*[:.)](?=\s)/i

/** Later notes with the number of one of their kind beside them; those without one are counted by place. */
function sameNotes(notes: readonly Note[], provision: string): ReadinessHint[] {
  const seen = new Set<string>()
  return notes.flatMap(({ id, kind, text }) => {
    const number = noteNumber.exec(text)?.[1]
    if (number === undefined) return []
    const name = `${kind} ${number}`
    const isSeen = seen.has(name)
    seen.add(name)
    return isSeen ? [hint('note-twice', id, provision, number)] : []
  })
}

/** Later entries with the code of an earlier one: one entry is identified by issuer, code and version. */
function sameCodes(entries: readonly Entry[]): ReadinessHint[] {
  const seen = new Set<string>()
  return entries.flatMap(({ id, code, path }) => {
    if (code.trim() === '') return []
    const plain = formatCode(parseCode(code))
    const isSeen = seen.has(plain)
    seen.add(plain)
    return isSeen ? [hint('code-twice', id, path, code)] : []
  })
}

function hintsOfReference({ state, element, written, now }: FoundReference): ReadinessHint[] {
  // One that is not followed says what it says; the drafting room has them followed.
  if (state === 'sound' || state === 'plain') return []
  return [hint(`reference-${state}`, element.id, element.provision ?? '', written, now)]
}

function hint(
  name: HintName,
  elementId: string,
  provision: string,
  written = '',
  now = '',
): ReadinessHint {
  return { key: hintKeys[name], elementId, values: { provision, written, now } }
}
