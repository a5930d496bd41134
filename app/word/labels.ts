import { letterPoints } from '#app/text/lettering.ts'
import { noteKinds, type NoteKind } from '#app/text/grammar.ts'

/** A letter or number that begins a line, and how many characters it takes with what parts it. */
export interface TypedLabel {
  readonly label: string
  readonly length: number
}

/** `a.`, `1)`, `(b)` at the beginning of a line. */
export function typedLabel(text: string): TypedLabel | null {
  const match = /^\s*\(?([a-z]{1,2}|[1-9]\d?)[.)]\s+/.exec(text)
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

export interface TypedNote {
  readonly kind: NoteKind
  readonly length: number
}

const noteNames: readonly [RegExp, NoteKind][] = [
  [/^\s*technical\s+notes?\s*\d*\s*[:.]\s*/i, 'technical-note'],
  [/^\s*n\.\s?b\.\s*:?\s*/i, 'nb'],
  [/^\s*notes?\s*\d*\s*:\s*/i, 'note'],
]

/** What kind of note a line begins, by its first words. */
export function typedNote(text: string): TypedNote | null {
  for (const [pattern, kind] of noteNames) {
    const match = pattern.exec(text)
    if (match && noteKinds.includes(kind)) return { kind, length: match[0].length }
  }
  return null
}

export function isNumber(label: string): boolean {
  return /^\d+$/.test(label)
}

/** Letters stand at the first, third … depth of points, numbers at the second, fourth … */
export function fitsDepth(label: string, depth: number): boolean {
  return isNumber(label) === (depth % 2 === 1)
}

/** Whether a label is the one that follows another at a depth. */
export function follows(label: string, before: string, depth: number): boolean {
  return letterPoints([{ label: before }, { label: null }], depth)[1] === label
}

export function isFirst(label: string): boolean {
  return label === 'a' || label === '1'
}

/**
 * The labels that must be said, where null is lettered by position: all that are not the one that
 * would follow anyway.
 */
export function ownLabels(labels: readonly string[], depth: number): (string | null)[] {
  const [first = ''] = letterPoints([{ label: null }], depth)
  return labels.map((label, place) => {
    const before = labels[place - 1]
    const isExpected = before === undefined ? label === first : follows(label, before, depth)
    return isExpected || label === '' ? null : label
  })
}
