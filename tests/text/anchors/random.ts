import { randomFrom } from '#tests/realtime/seeded-random.ts'

/** Random choices that a printed seed repeats. */
export class Random {
  /** From 0 up to and without 1. */
  readonly next: () => number

  constructor(seed: number) {
    this.next = randomFrom(seed)
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  isLikely(share: number): boolean {
    return this.next() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
}
