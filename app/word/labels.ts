import { labelAt, positionOf } from '#app/text/lettering.ts'
import { noteKinds, type NoteKind } from '#app/text/grammar.ts'
import { isNotUsed } from './made-node.ts'
import { namesPattern } from './named-points.ts'

/** A letter or number that begins a line, and how many characters it takes with what parts it. */
export interface TypedLabel {
  readonly label: string
  readonly length: number
}

/** `a.`, `1)`, `(b)` at the beginning of a line. */
export function typedLabel(text: string): TypedLabel | null {
  const match = /^\s*\(?([a-z]{1,2}|[ivx]{3,5}|[1-9]\d?)[.)]{1,2}\s+/.exec(text)
  return match ? { label: match[1] ?? '', length: match[0].length } : null
}

export interface TypedCode {
  readonly code: string
  readonly length: number
}

/** The code of an entry at the beginning of a line, as lists write it: `3B801`, `3B801 – `, `3B801 | `. */
export function typedCode(text: string): TypedCode | null {
  const match = /^\s*(\d[A-E]\d{3,4})(?![\w.]\S)[\s:.|–—-]*/.exec(text)
  return match ? { code: match[1] ?? '', length: match[0].length } : null
}

/**
 * Whether what stands behind a code is the heading of an entry, or nothing is. A sentence goes on in small
 * letters, a list of codes with a sign: "3B001 applies".
 */
export function isTitle(rest: string): boolean {
  if (rest.trim() === '' || isNotUsed(rest)) return true
  return /^\s*["“”„«‘'’(]*\p{Lu}/u.test(rest) && typedNote(rest) === null
}

export interface TypedNote {
  readonly kind: NoteKind
  /** Its title speaks of several, which are numbered below it. */
  readonly isMany: boolean
  /** The points or entry that its title says it is to: "Note to 3B001.a.2:". */
  readonly names: string | null
  readonly length: number
  /** As far as the names in it, or all of it. */
  readonly lengthBeforeNames: number
}

const toNames = String.raw`(?:(?<to>to\s+(?<names>${namesPattern}))\.?\s*)?`
const noteNames: readonly [RegExp, NoteKind][] = [
  [titled(String.raw`technical\s+notes?\s*(?:\d+\s*)?${toNames}[:.]`), 'technical-note'],
  [titled(String.raw`n\.\s?b\.\s*:?`), 'nb'],
  [titled(String.raw`notes?\s*(?:\d+\s*)?${toNames}:`), 'note'],
]

function titled(pattern: string): RegExp {
  return new RegExp(String.raw`^\s*${pattern}\s*`, 'i')
}

/** What kind of note a line begins, by its first words. */
export function typedNote(text: string): TypedNote | null {
  for (const [pattern, kind] of noteNames) {
    const match = pattern.exec(text)
    if (!match || !noteKinds.includes(kind)) continue
    const { to = '', names = null } = match.groups ?? {}
    const length = match[0].length
    const lengthBeforeNames = names === null ? length : match[0].indexOf(to)
    return { kind, isMany: /notes/i.test(match[0]), names, length, lengthBeforeNames }
  }
  return null
}

/** What a label counts in: letters stand at the first, third … depth of points, numbers between them. */
export type LabelKind = 'letter' | 'number' | 'roman'

/**
 * What a label may count in, given the one that is written next: `i` is a letter and a Roman number,
 * and before `ii` this one only.
 */
export function kindsOf(label: string, next: string | null = null): readonly LabelKind[] {
  if (/^\d+$/.test(label)) return ['number']
  if (!isRoman(label)) return ['letter']
  if (label.length > 1) return ['roman']
  if (next === null || !isRoman(next)) return ['letter', 'roman']
  return valueOf(next, 'roman') === valueOf(label, 'roman') + 1 ? ['roman'] : ['letter', 'roman']
}

/** The how manieth a label is of its kind; 0 where it is none. */
export function valueOf(label: string, kind: LabelKind): number {
  if (kind === 'number') return Number(label)
  return kind === 'roman' ? romans.indexOf(label.toLowerCase()) : (positionOf(label, 0) ?? 0)
}

/** The label of so manieth of its kind. */
export function writtenLabel(number: number, kind: LabelKind): string {
  if (kind === 'roman') return romans[number] ?? String(number)
  return labelAt(number, kind === 'letter' ? 0 : 1)
}

function isRoman(label: string): boolean {
  return valueOf(label, 'roman') > 0
}

/** As far as lists count in them; `l`, `c` and `m` are letters here. */
const romans = ['', ...tens(''), ...tens('x'), ...tens('xx')]

function tens(before: string): string[] {
  return ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((one) => before + one)
}

/** Before a line of a list with bullets where no list can stand, by how many such lists are around it. */
export function bulletSign(depth: number): string {
  return depth === 0 ? '•' : '–'
}
