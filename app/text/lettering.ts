/** What the lettering of a point depends on besides its place: a label of its own, or null. */
export interface Labelled {
  readonly label: string | null
}

/**
 * The labels of points that stand side by side, as Annex I letters them: a, b, c … at the first
 * depth, 1, 2, 3 … at the second, then a, b, c … again. A label of its own is kept and the next
 * point goes on from it (f → g), so that a gap stays a gap; one that is no letter or number of its
 * depth (`a bis`) stands between its neighbours and moves nothing.
 */
export function letterPoints(points: readonly Labelled[], depth: number): string[] {
  const lettering = new Lettering(depth)
  return points.map(({ label }) => lettering.put(label))
}

/**
 * Which of the labels that points show have to be their own; null for those that their place gives them.
 * `before`: the points that stand before them.
 */
export function ownLabels(
  shown: readonly string[],
  depth: number,
  before: readonly Labelled[] = [],
): (string | null)[] {
  const lettering = new Lettering(depth)
  for (const { label } of before) lettering.put(label)
  return shown.map((label) => {
    const own = label === '' || label === lettering.next ? null : label
    lettering.put(own)
    return own
  })
}

class Lettering {
  readonly #style: typeof letters | typeof numbers
  #position = 1

  constructor(depth: number) {
    this.#style = depth % 2 === 0 ? letters : numbers
  }

  /** What a point without a label of its own would be called. */
  get next(): string {
    return this.#style.write(this.#position)
  }

  /** What a point is called that is put behind the others. */
  put(label: string | null): string {
    const own = label?.trim()
    const shown = own || this.next
    const position = this.#style.read(shown)
    if (position !== null) this.#position = position + 1
    return shown
  }
}

/**
 * Which of the points that stand side by side have a label of their own that one before them has too,
 * by their places: without it they would be lettered by their place. Those behind them are among them
 * as far as they would be doubled then; where there is a gap again, the label stays.
 */
export function doubledLabels(points: readonly Labelled[], depth: number): number[] {
  const kept: Labelled[] = []
  const doubled: number[] = []
  for (const [place, { label }] of points.entries()) {
    const own = label?.trim()
    const isDoubled = Boolean(own) && letterPoints(kept, depth).includes(own ?? '')
    if (isDoubled) doubled.push(place)
    kept.push({ label: isDoubled ? null : label })
  }
  return doubled
}

/** Put in between two that stand, as the Union numbers provisions: `a bis`, `1 ter`. */
const between =
  / (?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies|[a-z]+(?:decies|vicies))$/i

/** Whether a label is a letter or a number, also one put in between others; null where it is neither. */
export function labelKind(label: string): 'letter' | 'number' | null {
  const own = label.trim().replace(between, '')
  if (letters.read(own) !== null) return 'letter'
  return numbers.read(own) === null ? null : 'number'
}

const numbers = {
  write: String,
  read: (label: string) => (/^[1-9]\d{0,5}$/.test(label) ? Number(label) : null),
}

/** a to z, then aa, ab, …: counting in base 26 without a zero. */
const letters = {
  write(position: number): string {
    const last = (position - 1) % 26
    const before = (position - 1 - last) / 26
    return (before > 0 ? letters.write(before) : '') + String.fromCodePoint(97 + last)
  },
  read(label: string): number | null {
    if (!/^[a-z]{1,3}$/i.test(label)) return null
    let position = 0
    for (const letter of label.toLowerCase()) {
      position = position * 26 + (letter.codePointAt(0) ?? 0) - 96
    }
    return position
  },
}

/** The how manieth a label is of its depth; null where it is none that is counted there. */
export function positionOf(label: string, depth: number): number | null {
  return (depth % 2 === 0 ? letters : numbers).read(label)
}

/**
 * How many labels are missing between two that stand side by side; none where either is not counted at
 * the depth, or they are further apart than points are: `i` and `ii` are Roman numbers.
 */
export function missingBetween(before: string, label: string, depth: number): number {
  const [from, to] = [positionOf(before, depth), positionOf(label, depth)]
  if (from === null || to === null || to <= from || to - from > mostApart) return 0
  return to - from - 1
}

const mostApart = 26

/** The label of a position at a depth, counted from 1. */
export function labelAt(position: number, depth: number): string {
  return (depth % 2 === 0 ? letters : numbers).write(position)
}
