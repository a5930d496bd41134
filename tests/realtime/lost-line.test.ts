import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '#app/text/content.ts'
import { shownContent } from '#app/text/live-text.ts'
import { documentUpdates } from '#db/schema/documents.ts'
import { raiseAccess } from '#db/rights.server.ts'
import type { LiveDocument } from '#realtime/client-types.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { firstWords } from './edits.ts'
import { openLine, type Line } from './line.ts'
import { textOfLog } from './log-truth.ts'
import { startNode, type TestNode } from './node.ts'
import {
  isSaved,
  loadPeople,
  openDraft,
  openTabOver,
  signIn,
  until,
  type SignedIn,
} from './portal.ts'

/** Somebody whose line is cut, or swallows what is sent, while others write on. */

let database: FreshDatabase
let node: TestNode
let drafter: SignedIn
let second: SignedIn
const open: { close(): void }[] = []

beforeAll(async () => {
  database = await freshDatabase()
  await loadPeople(database)
  node = await startNode(database)
  drafter = await signIn(database, 'nl-drafter')
  second = await signIn(database, 'nl-second-drafter')
})
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})
afterAll(async () => {
  await node.close()
  await database.close()
})

const port = () => Number(new URL(node.origin).port)

async function openOver(who: SignedIn, documentId: string) {
  const line = await openLine(port())
  const { connection, live } = openTabOver(line, node.origin, who, documentId)
  open.push(connection, line)
  await until(live, isSaved)
  return { line, live }
}

async function goOffline({ line, live }: { line: Line; live: LiveDocument }) {
  line.lead()
  line.cut()
  await until(live, ({ saveState }) => saveState.kind === 'offline')
}

function comeBack({ line, live }: { line: Line; live: LiveDocument }) {
  line.lead(port())
  live.retry()
}

const shown = (live: LiveDocument) => plainText(shownContent(live.text))

describe('a laptop that is offline (row 5)', () => {
  it('brings what was written there together with what others wrote, each under their own name', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await openOver(drafter, documentId), await openOver(second, documentId)]
    await goOffline(mine)
    for (let each = 0; each < 5; each++) {
      firstWords(mine.live).insert(0, `mine ${each} `)
      firstWords(theirs.live).insert(firstWords(theirs.live).length, ` theirs ${each}`)
      await until(theirs.live, isSaved)
    }
    firstWords(mine.live).delete(0, 'mine 4 '.length)
    expect(mine.live.saveState).toEqual({ kind: 'offline' })
    comeBack(mine)
    await until(mine.live, isSaved)
    const text = await textOfLog(database.db, documentId)
    for (const { live } of [mine, theirs])
      await expect.poll(() => shown(live)).toBe(plainText(text))
    const [line = ''] = plainText(text).split('\n')
    expect(line).toMatch(
      /^mine 3 mine 2 mine 1 mine 0 .* theirs 0 theirs 1 theirs 2 theirs 3 theirs 4$/,
    )
    const rows = await database.db
      .select({ personId: documentUpdates.personId })
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, documentId))
      .orderBy(asc(documentUpdates.seq))
    const writers = rows.slice(1).map(({ personId }) => personId)
    expect(writers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => second.personId))
    expect(new Set(writers.slice(5))).toEqual(new Set([drafter.personId]))
  })

  it('brings nothing once the right is gone; the words stay for copying', async () => {
    const { documentId } = await openDraft(database)
    const deputy = await signIn(database, 'nl-deputy')
    const mine = await openOver(deputy, documentId)
    await goOffline(mine)
    firstWords(mine.live).insert(0, 'too late ')
    await database.db.transaction(async (tx) => {
      await tx.execute(
        sql`UPDATE role_grants SET role = 'reader' WHERE person_id = ${deputy.personId}`,
      )
      await raiseAccess(tx, 'NL')
    })
    comeBack(mine)
    await until(mine.live, ({ saveState }) => saveState.kind === 'not-saved')
    expect(mine.live.saveState).toEqual({
      kind: 'not-saved',
      reason: 'read-only',
      words: 'too late',
    })
    await until(mine.live, (live) => !live.canWrite && live.text.length > 0)
    const text = await textOfLog(database.db, documentId)
    expect(plainText(text)).not.toContain('too late')
    expect(shown(mine.live)).toBe(plainText(text))
  })
})

describe('a line that swallows what is sent (row 6)', () => {
  it('is noticed by the heartbeat at both ends; nothing is called saved meanwhile', async () => {
    const { documentId } = await openDraft(database)
    const [mine, theirs] = [await openOver(drafter, documentId), await openOver(second, documentId)]
    await until(theirs.live, ({ presence }) => presence.length === 1)
    const states = new Set<string>()
    mine.line.lose()
    mine.line.lead()
    firstWords(mine.live).insert(0, 'swallowed ')
    mine.live.subscribe(() => states.add(mine.live.saveState.kind))
    await until(theirs.live, ({ presence }) => presence.length === 0)
    await until(mine.live, ({ saveState }) => saveState.kind === 'offline')
    expect(states).not.toContain('saved')
    expect(plainText(await textOfLog(database.db, documentId))).not.toContain('swallowed')
    comeBack(mine)
    await until(mine.live, isSaved)
    const text = plainText(await textOfLog(database.db, documentId))
    expect(text.split('swallowed ')).toHaveLength(2)
    for (const { live } of [mine, theirs]) await expect.poll(() => shown(live)).toBe(text)
  }, 90_000)
})

describe('a server that stops (row 14)', () => {
  it('sees its people come back at different moments, with everything that they wrote', async () => {
    const { documentId } = await openDraft(database)
    const stopping = await startNode(database)
    const line = await openLine(Number(new URL(stopping.origin).port))
    open.push(line)
    const tabs = Array.from({ length: 24 }, (_, index) =>
      openTabOver(line, stopping.origin, index % 2 === 0 ? drafter : second, documentId),
    )
    open.push(...tabs.map(({ connection }) => connection))
    for (const { live } of tabs) await until(live, isSaved)
    for (const [index, { live }] of tabs.entries()) firstWords(live).insert(0, `<${index}>`)
    const before = line.arrivals.length
    await stopping.close()
    const next = await startNode(database, 0, undefined, stopping.origin)
    line.lead(Number(new URL(next.origin).port))
    for (const { live } of tabs) await until(live, isSaved)
    const text = plainText(await textOfLog(database.db, documentId))
    for (const index of tabs.keys()) expect(text.split(`<${index}>`)).toHaveLength(2)
    for (const { live } of tabs) await expect.poll(() => shown(live)).toBe(text)
    const returns = line.arrivals.slice(before, before + tabs.length)
    expect(Math.max(...returns) - Math.min(...returns)).toBeGreaterThan(150)
    for (const { connection } of tabs) connection.close()
    await next.close()
  })
})
