import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { findComparison } from '#app/queries/comparison.server.ts'
import { findDraftRoom } from '#app/queries/draft-room.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'
import { findPositionsPage } from '#app/queries/positions-page.server.ts'
import { findRecordPage } from '#app/queries/record-page.server.ts'
import { createDocument } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { scanners } from '#tests/text/sample.ts'

let scene: Scene
let nl: Actor
let reference: string

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  reference = await scene.file(nl)
  const measure = await findMeasureByReference(scene.deps.db, reference)
  if (!measure?.documentId) throw new Error('no draft')
  const draft = { id: measure.documentId, measureId: measure.id, purpose: 'draft' as const }
  await scene.deps.db.transaction((tx) => createDocument(tx, nl, { ...draft, content: scanners }))
  await scene.share(nl, reference)
  await scene.share(nl, reference)
})
afterAll(() => scene.close())

/** The rooms that each page of the file leads to, for those pages that this person may open. */
async function roomsOn(actor: Actor) {
  const { deps } = scene
  const pages = await Promise.all([
    findFilePage(deps, actor, reference),
    findRecordPage(deps, actor, reference),
    findDraftRoom(deps, actor, reference),
    findCommentsRoom(deps, actor, reference, 1).then((found) => (found.ok ? found.room : found)),
    findCompiledTable(deps, actor, reference, 2).then((found) => (found.ok ? found.table : found)),
    findPositionsPage(deps, actor, reference, null).then((found) =>
      found.ok ? found.page : found,
    ),
    findComparison(deps, actor, reference, { from: 1, to: 2 }).then((found) =>
      found.ok ? found.comparison : found,
    ),
  ])
  return pages.flatMap((page) => ('rooms' in page ? [page.rooms] : []))
}

const newest = { number: 2, kind: 'draft' }

it('every page of a file leads its owner to the same rooms, the record among them', async () => {
  const rooms = await roomsOn(nl)
  expect(rooms).toHaveLength(7)
  expect(new Set(rooms.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(rooms[0]).toEqual({
    newest,
    hasPositions: true,
    hasDraft: true,
    hasRecord: true,
    hasLanguages: false,
  })
})

it('every page of a file leads others to the same rooms, and to none that is not theirs', async () => {
  const rooms = await roomsOn(await scene.person('DE', 'representative'))
  expect(rooms).toHaveLength(6)
  expect(new Set(rooms.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(rooms[0]).toEqual({
    newest,
    hasPositions: true,
    hasDraft: false,
    hasRecord: false,
    hasLanguages: false,
  })
})
