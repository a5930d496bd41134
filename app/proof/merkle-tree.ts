import { createHash } from 'node:crypto'

/**
 * The Merkle tree over the record, as RFC 9162 (2.1) has it: a leaf is SHA-256 of 0x00 and the data, a
 * node that of 0x01 and its two children. A root signs all leaves before it; a path of some twenty hashes
 * shows that a leaf is under a root of a million, without the other leaves.
 */
export type Hash = Uint8Array

export function leafHash(data: Uint8Array): Hash {
  return digest(Uint8Array.of(0), data)
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return digest(Uint8Array.of(1), left, right)
}

/**
 * A tree that only grows, kept as the roots of its complete subtrees: one for each bit that is set in its
 * size, the largest first. That is all it takes to add to it and to give its root.
 */
export class GrowingTree {
  private constructor(
    private readonly peaks: Hash[],
    private count: number,
  ) {}

  static empty(): GrowingTree {
    return new GrowingTree([], 0)
  }

  /** As it was kept. Throws where the peaks are not those of a tree of that size. */
  static from(peaks: readonly Hash[], size: number): GrowingTree {
    if (peaks.length !== powersIn(size).length)
      throw new Error(`${peaks.length} peaks for ${size} leaves`)
    return new GrowingTree([...peaks], size)
  }

  get size(): number {
    return this.count
  }

  get complete(): readonly Hash[] {
    return this.peaks
  }

  add(leaf: Hash): void {
    let joined = leaf
    for (let rest = this.count; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.peaks.pop()
      if (!left) throw new Error('a tree without the peaks that its size asks for')
      joined = nodeHash(left, joined)
    }
    this.peaks.push(joined)
    this.count += 1
  }

  /** The root of one of its complete subtrees: of the leaves from `from` up to before `to`. */
  subtree(from: number, to: number): Hash {
    let start = 0
    for (const [index, size] of powersIn(this.count).entries()) {
      const peak = this.peaks[index]
      if (start === from && start + size === to && peak) return peak
      start += size
    }
    throw new RangeError(`no complete subtree from ${from} to ${to} in a tree of ${this.count}`)
  }

  /** Of a tree without leaves: SHA-256 of nothing. */
  get root(): Hash {
    const [last, ...rest] = this.peaks.toReversed()
    return last ? rest.reduce((right, left) => nodeHash(left, right), last) : digest()
  }
}

/** The root of all leaves, in order. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const tree = GrowingTree.empty()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root
}

/**
 * The hashes beside the way from a leaf up to the root of the first `size` leaves (RFC 9162, 2.1.3.1),
 * the lowest first. `subtree` gives the root of the leaves from `from` up to before `to`.
 */
export function inclusionPath(
  index: number,
  size: number,
  subtree: (from: number, to: number) => Hash,
): Hash[] {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} of ${size}`)
  const path: Hash[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const split = from + largestPowerBelow(to - from)
    if (index < split) {
      path.push(subtree(split, to))
      to = split
    } else {
      path.push(subtree(from, split))
      from = split
    }
  }
  return path.toReversed()
}

/** The root that a leaf and its path lead to, or null where there can be no such path (RFC 9162, 2.1.3.2). */
export function rootAlong(
  leaf: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
): Hash | null {
  if (index < 0 || index >= size) return null
  let [place, last] = [index, size - 1]
  let hash = leaf
  for (const beside of path) {
    if (last === 0) return null
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else hash = nodeHash(hash, beside)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 ? hash : null
}

function half(number: number): number {
  return Math.floor(number / 2)
}

function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** The powers of two that a number is the sum of, the largest first. */
function powersIn(size: number): number[] {
  const bits = [...size.toString(2)]
  return bits.flatMap((bit, index) => (bit === '1' ? 2 ** (bits.length - 1 - index) : []))
}

function digest(...parts: readonly Uint8Array[]): Hash {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
