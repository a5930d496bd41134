import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { releaseComments } from '#app/commands/release-comments.server.ts'
import { statePosition } from '#app/commands/state-position.server.ts'
import { writeComment } from '#app/commands/write-comment.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import type { Reach } from '#app/measures/comment-inputs.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { withChanges } from '#app/queries/discussion-changes.ts'
import { roleGrants } from '#db/schema/people.ts'
import { openSession } from '#db/sessions.server.ts'
import { connectLive } from '#realtime/client.ts'
import { openScene, said, type Scene } from '#tests/commands/scene.ts'
import { openLine, type Line } from './line.ts'
import { startNode, type TestNode } from './node.ts'

let scene: Scene
let nodes: TestNode[]
let nl: Actor
let de: Actor
let fr: Actor
let reference: string
const open: { close(): void }[] = []

beforeAll(async () => {
  scene = await openScene()
  nl = await scene.person('NL', 'representative')
  de = await scene.person('DE', 'representative')
  fr = await scene.person('FR', 'representative')
})
afterAll(() => scene.close())
beforeEach(async () => {
  nodes = [await startNode(scene.database), await startNode(scene.database)]
  reference = await scene.file(nl)
  await scene.share(nl, reference, { kind: 'named', delegations: ['DE', 'FR'] })
})
afterEach(async () => {
  for (const each of open.splice(0)) each.close()
  for (const node of nodes) await node.close()
})

/** Somebody in the comments room, with what the page shows. */
async function enter(actor: Actor, at = 0) {
  const node = nodes[at] as TestNode
  const found = await findCommentsRoom(scene.deps, actor, reference, 1)
  if (!found.ok) throw new Error(found.reason)
  const { token, sessionId } = await scene.database.db.transaction((tx) =>
    openSession(tx, actor.personId, 'a test'),
  )
  const line: Line = await openLine(Number(new URL(node.origin).port))
  const cookie = sessionCookie(node.origin).keep(token).split(';')[0] ?? ''
  const headers = { origin: node.origin, host: new URL(node.origin).host, cookie }
  const connection = connectLive({ url: line.url, headers })
  open.push(connection, line)
  const screen = { room: found.room, isShut: false, line, sessionId }
  connection.followDiscussion({
    reference,
    version: 1,
    after: () => screen.room.eventId,
    onChanges(changes) {
      if (changes === null) screen.isShut = true
      else screen.room = withChanges(screen.room, changes)
    },
  })
  return screen
}

async function say(actor: Actor, audience: Reach | null = { kind: 'version' }) {
  const where = { reference, number: 1 }
  const written = await writeComment(scene.deps, actor, where, said())
  if (!written.ok) throw new Error(written.reason)
  const comments = [{ id: written.commentId, revision: 1 }]
  if (audience) {
    const released = await releaseComments(scene.deps, actor, reference, { comments, audience })
    if (!released.ok) throw new Error(released.reason)
  }
  return written.commentId
}

const shown = ({ room }: Awaited<ReturnType<typeof enter>>) =>
  room.threads.flatMap(({ comments }) => comments.map(({ id }) => id))

const patience = { timeout: 20_000 }

describe('what is said about a version', () => {
  it('comes to the screens that may see it, on every node, and to no other', async () => {
    const [owner, german, french] = [await enter(nl), await enter(de, 1), await enter(fr, 1)]
    const inner = await say(de, null)
    const toOwner = await say(de, { kind: 'owner' })
    const toAll = await say(fr)
    await expect.poll(() => shown(german), patience).toEqual([inner, toOwner, toAll])
    await expect.poll(() => shown(owner), patience).toEqual([toOwner, toAll])
    await expect.poll(() => shown(french), patience).toEqual([toAll])
    await statePosition(
      scene.deps,
      de,
      { reference, number: 1 },
      {
        key: randomUUID(),
        entryCode: null,
        stance: 'supports',
        intentions: [],
        reasons: '',
        audience: { kind: 'version' },
      },
    )
    const stance = () => french.room.standings.find(({ delegation }) => delegation === 'DE')?.whole
    await expect.poll(() => stance()?.stance, patience).toBe('supports')
    expect(shown(french)).toEqual([toAll])
  })

  it('is there when the screen is back, and what was said before it was connected', async () => {
    const early = await enter(de)
    const before = await say(fr)
    await expect.poll(() => shown(early), patience).toEqual([before])
    early.line.cut()
    const meanwhile = await say(fr)
    await expect.poll(() => shown(early), patience).toEqual([before, meanwhile])
  })

  it('is not told to who lost the right to read, though no notification said so', async () => {
    const expert = await scene.person('DE', 'expert')
    const german = await enter(expert)
    const before = await say(fr)
    await expect.poll(() => shown(german), patience).toEqual([before])
    await scene.database.db
      .update(roleGrants)
      .set({ endedAt: sql`now()` })
      .where(eq(roleGrants.personId, expert.personId))
    await say(fr)
    await expect.poll(() => german.isShut, patience).toBe(true)
    expect(shown(german)).toEqual([before])
  })

  it('stays where it is once the version was recalled, and nothing more comes', async () => {
    const german = await enter(de)
    const before = await say(fr)
    await expect.poll(() => shown(german), patience).toEqual([before])
    const [version] = await scene.versions(reference)
    await scene.happen(nl, reference, {
      type: 'version-recalled',
      versionId: version?.id ?? '',
      number: 1,
      reason: 'by mistake',
    })
    await expect.poll(() => german.isShut, patience).toBe(true)
    expect(shown(german)).toEqual([before])
  })
})
