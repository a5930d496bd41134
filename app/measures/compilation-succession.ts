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
