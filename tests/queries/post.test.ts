import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { carryPost } from '#app/mail/mailer.server.ts'
import { setOwnAddress } from '#app/commands/set-own-address.server.ts'
import { findPost } from '#app/queries/post.server.ts'
import { mail } from '#db/schema/post.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'

let scene: Scene
let nlRepresentative: Actor
let de: Actor
let fr: Actor
let reference: string

beforeAll(async () => {
  scene = await openScene()
  nlRepresentative = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'reader')
  fr = await scene.person('FR', 'reader')
  reference = await scene.file(nlRepresentative)
})
afterAll(() => scene.close())

const carry = () =>
  carryPost(
    scene.deps.db,
    { digestTime: '07:30', origin: 'https://concert.example.eu', send: null },
    new AbortController().signal,
  )

async function postOf(actor: Actor, page = 1) {
  const found = await findPost(scene.deps, actor, { page, digestTime: '07:30' })
  if (!found.ok) throw new Error(found.reason)
  return found.post
}

describe('the post of a delegation', () => {
  it('is empty before anything happened', async () => {
    expect(await postOf(de)).toMatchObject({ letters: [], waiting: [], total: 0, readers: 0 })
  })

  it('shows what waits, and then in which letter it came', async () => {
    await scene.share(nlRepresentative, reference, { kind: 'named', delegations: ['DE'] })
    await carry()
    const before = await postOf(de)
    expect(before.waiting).toMatchObject([
      { sender: 'NL', reference, act: 'version-shared', count: 1 },
    ])
    expect(before.letters).toEqual([])

    await scene.deps.db.update(mail).set({ actedAt: sql`${mail.actedAt} - interval '1 day'` })
    await carry()
    const after = await postOf(de)
    expect(after.waiting).toEqual([])
    expect(after.letters).toMatchObject([
      { kind: 'digest', lines: [{ sender: 'NL', reference, act: 'version-shared', count: 1 }] },
    ])
    expect((await postOf(de, 2)).letters).toEqual([])
  })

  it('is that of nobody else', async () => {
    expect(await postOf(fr)).toMatchObject({ letters: [], waiting: [], total: 0 })
  })

  it('goes to those who gave an address of their own, until they take it back', async () => {
    await scene.grant(de, 'reader')
    for (const [address, readers] of [
      ['reader@de.example', 1],
      [null, 0],
    ] as const) {
      expect(await setOwnAddress(scene.deps, de, { address })).toEqual({ ok: true })
      expect(await postOf(de)).toMatchObject({ ownAddress: address, readers })
      expect(await postOf(fr)).toMatchObject({ ownAddress: null, readers: 0 })
    }
  })

  it('is not for an administrator, who reads nothing', async () => {
    const administrator = await scene.person('DE', 'administrator')
    expect(await findPost(scene.deps, administrator, { page: 1, digestTime: '07:30' })).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(
      await setOwnAddress(scene.deps, administrator, { address: 'administrator@de.example' }),
    ).toEqual({ ok: false, reason: 'not-found' })
  })
})
