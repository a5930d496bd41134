import type { TextElement } from './elements.ts'
import type { Match } from './redline-match.ts'

/** Elements that stand elsewhere: under another one, or not in the order that most still have. */
export function movedOf(
  before: readonly TextElement[],
  after: readonly TextElement[],
  byAfter: ReadonlyMap<string, Match>,
): Set<string> {
  const placeBefore = new Map(before.map(({ id }, place) => [id, place]))
  const moved = new Set<string>()
  const siblings = new Map<string | null, { id: string; place: number }[]>()
  for (const element of after) {
    const match = byAfter.get(element.id)
    if (!match) continue
    const parent = element.parentId === null ? null : byAfter.get(element.parentId)
    if ((parent?.before.id ?? null) !== match.before.parentId) moved.add(element.id)
    else {
      const inOrder = siblings.get(element.parentId) ?? []
      inOrder.push({ id: element.id, place: placeBefore.get(match.before.id) ?? 0 })
      siblings.set(element.parentId, inOrder)
    }
  }
  for (const inOrder of siblings.values()) {
    const kept = longestRise(inOrder.map(({ place }) => place))
    for (const [index, { id }] of inOrder.entries()) if (!kept.has(index)) moved.add(id)
  }
  return moved
}

/** The indices of a longest rising subsequence: of lists that hold nothing twice, what is common to both. */
export function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous.push(tails[low - 1])
    tails[low] = index
  }
  const kept = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) kept.add(at)
  return kept
}

/** What went, by the id of the element of the first text that it is shown behind; null for the start. */
export function removedBehind(
  before: readonly TextElement[],
  matches: readonly Match[],
  moved: ReadonlySet<string>,
): Map<string | null, TextElement[]> {
  const stayed = new Set(
    matches.filter(({ after }) => !moved.has(after.id)).map((m) => m.before.id),
  )
  const known = new Set(matches.map((match) => match.before.id))
  const gone = new Map<string | null, TextElement[]>()
  let last: string | null = null
  for (const element of before) {
    if (stayed.has(element.id)) last = element.id
    if (known.has(element.id)) continue
    const behind = gone.get(last) ?? []
    behind.push(element)
    gone.set(last, behind)
  }
  return gone
}
