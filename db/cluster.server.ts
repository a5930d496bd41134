/**
 * The database that Concert brings along: the real PostgreSQL, as a process of its own.
 *
 * It outlives us on purpose. It has its own process group, so that Ctrl-C reaches us first and our
 * last write still finds it; then we stop it. If we are killed it stays, and the next start adopts
 * it. PostgreSQL alone judges whether a `postmaster.pid` is stale: we never delete it.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connect, type Sql } from './client.server.ts'
import { findBinaries, majorVersion } from './cluster-binaries.server.ts'
import { choosePlace, serverAccount, type Place } from './cluster-place.server.ts'
import { initialise, launch, shortSocketFolder, type Transport } from './cluster-process.server.ts'
import {
  isAlive,
  isPostgres,
  readPostmaster,
  type Postmaster,
} from './cluster-postmaster.server.ts'

export interface Cluster {
  /** For the portal: the ordinary owner of its own database, who reaches nothing beyond it. */
  url: string
  /** The superuser in the database `postgres`, who may create others. */
  adminUrl: string
  /** The server was there already, left by a portal that was killed or still running. */
  isAdopted: boolean
  /** Stops the server, unless another portal works in it. */
  stop(): Promise<void>
}

export interface ClusterOptions {
  dataDir: string
  say(line: string): void
  transport?: Transport
  /** Where the cluster goes when its user cannot enter `dataDir`; only tests choose another. */
  refuge?: string
}

/** How long another process may take to start, recover or stop before we give up. */
const patienceMs = 120_000
/** How long a postmaster that has died may keep its lock, while its children end. */
const lingeringMs = 15_000
const presenceLock = 2_021_822

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDir, say, transport = process.platform === 'win32' ? 'loopback' : 'socket' } = options
  const place = choosePlace(dataDir, findBinaries(), serverAccount(), say, options.refuge)
  if (!existsSync(path.join(place.folder, 'data', 'PG_VERSION'))) {
    say('making the database')
    initialise(place)
  }
  refuseOtherMajor(place)

  const { postmaster, isAdopted } = await adoptOrLaunch(place, transport, say)
  const adminUrl = urlOf(place, postmaster, 'postgres', 'postgres')
  await createOwnDatabase(place, adminUrl)
  const presence = connect(adminUrl, 1)
  const here = await presence.reserve()
  await here`SELECT pg_advisory_lock_shared(${presenceLock})`

  return {
    url: urlOf(place, postmaster, 'concert', 'concert'),
    adminUrl,
    isAdopted,
    async stop() {
      const isAlone = await isLastPortal(here)
      here.release()
      await presence.end({ timeout: 1 })
      if (isAlone) await stopPostmaster(place, postmaster)
      else say('another portal works in the database: it is left running')
    },
  }
}

async function adoptOrLaunch(place: Place, transport: Transport, say: (line: string) => void) {
  const since = Date.now()
  for (;;) {
    const found = readPostmaster(place.folder)
    const isOurs = found && isAlive(found.pid) && isPostgres(found.pid)
    if (isOurs && found.status === 'ready' && (await answers(place, found)))
      return { postmaster: found, isAdopted: true }
    if (!isOurs) {
      const outcome = await launch(place, transport, found?.pid ?? null, patienceMs)
      if (outcome.ok) return { postmaster: outcome.postmaster, isAdopted: false }
      if (!outcome.isHeld || Date.now() - since > lingeringMs)
        throw new Error(`the database did not start: ${outcome.reason}`)
      say('a former database process is still ending')
    }
    if (Date.now() - since > patienceMs)
      throw new Error(
        `the database process ${found?.pid} in ${place.folder} is ${found?.status || 'not ready'} ` +
          'and does not answer; see server.log there',
      )
    await wait(100)
  }
}

async function answers(place: Place, postmaster: Postmaster): Promise<boolean> {
  const sql = connect(urlOf(place, postmaster, 'postgres', 'postgres'), 1)
  try {
    const [row] = await sql<{ data: string }[]>`SELECT current_setting('data_directory') AS data`
    return row?.data === path.join(place.folder, 'data')
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** The password is empty where a folder that only the account may enter guards the socket. */
function urlOf(place: Place, postmaster: Postmaster, user: string, database: string): string {
  if (postmaster.socketFolder)
    return `postgres://${user}@localhost:${postmaster.port}/${database}?host=${encodeURIComponent(postmaster.socketFolder)}`
  return `postgres://${user}:${readPassword(place)}@127.0.0.1:${postmaster.port}/${database}`
}

function readPassword(place: Place): string {
  return readFileSync(path.join(place.folder, 'password'), 'utf8').trim()
}

async function createOwnDatabase(place: Place, adminUrl: string) {
  const sql = connect(adminUrl, 1)
  try {
    await sql`SELECT pg_advisory_lock(${presenceLock}, 1)`
    const [role] = await sql`SELECT 1 FROM pg_roles WHERE rolname = 'concert'`
    if (!role) await sql.unsafe(`CREATE ROLE concert LOGIN PASSWORD '${readPassword(place)}'`)
    const [database] = await sql`SELECT 1 FROM pg_database WHERE datname = 'concert'`
    if (!database) await sql`CREATE DATABASE concert OWNER concert`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function isLastPortal(here: Awaited<ReturnType<Sql['reserve']>>): Promise<boolean> {
  try {
    await here`SELECT pg_advisory_unlock_shared(${presenceLock})`
    const [row] = await here<
      { alone: boolean }[]
    >`SELECT pg_try_advisory_lock(${presenceLock}) AS alone`
    return row?.alone ?? true
  } catch {
    // Our connection is gone, and so is the server or its will to answer: end it.
    return true
  }
}

/** A fast shutdown; after a minute an immediate one, from which the log recovers everything. */
async function stopPostmaster(place: Place, { pid, socketFolder }: Postmaster) {
  const isRunning = () => readPostmaster(place.folder)?.pid === pid && isAlive(pid)
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isRunning()) process.kill(pid, signal)
    for (const end = Date.now() + 60_000; isRunning() && Date.now() < end;) await wait(20)
  }
  // The short folder that was made where the path of the cluster's own is too long.
  if (socketFolder.startsWith(shortSocketFolder))
    rmSync(socketFolder, { recursive: true, force: true })
}

function refuseOtherMajor(place: Place) {
  const data = path.join(place.folder, 'data')
  const made = Number(readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim())
  const ours = majorVersion(place.binaries)
  if (made !== ours)
    throw new Error(
      `the database in ${data} was made by PostgreSQL ${made}, and this is PostgreSQL ${ours}: ` +
        `start it with PostgreSQL ${made}, or move its content over with DATABASE_URL`,
    )
}
