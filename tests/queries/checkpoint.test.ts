import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { introduceRecordKey } from '#app/commands/introduce-record-key.server.ts'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { openCheckpoint } from '#app/proof/checkpoint.ts'
import { newSigner } from '#app/proof/signed-note.ts'
import { findCheckpointToKeep } from '#app/queries/checkpoint.server.ts'
import { issueCheckpoint } from '#db/checkpoints.server.ts'
import { loadPeople } from '#tests/realtime/portal.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
})
afterAll(() => database.close())

it('the newest checkpoint is for those who read, and for nobody who only manages people', async () => {
  const deps = { db: database.db }
  const reader: Actor = { ...demoActor('de-drafter'), roles: ['reader'] }
  expect(await findCheckpointToKeep(deps, reader)).toMatchObject({ ok: false, reason: 'not-found' })
  const signer = newSigner('concert.example/record')
  await introduceRecordKey(deps, signer)
  await issueCheckpoint(database.db, signer)
  const found = await findCheckpointToKeep(deps, reader)
  expect(found.ok && openCheckpoint(found.note, [signer])).toMatchObject({
    ok: true,
    checkpoint: { size: found.ok && found.size },
  })
  const administrator: Actor = { ...reader, roles: ['administrator'] }
  expect(await findCheckpointToKeep(deps, administrator)).toMatchObject({
    ok: false,
    reason: 'not-allowed',
  })
})
