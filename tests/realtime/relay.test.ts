import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import type { Audience } from '#app/measures/audience.ts'
import { openSession } from '#db/sessions.server.ts'
import { connectLive } from '#realtime/client.ts'
import type { LiveConnection } from '#realtime/client-types.ts'
import type { Change, Watcher } from '#realtime/protocol.ts'
import { openScene, type Scene } from '#tests/commands/scene.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { openLine, type Line } from './line.ts'
import { startNode, type TestNode } from './node.ts'

let scene: Scene
let nodes: TestNode[]
let drafter: Actor
let german: Actor
let french: Actor
const open: { close(): void }[] = []

beforeAll(async () => {
  scene = await openScene()
  drafter = await scene.person('NL', 'drafter')
  german = await scene.person('DE', 'drafter')
  french = await scene.person('FR', 'drafter')
})
afterAll(() => scene.close())
beforeEach(async () => {
  nodes = [await startNode(scene.database), await startNode(scene.database)]
})
afterEach(async () => {
  for (const each of open.splice(0)) each.close()
  for (const node of nodes) await node.close()
})

interface Screen {
  connection: LiveConnection
  line: Line
  /** What it was told, without repetitions. */
  heard: Map<number, Change>
  misses: number
}

/** Somebody looking at the portal, over a line of their own. */
async function look(actor: Actor, at = 0): Promise<Screen> {
  const node = nodes[at] as TestNode
  const { token } = await scene.database.db.transaction((tx) =>
    openSession(tx, actor.personId, 'a test'),
  )
  const line = await openLine(Number(new URL(node.origin).port))
  const cookie = sessionCookie(node.origin).keep(token).split(';')[0] ?? ''
  const headers = { origin: node.origin, host: new URL(node.origin).host, cookie }
  const connection = connectLive({ url: line.url, headers })
  open.push(connection, line)
  const screen: Screen = { connection, line, heard: new Map(), misses: 0 }
  connection.onChange((change) => {
    if (change) screen.heard.set(change.eventId, change)
    else screen.misses += 1
  })
  // Once something that everybody may see is here, the screen follows.
  await expect
    .poll(async () => (await shareWithAll(), screen.heard.size), { timeout: 10_000 })
    .toBeGreaterThan(0)
  return screen
}

async function shareWithAll(): Promise<string> {
  const reference = await scene.file(drafter)
  await scene.share(drafter, reference)
  return reference
}

const references = ({ heard }: Screen) => [...heard.values()].map(({ reference }) => reference)
const kinds = ({ heard }: Screen, reference: string) =>
  [...heard.values()].filter((change) => change.reference === reference).map(({ kind }) => kind)

describe('what is recorded', () => {
  it('reaches the screens of those who may know of it, on every node, and no other', async () => {
    const [mine, theirs, others] = [await look(drafter), await look(german, 1), await look(french)]
    const reference = await scene.file(drafter)
    const named: Audience = { kind: 'named', delegations: ['DE'] }
    await scene.share(drafter, reference, named)
    await expect.poll(() => kinds(theirs, reference)).toEqual(['version-shared'])
    await expect.poll(() => kinds(mine, reference)).toEqual(['file-opened', 'version-shared'])
    const seen = await shareWithAll()
    await expect.poll(() => references(others)).toContain(seen)
    expect(references(others)).not.toContain(reference)
  })

  it('while a screen was cut off is told when it is back', async () => {
    const screen = await look(drafter)
    screen.line.cut()
    const reference = await scene.file(drafter)
    await scene.happen(drafter, reference, {
      type: 'national-step-recorded',
      stepId: randomUUID(),
      title: 'Council of Ministers',
      on: null,
    })
    await expect
      .poll(() => kinds(screen, reference), { timeout: 5_000 })
      .toEqual(['file-opened', 'national-step-recorded'])
  })

  it('says what changed and nothing of what it says', async () => {
    const screen = await look(drafter)
    const reference = await scene.file(drafter)
    await expect.poll(() => references(screen)).toContain(reference)
    const [change] = [...screen.heard.values()].filter((each) => each.reference === reference)
    expect(change).toEqual({ eventId: expect.any(Number), reference, kind: 'file-opened' })
  })

  it('too much of it to be told one by one is told as that', async () => {
    const screen = await look(drafter)
    const reference = await scene.file(drafter)
    await expect.poll(() => references(screen)).toContain(reference)
    screen.line.lead(1)
    screen.line.cut()
    const step = () => ({
      type: 'national-step-recorded' as const,
      stepId: randomUUID(),
      title: 'Again',
      on: null,
    })
    await scene.happen(drafter, reference, ...Array.from({ length: 320 }, step))
    expect(screen.misses).toBe(0)
    screen.line.lead(Number(new URL(nodes[0]?.origin ?? '').port))
    await expect.poll(() => screen.misses, { timeout: 10_000 }).toBe(1)
  })
})

describe('who looks at a version', () => {
  it('is shown by state to those who look at it, until they may not or go', async () => {
    const reference = await scene.file(drafter)
    const number = await scene.share(drafter, reference, { kind: 'named', delegations: ['DE'] })
    const [mine, theirs, others] = [await look(drafter), await look(german), await look(french)]
    let present: readonly Watcher[] = []
    let shownToOthers: readonly Watcher[] | null = null
    mine.connection.watchVersion(reference, number, (watchers) => (present = watchers))
    const leave = theirs.connection.watchVersion(reference, number, () => {})
    others.connection.watchVersion(reference, number, (watchers) => (shownToOthers = watchers))
    const both = [
      { delegation: 'DE', people: 1 },
      { delegation: 'NL', people: 1 },
    ]
    await expect.poll(() => present).toEqual(both)
    leave()
    await expect.poll(() => present).toEqual([{ delegation: 'NL', people: 1 }])
    theirs.connection.watchVersion(reference, number, () => {})
    await expect.poll(() => present).toEqual(both)
    const [version] = await scene.versions(reference)
    await scene.happen(drafter, reference, {
      type: 'version-recalled',
      versionId: version?.id ?? '',
      number,
      reason: 'by mistake',
    })
    await expect.poll(() => present).toEqual([{ delegation: 'NL', people: 1 }])
    expect(shownToOthers).toBeNull()
  })
})
