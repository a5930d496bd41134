import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { linkParallelDraft } from '#app/commands/link-parallel-draft.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import { findDriftedPairs } from '#app/queries/drifted-pairs.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findParallelComparison } from '#app/queries/parallel-comparison.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { measures } from '#db/schema/measures.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'
import { eq } from 'drizzle-orm'

let scene: Scene
let nl: Actor
let fr: Actor
let de: Actor
let ours: string
let theirs: string

const text = (side: string, overlay: string) =>
  doc(
    section('grounds', paragraph(`${side}g`, `planted-grounds of ${side}`)),
    section(
      'items',
      entry(
        { id: `${side}e`, code: '3B801' },
        heading(`${side}h`, 'Scanners for the manufacture of semiconductor devices'),
        point({ id: `${side}a` }, paragraph(`${side}ap`, `a dedicated chuck overlay ${overlay}`)),
      ),
    ),
  )

const toFr: Audience = { kind: 'named', delegations: ['FR'] }
const toNl: Audience = { kind: 'named', delegations: ['NL'] }

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  fr = await scene.person('FR', 'representative')
  de = await scene.person('DE', 'representative')
  ours = await scene.file(nl)
  theirs = await scene.file(nl)
  // The scene opens files of the Netherlands alone.
  await scene.deps.db.update(measures).set({ owner: 'FR' }).where(eq(measures.reference, theirs))
  await scene.share(fr, theirs, toNl, text('fr', '≤ 1.50 nm'))
  const linked = await linkParallelDraft(scene.deps, nl, ours, theirs)
  if (!linked.ok) throw new Error(linked.reason)
  await scene.share(nl, ours, toFr, text('nl', '≤ 1.50 nm'))
})
afterAll(() => scene.close())

const compared = (actor: Actor, one = ours, other = theirs) =>
  findParallelComparison(scene.deps, actor, one, other)

describe('two parallel drafts', () => {
  it('stand side by side for those who may see both, with what differs', async () => {
    for (const actor of [nl, fr]) {
      const found = await compared(actor)
      expect(found).toMatchObject({
        ok: true,
        page: { ours: { number: 1 }, theirs: { number: 1 }, drifts: [] },
      })
      expect(JSON.stringify(found)).not.toContain('planted-grounds')
    }
    expect(await findDriftedPairs(scene.deps.db, nl)).toEqual([])
  })

  it('are nobody’s business who may not see one of them', async () => {
    expect(await compared(de)).toEqual({ ok: false, reason: 'not-found' })
    const alone = await scene.file(nl)
    expect(await compared(nl, ours, alone)).toEqual({ ok: false, reason: 'not-found' })
  })

  it('that drift apart are told to both owners, with the version that did it', async () => {
    await scene.share(nl, ours, toFr, text('nl', '≤ 2.40 nm'))
    const by = { reference: ours, number: 2 }
    const [forUs, ...none] = (await findHome(scene.deps, nl)).drifted
    expect(none).toEqual([])
    expect(forUs).toMatchObject({
      reference: ours,
      other: { reference: theirs, owner: 'FR' },
      drifts: [
        {
          ours: { provision: '3B801.a' },
          theirs: { provision: '3B801.a' },
          parameters: [{ before: '≤ 2.40 nm', after: '≤ 1.50 nm', change: 'tighter' }],
          by,
        },
      ],
    })
    expect((await findHome(scene.deps, fr)).drifted).toMatchObject([
      {
        reference: theirs,
        other: { reference: ours, owner: 'NL' },
        drifts: [{ parameters: [{ before: '≤ 1.50 nm', after: '≤ 2.40 nm' }], by }],
      },
    ])
    expect((await findHome(scene.deps, de)).drifted).toEqual([])
  })

  it('drift apart for nobody who does not have the version that did it', async () => {
    await scene.share(nl, ours, toFr, text('nl', '≤ 1.50 nm'))
    expect((await findHome(scene.deps, fr)).drifted).toEqual([])
    const toIt: Audience = { kind: 'named', delegations: ['IT'] }
    await scene.share(nl, ours, toIt, text('nl', '≤ 3.00 nm'))
    expect((await findHome(scene.deps, nl)).drifted).toHaveLength(1)
    expect((await findHome(scene.deps, fr)).drifted).toEqual([])
    expect((await findMeasureByReference(scene.deps.db, ours))?.versions).toHaveLength(4)
  })
})
