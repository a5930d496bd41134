import type { Day } from './measure.ts'

interface Publication {
  readonly id: string
  /** The one that a corrigendum corrects. */
  readonly corrects: string | null
  readonly publishedOn: Day
}

/**
 * Which publications say what is in the compilation, one after the other: each compilation and update
 * from its day on, and in its place what corrects it, from the day of that. What corrects an older one
 * changes nothing of the newest. `all`: the first published first.
 */
export function standing<One extends Publication>(all: readonly One[]): One[] {
  const rootOf = roots(all)
  let root: string | null = null
  return all.filter((one) => {
    if (one.corrects === null) root = one.id
    return rootOf(one) === root
  })
}

/** What a publication takes the place of: of a corrigendum what it corrects, as corrected by then. */
export function predecessor<One extends Publication>(
  all: readonly One[],
  publication: Omit<Publication, 'id'> & { readonly id?: string },
): One | null {
  const at = all.findIndex(({ id }) => id === publication.id)
  const earlier =
    at >= 0
      ? all.slice(0, at)
      : all.filter(({ publishedOn }) => publishedOn <= publication.publishedOn)
  if (publication.corrects === null) return standing(earlier).at(-1) ?? null
  const rootOf = roots(all)
  const corrected = all.find(({ id }) => id === publication.corrects)
  const root = corrected && rootOf(corrected)
  return earlier.findLast((one) => rootOf(one) === root) ?? null
}

interface Correction {
  readonly publicationId: string
  /** What stood there until then. */
  readonly corrected: { readonly publishedOn: Day }
}

/**
 * The last correction by which each publication came to stand elsewhere, or to take the place of another
 * one than before: with its day, a publication may move past others. `all`: as they stand now, in the order
 * in which they were recorded; `corrections`: all of them, in the order in which they were made.
 */
export function lastMoves<One extends Publication, Made extends Correction>(
  all: readonly One[],
  corrections: readonly Made[],
): Map<string, Made> {
  const moves = new Map<string, Made>()
  let after = all
  for (const made of corrections.toReversed()) {
    const { publishedOn } = made.corrected
    const before = after.map((one) =>
      one.id === made.publicationId ? { ...one, publishedOn } : one,
    )
    const [was, is] = [placesTaken(before), placesTaken(after)]
    for (const { id } of all) {
      const isMoved = id === made.publicationId || was.get(id) !== is.get(id)
      if (isMoved && !moves.has(id)) moves.set(id, made)
    }
    after = before
  }
  return moves
}

/** What each of those that stand follows; the first one follows nothing. */
function placesTaken(all: readonly Publication[]): Map<string, string | null> {
  const byDay = all.toSorted((a, b) =>
    a.publishedOn === b.publishedOn ? 0 : a.publishedOn < b.publishedOn ? -1 : 1,
  )
  const inPlace = standing(byDay)
  return new Map(inPlace.map(({ id }, place) => [id, inPlace[place - 1]?.id ?? null]))
}

/** The compilation or update that each is, or that its corrigenda go back to. */
function roots<One extends Publication>(all: readonly One[]): (one: One) => string {
  const byId = new Map(all.map((one) => [one.id, one]))
  return (one) => {
    let root = one
    // Each corrects one that was recorded before it, so this comes to an end.
    for (let next = byId.get(root.corrects ?? ''); next; next = byId.get(root.corrects ?? ''))
      root = next
    return root.id
  }
}
