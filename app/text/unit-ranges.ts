import type { Units } from './text-units.ts'

/** Ranges of units of Yjs as sets: what is in one list, in both, or in one alone. */

/** Whether two share a unit. */
export function meets(a: Units, b: Units): boolean {
  return a.client === b.client && a.clock < b.clock + b.length && b.clock < a.clock + a.length
}

/** What is in either, once. */
export function union(a: readonly Units[], b: readonly Units[]): Units[] {
  return [...a, ...without(b, a)]
}

/** The units of one list that are not in another. */
export function without(ranges: readonly Units[], taken: readonly Units[]): Units[] {
  const byClient = new Map<number, Units[]>()
  for (const one of taken) byClient.set(one.client, [...(byClient.get(one.client) ?? []), one])
  return ranges.flatMap((range) => {
    let left = [range]
    for (const cut of byClient.get(range.client) ?? [])
      left = left.flatMap((part) => minus(part, cut))
    return left
  })
}

function minus(part: Units, cut: Units): Units[] {
  if (!meets(part, cut)) return [part]
  const end = part.clock + part.length
  const before = { ...part, length: cut.clock - part.clock }
  const behind = rest(part, cut.clock + cut.length - part.clock)
  return [...(before.length > 0 ? [before] : []), ...(behind.clock < end ? [behind] : [])]
}

/** Two lists of units of one length in pieces that are as long as each other. */
export function* inStep(a: readonly Units[], b: readonly Units[]): Generator<[Units, Units]> {
  const [left, right] = [[...a], [...b]]
  for (;;) {
    const [one, other] = [left.shift(), right.shift()]
    if (!one || !other) return
    const length = Math.min(one.length, other.length)
    yield [
      { ...one, length },
      { ...other, length },
    ]
    if (one.length > length) left.unshift(rest(one, length))
    if (other.length > length) right.unshift(rest(other, length))
  }
}

function rest({ client, clock, length }: Units, from: number): Units {
  return { client, clock: clock + from, length: length - from }
}
