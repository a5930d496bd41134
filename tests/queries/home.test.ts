import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { findHome } from '#app/queries/home.server.ts'
import { openScene } from '#tests/commands/scene.ts'

const shared = 23
let scene: Awaited<ReturnType<typeof openScene>>
let nl: Actor
let de: Actor

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  for (let file = 0; file < shared; file++)
    await scene.share(nl, await scene.file(nl), { kind: 'named', delegations: ['DE'] })
})
afterAll(() => scene.close())

describe('home of a delegation with much to do', () => {
  it('shows the first lines of each list and says how many there are', async () => {
    const home = await findHome(scene.deps, de)
    expect(home.unanswered).toHaveLength(20)
    expect(home.changes).toHaveLength(20)
    expect(home.totals).toMatchObject({ unanswered: shared, changes: shared, release: 0 })
    const owners = await findHome(scene.deps, nl)
    expect(owners.ours).toHaveLength(20)
    expect(owners.totals).toMatchObject({ ours: shared, unanswered: 0 })
  })

  it('shows the whole of the list that is asked for, and no more of the others', async () => {
    const home = await findHome(scene.deps, de, 'unanswered')
    expect(new Set(home.unanswered.map(({ reference }) => reference)).size).toBe(shared)
    expect(home.changes).toHaveLength(20)
    const first = await findHome(scene.deps, de)
    expect(home.unanswered.slice(0, 20)).toEqual(first.unanswered)
  })
})
