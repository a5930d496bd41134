/** The value below which `share` of them lie (nearest rank); they are in ascending order. */
export function percentile(ascending: ArrayLike<number>, share: number): number {
  const rank = Math.ceil(share * ascending.length)
  return ascending[Math.max(rank, 1) - 1] ?? Number.NaN
}

export interface Spread {
  median: number
  least: number
  most: number
}

/** Of the rounds' figures for one and the same thing. */
export function spreadOf(values: readonly number[]): Spread {
  const ascending = values.toSorted((a, b) => a - b)
  const middle = Math.floor(ascending.length / 2)
  const upper = ascending[middle] ?? Number.NaN
  const lower = ascending[ascending.length % 2 === 0 ? middle - 1 : middle] ?? Number.NaN
  return {
    median: (lower + upper) / 2,
    least: ascending[0] ?? Number.NaN,
    most: ascending.at(-1) ?? Number.NaN,
  }
}

/** The slope of the straight line that fits best: how much of `y` one more of `x` costs. */
export function slopeOf(points: readonly { x: number; y: number }[]): number {
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const x = mean((point) => point.x)
  const y = mean((point) => point.y)
  const covariance = mean((point) => (point.x - x) * (point.y - y))
  return covariance / mean((point) => (point.x - x) ** 2)
}
