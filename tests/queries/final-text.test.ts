import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findComparison } from '#app/queries/comparison.server.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { item } from '#tests/db/adopted-list.ts'
import { openRecordScene, type RecordScene } from '#tests/commands/record-scene.ts'
import { said } from '#tests/commands/scene.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

const planted = 'Zwaluwstaart'
let scene: RecordScene

beforeAll(async () => {
  scene = await openRecordScene()
})
afterAll(() => scene.close())

const content = (overlay: string) =>
  doc(
    section('subject', paragraph('s', 'Control of scanners')),
    section('risk', paragraph('r', planted)),
    section('items', item('e1', '3B877', `overlay ≤ ${overlay} nm`)),
  )

describe('a final text, notified and published', () => {
  it('is read whole by its own state, and by others as the measure that it is', async () => {
    const reference = await scene.draft({ content: content('1.50') })
    await scene.share(
      scene.nl,
      reference,
      { kind: 'all' },
      doc(section('subject', paragraph('s', 'Control of scanners'))),
    )
    const adopted = await scene.adoptAs(reference)
    await scene.gazette(reference)
    await scene.notified(reference)
    expect(adopted.versionNumber).toBe(2)
    const room = (actor: typeof scene.nl) =>
      findCommentsRoom(scene.deps, actor, reference, 2).then((page) => JSON.stringify(page))
    expect(await room(scene.nl)).toContain(planted)
    for (const actor of [scene.de, scene.officer]) {
      expect(await room(actor)).toContain('overlay')
      expect(await room(actor)).not.toContain(planted)
      const compared = await findComparison(scene.deps, actor, reference, { from: 1, to: 2 })
      expect(compared).toMatchObject({ ok: true })
      expect(JSON.stringify(compared)).not.toContain(planted)
      const table = await findCompiledTable(scene.deps, actor, reference, 2)
      expect(JSON.stringify(table)).not.toContain(planted)
    }
  })

  it('has no positions where the measure was adopted without being shared', async () => {
    const reference = await scene.draft({ content: content('1.50') })
    await scene.adoptAs(reference)
    expect(await findCommentsRoom(scene.deps, scene.nl, reference, 1)).toMatchObject({
      room: { rooms: { newest: { kind: 'final' }, hasPositions: false } },
    })
  })

  it('is quoted by nobody beyond what they read of it', async () => {
    const reference = await scene.draft({ content: content('1.50') })
    await scene.adoptAs(reference)
    await scene.gazette(reference)
    await scene.notified(reference)
    const where = { reference, number: 1 }
    const onRisk = () => said({ place: 'element', element: 'r' })
    for (const actor of [scene.de, scene.officer])
      expect(await writeComment(scene.deps, actor, where, onRisk())).toEqual({
        ok: false,
        reason: 'invalid-input',
      })
    const form = onRisk()
    expect(await writeComment(scene.deps, scene.nl, where, form)).toMatchObject({ ok: true })
    const released = await releaseComments(scene.deps, scene.nl, reference, {
      comments: [{ id: form.key, revision: 1 }],
      audience: { kind: 'version' },
    })
    expect(released).toMatchObject({ ok: true })
    const room = await findCommentsRoom(scene.deps, scene.de, reference, 1)
    expect(JSON.stringify(room)).toContain(form.body)
    expect(JSON.stringify(room)).not.toContain(planted)
  })
})
