import { diff3MergeRegions, diffIndices } from 'node-diff3'

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

/** The three laid over each other: items of one name are the same. */
export function mergeItems<Item>(
  base: readonly Item[],
  now: readonly Item[],
  proposed: readonly Item[],
  nameOf: (item: Item) => string,
): Merged<readonly Item[]>[] {
  const names = { base: base.map(nameOf), now: now.map(nameOf), proposed: proposed.map(nameOf) }
  const changedNow = new Set(diffIndices(names.base, names.now).map(({ buffer1: [at] }) => at))
  const parts: Merged<readonly Item[]>[] = []
  const at = { base: 0, now: 0, proposed: 0 }
  /** The words with which one side changed something, until it is known how far that goes. */
  let changed: { by: 'now' | 'proposed'; length: number } | null = null

  const take = (lengths: typeof at, judge: (part: Sides<Item>) => Merged<readonly Item[]>) => {
    const part = {
      base: base.slice(at.base, at.base + lengths.base),
      now: now.slice(at.now, at.now + lengths.now),
      proposed: proposed.slice(at.proposed, at.proposed + lengths.proposed),
    }
    at.base += lengths.base
    at.now += lengths.now
    at.proposed += lengths.proposed
    parts.push(judge(part))
  }
  /** Up to the next place of the base that is told of, at most one side changed something. */
  const closeAt = (place: number) => {
    const length = place - at.base
    if (!changed && length === 0) return
    // What one side took out is no region of its own: the library leaves it out.
    const { by, length: others } = changed ?? {
      by: changedNow.has(at.base) ? ('now' as const) : ('proposed' as const),
      length: 0,
    }
    changed = null
    const lengths = { base: length, now: length, proposed: length, [by]: others }
    take(lengths, (part) => ({ kind: 'changed', by, ...part }))
  }

  for (const region of diff3MergeRegions(names.now, names.base, names.proposed)) {
    if (!region.stable) {
      closeAt(region.oStart)
      const lengths = { base: region.oLength, now: region.aLength, proposed: region.bLength }
      take(lengths, (part) =>
        isSame(region.aContent, region.bContent)
          ? { kind: 'changed', by: 'both', ...part }
          : { kind: 'conflict', by: null, ...part },
      )
    } else if (region.buffer === 'o') {
      closeAt(region.bufferStart)
      const length = region.bufferLength
      take({ base: length, now: length, proposed: length }, (part) => ({
        kind: 'same',
        by: null,
        ...part,
      }))
    } else {
      const by = region.buffer === 'a' ? 'now' : 'proposed'
      changed = { by, length: region.bufferLength }
    }
  }
  closeAt(base.length)
  return parts
}

interface Sides<Item> {
  readonly base: readonly Item[]
  readonly now: readonly Item[]
  readonly proposed: readonly Item[]
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index])
}
