import { assert, constantFrom, property, shuffledSubarray } from 'fast-check'
import { expect, test } from 'vitest'
import { withoutNames } from '#app/paper/positions-by-provision.ts'
import type { Standing } from '#app/queries/standings.server.ts'

const said = (id: string, stance: Standing['stance'], reasons = ''): Standing => ({
  id,
  stance,
  reasons,
  intentions: [],
  audience: null,
  version: 1,
  at: `2026-12-0${(id.length % 9) + 1}T09:00:00Z`,
  isStale: false,
  isSuperseded: false,
  earlier: [],
})

const all = [
  { delegation: 'BE', standing: said('1', 'supports') },
  { delegation: 'DK', standing: said('22', 'question') },
  { delegation: 'DE', standing: said('333', 'question', 'Which models?') },
  { delegation: 'FR', standing: said('4444', 'supports') },
  { delegation: 'SE', standing: said('55555', 'supports', 'Yes.') },
] as const

test('positions without names stand in one order, whatever that of the states was', () => {
  const shown = (stated: readonly (typeof all)[number][]) =>
    withoutNames(stated).map(({ standing }) => [standing.stance, standing.reasons])
  assert(
    property(
      shuffledSubarray([...all], { minLength: all.length }),
      constantFrom(all),
      (some, every) => {
        expect(shown(some)).toEqual(shown(every))
      },
    ),
  )
})
