import { expect, it } from 'vitest'
import { newSeed, soak } from './soak.ts'

it('whatever befalls two nodes and their people, nothing is lost and all end with one text', async () => {
  const seed = newSeed()
  console.log(`soak seed ${seed}`)
  const end = new AbortController()
  const report = await soak({
    seed,
    stepsOfRound: 150,
    end: end.signal,
    say: () => end.abort(),
  })
  expect(report.violations).toEqual([])
  expect(report.comparisons).toBe(1)
}, 240_000)
