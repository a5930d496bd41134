import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { findDraftAuthors } from '#app/queries/draft-authors.server.ts'
import { appendServerEdit, createDocument } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { firstWords } from '#tests/realtime/edits.ts'
import { doc, paragraph, section } from '#tests/text/sample.ts'

let scene: Scene
let drafter: Actor
let representative: Actor

beforeAll(async () => {
  scene = await openScene()
  drafter = await scene.person('NL', 'drafter')
  representative = await scene.person('NL', 'representative')
})
afterAll(() => scene.close())

/** A draft that one wrote and another shortened. */
async function draft() {
  const reference = await scene.file(drafter)
  const { db } = scene.database
  const measure = await findMeasureByReference(db, reference)
  const documentId = measure?.documentId ?? ''
  const content = doc(section('subject', paragraph('p', 'exposure tools')))
  await db.transaction(async (tx) => {
    const document = { measureId: measure?.id ?? null, purpose: 'draft' as const, content }
    await createDocument(tx, drafter, { id: documentId, ...document })
    await appendServerEdit(tx, representative, documentId, (text) => {
      firstWords({ text }).delete(0, 'exposure '.length)
    })
  })
  return reference
}

describe('the authors of a draft', () => {
  it('are told for each run, and who deleted what is gone', async () => {
    const reference = await draft()
    const wrote = expect.objectContaining({ seq: 1, name: drafter.name, delegation: 'NL' })
    const deleted = expect.objectContaining({ seq: 2, name: representative.name })
    expect(await findDraftAuthors(scene.deps, representative, reference)).toEqual({
      ok: true,
      seq: 2,
      passages: [
        {
          element: 'paragraph',
          id: 'p',
          runs: [
            { words: 'exposure ', writtenBy: wrote, deletedBy: deleted },
            { words: 'tools', writtenBy: wrote, deletedBy: null },
          ],
        },
      ],
    })
  })

  it('are told as of an earlier number', async () => {
    const reference = await draft()
    const then = await findDraftAuthors(scene.deps, drafter, reference, 1)
    const runs = [{ words: 'exposure tools', writtenBy: expect.anything(), deletedBy: null }]
    expect(then).toMatchObject({ seq: 1, passages: [{ runs }] })
  })

  it('are nobody’s business who may not see the draft', async () => {
    const german = await scene.person('DE', 'drafter')
    const refusal = await findDraftAuthors(scene.deps, german, await draft())
    expect(refusal).toEqual({ ok: false, reason: 'not-found' })
  })
})
