import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { findPositionsPage } from '#app/queries/positions-page.server.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { doc, entry, heading, section } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let de: Actor
let fr: Actor
let reference: string

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'reader')
  reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'named', delegations: ['DE'] })
  await scene.share(
    nl,
    reference,
    { kind: 'all' },
    doc(section('items', entry({ id: 'e', code: '3B802' }, heading('h', 'Metrology')))),
  )
})
afterAll(() => scene.close())

const page = async (actor: Actor, number: number | null = null) => {
  const found = await findPositionsPage(scene.deps, actor, reference, number)
  return found.ok ? found.page : found.reason
}

describe('the positions page', () => {
  it('shows the newest version that the reader has, and an earlier one on request', async () => {
    expect(await page(de)).toMatchObject({ version: { number: 2 }, entries: [{ code: '3B802' }] })
    expect(await page(de, 1)).toMatchObject({ version: { number: 1 } })
  })

  it('answers the same of a version that is not the reader’s and of one that is not there', async () => {
    expect(await page(fr, 1)).toBe('not-found')
    expect(await page(fr, 9)).toBe('not-found')
    const gsc = await scene.person('GSC', 'reader')
    expect(await page(gsc)).toBe('not-found')
  })

  it('keeps what was stated on a version from those who have only a later one', async () => {
    const stated = await statePosition(
      scene.deps,
      de,
      { reference, number: 1 },
      {
        key: randomUUID(),
        entryCode: null,
        stance: 'concern',
        intentions: [],
        reasons: 'planted-reason',
        audience: { kind: 'version' },
      },
    )
    expect(stated.ok).toBe(true)
    expect(JSON.stringify(await page(nl))).toContain('planted-reason')
    expect(JSON.stringify(await page(fr))).not.toContain('planted-reason')
  })

  it('offers the form to those who may state a position', async () => {
    expect(await page(de)).toMatchObject({ may: { statePosition: true } })
    expect(await page(fr)).toMatchObject({ may: { statePosition: false } })
    expect(await page(nl)).toMatchObject({ may: { statePosition: false } })
  })
})
