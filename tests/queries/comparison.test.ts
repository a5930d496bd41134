import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { findComparison } from '#app/queries/comparison.server.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'

let scene: Scene
let de: Actor
let fr: Actor
let reference: string

const text = (overlay: string) =>
  doc(
    section(
      'items',
      entry(
        { id: 'e', code: '3B801' },
        heading('h', 'Scanners'),
        point({ id: 'a' }, paragraph('ap', `a chuck overlay ${overlay}`)),
        point({ id: 'b' }, paragraph('bp', 'a stage')),
      ),
    ),
  )

beforeAll(async () => {
  scene = await openScene()
  const nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'representative')
  reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'named', delegations: ['DE'] }, text('≤ 2.40 nm'))
  await scene.share(nl, reference, { kind: 'all' }, text('≤ 1.50 nm'))
})
afterAll(() => scene.close())

const compared = async (actor: Actor, from: number | null = null, to: number | null = null) => {
  const found = await findComparison(scene.deps, actor, reference, { from, to })
  return found.ok ? found.comparison : found.reason
}

describe('a comparison of two versions', () => {
  it('says in words and in parameters what changed, and in which direction', async () => {
    const found = await compared(de)
    if (typeof found === 'string') throw new Error(found)
    const changed = found.lines.filter(
      ({ status, runs }) => status === 'changed' && runs.length > 0,
    )
    expect(changed).toMatchObject([
      {
        name: { provision: '3B801.a' },
        parameters: [
          {
            quantity: 'chuck overlay',
            before: '≤ 2.40 nm',
            after: '≤ 1.50 nm',
            change: 'tighter',
            wording: null,
          },
        ],
      },
    ])
    expect(changed[0]?.runs.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '2.40' },
      { kind: 'added', text: '1.50' },
    ])
  })

  it('takes the newest two that the reader has, unless told otherwise', async () => {
    expect(await compared(de)).toMatchObject({ before: { number: 1 }, after: { number: 2 } })
    expect(await compared(de, 2, 1)).toMatchObject({ before: { number: 2 }, after: { number: 1 } })
  })

  it('is not for those who lack one of the two, whatever they ask for', async () => {
    expect(await compared(fr)).toBe('not-found')
    expect(await compared(fr, 1, 2)).toBe('not-found')
    expect(await compared(fr, 2, 1)).toBe('not-found')
    expect(await compared(fr, 2, 9)).toBe('not-found')
  })
})
