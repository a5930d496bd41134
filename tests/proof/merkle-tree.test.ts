import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  GrowingTree,
  inclusionPath,
  leafHash,
  nodeHash,
  rootAlong,
  rootOf,
  type Hash,
} from '#app/proof/merkle-tree.ts'

const leaves = Array.from({ length: 70 }, (_, index) => leafHash(Buffer.from(`event ${index}`)))
const hex = (hash: Hash | null) => hash && Buffer.from(hash).toString('hex')

/** The definition of RFC 9162, 2.1.1, word for word. */
function defined(hashes: readonly Hash[]): Hash {
  const [only] = hashes
  if (!only) return createHash('sha256').digest()
  if (hashes.length === 1) return only
  let split = 1
  while (split * 2 < hashes.length) split *= 2
  return nodeHash(defined(hashes.slice(0, split)), defined(hashes.slice(split)))
}

describe('the tree over the record', () => {
  it('hashes leaves and nodes apart, so that neither passes for the other', () => {
    expect(hex(leafHash(Buffer.alloc(0)))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
    expect(hex(rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    const [one, other] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]
    expect(hex(nodeHash(one, other))).not.toBe(hex(leafHash(Buffer.concat([one, other]))))
  })

  it('has the root that its definition gives, at every size, also when it grows from what was kept', () => {
    let tree = GrowingTree.empty()
    for (const [index, leaf] of leaves.entries()) {
      tree.add(leaf)
      expect(hex(tree.root)).toBe(hex(defined(leaves.slice(0, index + 1))))
      tree = GrowingTree.from(tree.complete, tree.size)
    }
    expect(() => GrowingTree.from(tree.complete, 3)).toThrow('peaks')
  })

  it('leads from each leaf to the root of each size, and from nothing else', () => {
    const wrong: string[] = []
    for (let size = 1; size <= leaves.length; size++) {
      const root = hex(defined(leaves.slice(0, size)))
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const path = inclusionPath(index, size, (from, to) => defined(leaves.slice(from, to)))
        const along = (leaf: Hash | undefined, place: number, beside: readonly Hash[]) =>
          leaf ? hex(rootAlong(leaf, place, size, beside)) : null
        const others = [
          along(leaves[(index + 1) % leaves.length], index, path),
          along(leaf, index, [...path, leaf]),
          ...(size > 1 ? [along(leaf, (index + 1) % size, path)] : []),
          ...(size > 1 ? [along(leaf, index, path.slice(1))] : []),
        ]
        if (along(leaf, index, path) !== root || others.includes(root)) {
          wrong.push(`${index} of ${size}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('gives no path for a leaf that is not there', () => {
    expect(() => inclusionPath(3, 3, () => leafHash(Buffer.alloc(0)))).toThrow('leaf 3 of 3')
    expect(rootAlong(leafHash(Buffer.alloc(0)), 3, 3, [])).toBeNull()
  })
})
