/** Numbers from 0 up to and without 1 (mulberry32), whose whole run follows from the seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The same as whole numbers from 0 up to and without `below`. */
export function seededRandom(seed: number): (below: number) => number {
  const next = randomFrom(seed)
  return (below) => Math.floor(next() * below)
}
