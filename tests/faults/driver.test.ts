import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Sql } from '#db/client.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

/** What the driver does when its connection dies. What it throws where nobody waits fails the run. */

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.sql`CREATE TABLE notes (words text NOT NULL)`
})
afterAll(() => database.close())

/** A pool of one: whatever comes next meets the connection that has died. */
async function withOne(work: (sql: Sql) => Promise<void>) {
  const one = openDatabase(database.url, { connections: 1 })
  try {
    await work(one.sql)
  } finally {
    await one.close()
  }
}

const isGone = expect.objectContaining({
  code: expect.stringMatching(/^(CONNECTION_CLOSED|57P01|ECONNRESET|EPIPE)$/),
})

async function processOf(sql: Sql | postgres.TransactionSql | postgres.ReservedSql) {
  const [row] = await sql<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  return row?.pid ?? 0
}

/** Ends a server process and waits until it has gone. */
async function end(pid: number) {
  await database.sql`SELECT pg_terminate_backend(${pid}, 10000)`
}

async function notes() {
  const rows = await database.sql<{ words: string }[]>`DELETE FROM notes RETURNING words`
  return rows.map(({ words }) => words).sort()
}

describe('a connection that dies', () => {
  it('while idle is replaced', () =>
    withOne(async (sql) => {
      await end(await processOf(sql))
      // The first may meet the dead connection, the second may not.
      await sql`SELECT 1`.catch(() => {})
      expect(await sql`SELECT 1 AS n`).toEqual([{ n: 1 }])
    }))

  it('in a query fails that query, and its last words reach no other', () =>
    withOne(async (sql) => {
      const pid = await processOf(sql)
      const sleep = sql`SELECT pg_sleep(60)`
      const fate = sleep.then(
        () => null,
        (error: unknown) => error,
      )
      await end(pid)
      expect(await fate).toEqual(isGone)
      expect(await sql`SELECT 1 AS n`).toEqual([{ n: 1 }])
      expect(await sql`SELECT ${'2'}::text AS n`).toEqual([{ n: '2' }])
    }))

  it('with words still to be written is replaced by one that writes', async () => {
    const sockets: Socket[] = []
    const { hostname, port, searchParams } = new URL(database.url)
    const folder = searchParams.get('host')
    const address = new URL(database.url)
    address.search = ''
    const options = {
      max: 1,
      socket: async () => {
        const socket = folder
          ? connect(`${folder}/.s.PGSQL.${port}`)
          : connect(Number(port), hostname)
        sockets.push(socket)
        await once(socket, 'connect')
        return socket
      },
    }
    const sql = postgres(address.href, options)
    await sql`SELECT 1`
    // From here the socket is closed in this turn of the loop, and words are written in the next.
    await turn()
    sockets[0]?.destroy()
    const fate = sql`SELECT 2`.then(
      () => null,
      (error: unknown) => error,
    )
    expect(await fate).toEqual(isGone)
    expect(await sql`SELECT 3 AS n`).toEqual([{ n: 3 }])
    await sql.end()
  })

  it('while it is being opened refuses who waits for it, and is tried again', async () => {
    const line = await openFrontDoor(database.url, (bytes) => bytes.includes('typarray'))
    const sql = postgres(line.url, { max: 1, backoff: () => 0 })
    await expect(sql`SELECT 1`).rejects.toEqual(isGone)
    line.letAll()
    expect(await sql`SELECT 1 AS n`).toEqual([{ n: 1 }])
    await sql.end()
    line.close()
  })
})

describe('a transaction whose connection dies', () => {
  it('fails, and so does everything that it still asks', () =>
    withOne(async (sql) => {
      const late: unknown[] = []
      const work = sql.begin(async (tx) => {
        await tx`INSERT INTO notes VALUES ('lost')`
        await end(await processOf(tx))
        for (const words of ['one', 'two', 'three'])
          await tx`INSERT INTO notes VALUES (${words})`.catch((error: unknown) => late.push(error))
        throw new Error('given up')
      })
      await expect(work).rejects.toEqual(isGone)
      await sql`SELECT 1`
      await expect.poll(() => late).toEqual([isGone, isGone, isGone])
      expect(await notes()).toEqual([])
    }))

  it('answers the queries that wait in it', () =>
    withOne(async (sql) => {
      let fates: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([])
      const work = sql.begin(async (tx) => {
        const pid = await processOf(tx)
        const asked = [tx`SELECT ${'x'}::text, pg_sleep(60)`, ...many(5, () => tx`SELECT 1`)]
        fates = Promise.allSettled(asked)
        await end(pid)
        await fates
      })
      await expect(work).rejects.toEqual(isGone)
      const refused = { status: 'rejected', reason: isGone }
      expect(await fates).toEqual(many(6, () => refused))
    }))

  it.each(['returns', 'throws'])('does not go on in the next one when it %s late', (how) =>
    withOne(async (sql) => {
      const [nextBegan, goOn] = [gate(), gate()]
      let late: Promise<unknown> = Promise.resolve()
      const first = sql.begin(async (tx) => {
        await end(await processOf(tx))
        await nextBegan.opened
        late = tx`INSERT INTO notes VALUES ('of the first')`.then(
          () => null,
          (error: unknown) => error,
        )
        await late
        setImmediate(goOn.open)
        if (how === 'throws') throw new Error('given up')
      })
      await expect(first).rejects.toEqual(isGone)
      const second = sql.begin(async (tx) => {
        await tx`INSERT INTO notes VALUES ('of the second')`
        nextBegan.open()
        await goOn.opened
        await tx`INSERT INTO notes VALUES ('of the second too')`
        throw new Error('taken back')
      })
      await expect(second).rejects.toThrow('taken back')
      expect(await late).toEqual(isGone)
      expect(await notes()).toEqual([])
    }),
  )

  it('leaves a kept connection refusing, and giving it back harms nobody', () =>
    withOne(async (sql) => {
      const kept = await sql.reserve()
      await end(await processOf(kept))
      await kept`SELECT 1`.catch(() => {})
      await expect(kept`SELECT 1`).rejects.toEqual(isGone)
      kept.release()
      expect(await sql`SELECT 1 AS n`).toEqual([{ n: 1 }])
    }))
})

it('a transaction that begins on a connection full of queries is one', () =>
  withOne(async (sql) => {
    await sql`SELECT 1`
    const first = sql`SELECT pg_sleep(0)`
    const others = [first, ...many(98, () => sql`SELECT 1`)]
    const fates = Promise.all(others)
    for (let each = 0; each < 4; each++)
      await sql.begin(async (tx) => {
        await tx`INSERT INTO notes VALUES (${`${each}`})`
      })
    await fates
    await sql`INSERT INTO notes VALUES ('after')`
    expect(await notes()).toEqual(['0', '1', '2', '3', 'after'])
  }))

it('while nobody answers, all who wait are told by the few attempts that are made', async () => {
  let attempts = 0
  const silent = createServer((socket) => {
    attempts += 1
    socket.destroy()
  })
  const port = await opened(silent)
  const sql = postgres(`postgres://x@127.0.0.1:${port}/x`, { max: 2, backoff: () => 0 })
  const fates = await Promise.allSettled(many(50, () => sql`SELECT 1`))
  expect(fates.filter(({ status }) => status === 'fulfilled')).toEqual([])
  expect(attempts).toBeLessThan(10)
  await sql.end({ timeout: 0 })
  silent.close()
})

function many<Made>(count: number, make: () => Made): Made[] {
  return Array.from({ length: count }, make)
}

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

async function opened(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Leads to the database, and resets a connection in which `isFatal` bytes are sent. */
async function openFrontDoor(url: string, isFatal: (bytes: Buffer) => boolean) {
  const { port, hostname, searchParams } = new URL(url)
  const folder = searchParams.get('host')
  let letsAll = false
  const server = createServer((near) => {
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(Number(port), hostname)
    far.pipe(near)
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
    near.on('data', (bytes) => {
      if (letsAll || !isFatal(bytes)) far.write(bytes)
      else near.resetAndDestroy()
    })
    near.on('close', () => far.destroy())
  })
  const door = new URL(url)
  door.search = ''
  door.hostname = '127.0.0.1'
  door.port = String(await opened(server))
  return { url: door.href, letAll: () => (letsAll = true), close: () => server.close() }
}
