import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Paced } from '#realtime/client-paced.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a paced question', () => {
  it('is asked at once, and then once for all that came while it was under way or paused', () => {
    const ask = vi.fn(() => true)
    const paced = new Paced(ask, () => 200)
    paced.need()
    expect(ask).toHaveBeenCalledTimes(1)
    paced.need()
    paced.need()
    paced.answered()
    paced.need()
    expect(ask).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(200)
    expect(ask).toHaveBeenCalledTimes(2)
    paced.answered()
    vi.advanceTimersByTime(1_000)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('pauses by how long the answer took', () => {
    const ask = vi.fn(() => true)
    const paced = new Paced(ask, (tookMs) => 4 * tookMs)
    paced.need()
    vi.advanceTimersByTime(500)
    paced.answered()
    paced.need()
    vi.advanceTimersByTime(1_999)
    expect(ask).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('stays needed while it cannot be asked', () => {
    let isConnected = false
    const ask = vi.fn(() => isConnected)
    const paced = new Paced(ask, () => 0)
    paced.need()
    isConnected = true
    paced.need()
    expect(ask).toHaveBeenCalledTimes(2)
    paced.answered()
    vi.advanceTimersByTime(1)
    expect(ask).toHaveBeenCalledTimes(2)
  })
})
