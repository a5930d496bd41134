import { describe, expect, it } from 'vitest'
import { percentile, slopeOf, spreadOf } from './statistics.ts'

describe('the figures of the bench', () => {
  it('are nearest ranks: a value that was measured, never one in between', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
    expect(percentile(hundred, 0.5)).toBe(50)
    expect(percentile(hundred, 0.99)).toBe(99)
    expect(percentile([7], 0.99)).toBe(7)
    expect(percentile([], 0.5)).toBeNaN()
  })

  it('are the median of the rounds and their range, in whatever order they came', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4 })
  })

  it('leave the fixed part out of what one more costs', () => {
    const points = [50, 100, 150, 200].map((x) => ({ x, y: 1_000 + 3 * x }))
    expect(slopeOf(points)).toBeCloseTo(3)
  })
})
