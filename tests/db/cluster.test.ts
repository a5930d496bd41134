import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findServerFault, openDatabase } from '#db/client.server.ts'
import { findBinaries, majorVersion } from '#db/cluster-binaries.server.ts'
import { choosePlace, serverAccount } from '#db/cluster-place.server.ts'
import { readPostmaster } from '#db/cluster-postmaster.server.ts'
import { startCluster, type ClusterOptions } from '#db/cluster.server.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'

const watchdog = startWatchdog()
afterAll(() => watchdog.finish())

const isRoot = process.getuid?.() === 0
const start = (dataDir: string, options: Partial<ClusterOptions> = {}) =>
  startCluster({ dataDir, say: () => {}, ...options })
const folderOf = (dataDir: string) => path.join(dataDir, 'postgres')

async function ask(url: string, statement: string): Promise<unknown> {
  const database = openDatabase(url, { connections: 1 })
  try {
    const [row] = await database.sql.unsafe(statement)
    return row && Object.values(row)[0]
  } finally {
    await database.close()
  }
}

test('what is written stays, whatever a setting says', async () => {
  const dataDir = watchdog.makeFolder('cluster')
  const first = await start(dataDir)
  await ask(first.adminUrl, 'ALTER SYSTEM SET fsync = off')
  await ask(first.adminUrl, 'ALTER SYSTEM SET synchronous_commit = off')
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
  await first.stop()
  expect(existsSync(path.join(folderOf(dataDir), 'data', 'postmaster.pid'))).toBe(false)

  const second = await start(dataDir)
  const database = openDatabase(second.url)
  expect(await findServerFault(database.sql)).toBeNull()
  await database.close()
  expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7)
  await second.stop()
})

test('the portal is an ordinary user, and nobody else may enter the folder', async () => {
  const dataDir = watchdog.makeFolder('cluster')
  const { url, stop } = await start(dataDir)
  expect(await ask(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toBe(false)
  await expect(ask(url, `COPY (SELECT 1) TO PROGRAM 'true'`)).rejects.toThrow('permission denied')
  expect(statSync(folderOf(dataDir)).mode & 0o077).toBe(0)
  await stop()
})

test('a server that was killed is started again, though its children are still ending', async () => {
  const dataDir = watchdog.makeFolder('cluster')
  const { url } = await start(dataDir)
  await ask(url, 'CREATE TABLE kept AS SELECT 7 AS number')
  process.kill(readPostmaster(folderOf(dataDir))?.pid ?? 0, 'SIGKILL')
  const next = await start(dataDir)
  expect(next.isAdopted).toBe(false)
  expect(await ask(next.url, 'SELECT number FROM kept')).toBe(7)
  await next.stop()
})

test('two starts at the same moment share one server', async () => {
  const dataDir = watchdog.makeFolder('cluster')
  const [first, second] = await Promise.all([start(dataDir), start(dataDir)])
  const address = 'SELECT pg_postmaster_start_time()::text'
  expect(await ask(first.url, address)).toBe(await ask(second.url, address))
  await first.stop()
  expect(await ask(second.url, 'SELECT 1')).toBe(1)
  await second.stop()
})

test.runIf(process.platform === 'linux')(
  'a lock that names a stranger, as after a restart of the machine, is not in the way',
  async () => {
    const dataDir = watchdog.makeFolder('cluster')
    const first = await start(dataDir)
    const lock = path.join(folderOf(dataDir), 'data', 'postmaster.pid')
    const lines = readFileSync(lock, 'utf8').split('\n')
    await first.stop()
    const stranger = spawn('sleep', ['60'])
    writeFileSync(lock, [stranger.pid, ...lines.slice(1)].join('\n'))
    const next = await start(dataDir)
    expect(next.isAdopted).toBe(false)
    expect(stranger.exitCode).toBeNull()
    await next.stop()
    stranger.kill()
    await once(stranger, 'exit')
  },
)

test('a cluster of another major version is refused in one sentence', async () => {
  const dataDir = watchdog.makeFolder('cluster')
  const { stop } = await start(dataDir)
  await stop()
  writeFileSync(path.join(folderOf(dataDir), 'data', 'PG_VERSION'), '14\n')
  await expect(start(dataDir)).rejects.toThrow(
    `was made by PostgreSQL 14, and this is PostgreSQL ${majorVersion(findBinaries())}`,
  )
})

test('a path that is too long for a socket gets a short one', async () => {
  const dataDir = path.join(watchdog.makeFolder('cluster'), 'long-'.repeat(30))
  const { url, stop } = await start(dataDir)
  expect(await ask(url, 'SELECT 1')).toBe(1)
  await stop()
})

test('on loopback a password is asked for', async () => {
  const { url, stop } = await start(watchdog.makeFolder('cluster'), { transport: 'loopback' })
  expect(await ask(url, 'SELECT 1')).toBe(1)
  const forged = new URL(url)
  forged.password = 'guessed'
  await expect(ask(forged.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
  await stop()
})

describe.runIf(isRoot)('as root', () => {
  test('a folder that only root may enter keeps its database elsewhere, and says where', async () => {
    const closed = path.join(watchdog.makeFolder('cluster'), 'closed')
    mkdirSync(closed, { mode: 0o700 })
    const dataDir = path.join(closed, 'var')
    const refuge = watchdog.makeFolder('refuge')
    const said: string[] = []
    const say = (line: string) => said.push(line)

    const first = await start(dataDir, { refuge, say })
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
    await first.stop()
    const place = readFileSync(path.join(dataDir, 'LOCATION'), 'utf8').trim()
    expect(place.startsWith(refuge)).toBe(true)
    expect(said.join()).toContain(place)

    chmodSync(closed, 0o755)
    const second = await start(dataDir, { refuge })
    expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7)
    await second.stop()
  })

  test('a database that was reachable and is no longer is not replaced by an empty one', async () => {
    const parent = watchdog.makeFolder('cluster')
    const { stop } = await start(path.join(parent, 'var'))
    await stop()
    chmodSync(parent, 0o700)
    await expect(start(path.join(parent, 'var'))).rejects.toThrow('can no longer be reached')
    chmodSync(parent, 0o755)
  })

  test('programs that only root may read are copied to where the database can run them', async () => {
    const { root } = findBinaries()
    if (!root) throw new Error('the packaged PostgreSQL does not run here')
    const hidden = path.join(watchdog.makeFolder('cluster'), 'hidden')
    const refuge = watchdog.makeFolder('refuge')
    cpSync(path.dirname(root), hidden, { recursive: true, verbatimSymlinks: true })
    chmodSync(hidden, 0o700)
    const binaries = {
      folder: path.join(hidden, 'native', 'bin'),
      root: path.join(hidden, 'native'),
    }
    const place = choosePlace(
      watchdog.makeFolder('cluster'),
      binaries,
      serverAccount(),
      () => {},
      refuge,
    )
    expect(place.binaries.folder.startsWith(refuge)).toBe(true)
    expect(majorVersion(place.binaries)).toBe(majorVersion(findBinaries()))
    const child = spawn(path.join(place.binaries.folder, 'initdb'), ['--version'], {
      cwd: '/',
      uid: place.account?.uid,
      gid: place.account?.gid,
    })
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })
})
