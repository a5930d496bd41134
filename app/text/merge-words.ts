import { diffIndices } from 'node-diff3'

/** Of a base, what it is now and what was proposed for it: a part that goes together. */
export interface Merged<Value> {
  /** `conflict` where both changed it, and not alike: a person has to say what is to stand there. */
  readonly kind: 'same' | 'changed' | 'conflict'
  /** Who changed it, where it is no conflict. */
  readonly by: 'now' | 'proposed' | 'both' | null
  readonly base: Value
  readonly now: Value
  readonly proposed: Value
}

/** What stands there when everything is in that one of the two changed; at a conflict what is there now. */
export function standing<Value>({ kind, by, now, proposed }: Merged<Value>): Value {
  return kind === 'changed' && by === 'proposed' ? proposed : now
}

/** Other items in the place of some of the base; none of it where something is put in. */
interface Hunk {
  readonly by: 'now' | 'proposed'
  readonly from: number
  readonly to: number
  /** How many items stand there instead. */
  readonly length: number
}

/**
 * The three laid over each other: items of one name are the same. Changes that stand next to each
 * other are two; what is put in next to what the other changed is in conflict with it, since nothing
 * says on which side of it, or with which of its words, it was to stand.
 */
export function mergeItems<Item>(
  base: readonly Item[],
  now: readonly Item[],
  proposed: readonly Item[],
  nameOf: (item: Item) => string,
): Merged<readonly Item[]>[] {
  const names = { base: base.map(nameOf), now: now.map(nameOf), proposed: proposed.map(nameOf) }
  const hunks = [
    ...hunksOf(names.base, names.now, 'now'),
    ...hunksOf(names.base, names.proposed, 'proposed'),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to)
  const parts: Merged<readonly Item[]>[] = []
  const at = { base: 0, now: 0, proposed: 0 }
  const take = (to: number, changed: readonly Hunk[]) => {
    const ends = { now: 0, proposed: 0 }
    for (const by of ['now', 'proposed'] as const) {
      const grown = changed.filter((hunk) => hunk.by === by)
      const length = grown.reduce((sum, h) => sum + h.length - (h.to - h.from), to - at.base)
      ends[by] = at[by] + length
    }
    parts.push({
      ...judged(
        changed,
        names.now.slice(at.now, ends.now),
        names.proposed.slice(at.proposed, ends.proposed),
      ),
      base: base.slice(at.base, to),
      now: now.slice(at.now, ends.now),
      proposed: proposed.slice(at.proposed, ends.proposed),
    })
    Object.assign(at, ends, { base: to })
  }
  for (const group of groupsOf(hunks)) {
    const from = Math.min(...group.map((hunk) => hunk.from))
    if (from > at.base) take(from, [])
    take(Math.max(...group.map((hunk) => hunk.to)), group)
  }
  if (base.length > at.base) take(base.length, [])
  return parts
}

function hunksOf(base: string[], other: string[], by: Hunk['by']): Hunk[] {
  return diffIndices(base, other).map(({ buffer1: [from, gone], buffer2: [, length] }) => ({
    by,
    from,
    to: from + gone,
    length,
  }))
}

/** Those of the two that meet go together; in order, so no later one meets what is before the last. */
function groupsOf(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = []
  for (const hunk of hunks) {
    const last = groups.at(-1)
    if (last?.some((other) => meet(other, hunk))) last.push(hunk)
    else groups.push([hunk])
  }
  return groups
}

function meet(a: Hunk, b: Hunk): boolean {
  if (a.by === b.by) return false
  const isPutIn = a.from === a.to || b.from === b.to
  return isPutIn ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to
}

function judged(
  changed: readonly Hunk[],
  now: readonly string[],
  proposed: readonly string[],
): Pick<Merged<unknown>, 'kind' | 'by'> {
  const [first, second] = changed
  if (!first) return { kind: 'same', by: null }
  if (!second) return { kind: 'changed', by: first.by }
  const isAlike = isSame(now, proposed)
  return isAlike ? { kind: 'changed', by: 'both' } : { kind: 'conflict', by: null }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index])
}

/**
 * The parts of a line as they are read: what one changed in neighbouring words is one change, "not
 * exceeding" and not two words, and a space that ends it in all three is none of it.
 */
export function gathered(parts: readonly Merged<string>[]): Merged<string>[] {
  const read: Merged<string>[] = []
  for (const [index, part] of parts.entries()) {
    const last = read.at(-1)
    const next = parts[index + 1]
    const isSpace = part.kind === 'same' && part.base.trim() === ''
    const isWithin = isSpace && next !== undefined && last !== undefined && isAlike(last, next)
    if (last && (isWithin || isAlike(last, part))) {
      read.splice(-1, 1, {
        ...last,
        base: last.base + part.base,
        now: last.now + part.now,
        proposed: last.proposed + part.proposed,
      })
    } else read.push(part)
  }
  return read.flatMap(withoutSpace)
}

function isAlike(one: Merged<string>, other: Merged<string>): boolean {
  return one.kind !== 'same' && one.kind === other.kind && one.by === other.by
}

function withoutSpace(part: Merged<string>): Merged<string>[] {
  const { kind, by, base, now, proposed } = part
  if (kind === 'same') return [part]
  const [space = ''] = /\s*$/.exec(base) ?? []
  if (space === '' || ![now, proposed].every((text) => text.endsWith(space))) return [part]
  const [was, is, to] = [base, now, proposed].map((text) => text.slice(0, -space.length))
  return [
    { kind, by, base: was ?? '', now: is ?? '', proposed: to ?? '' },
    { kind: 'same', by: null, base: space, now: space, proposed: space },
  ]
}
