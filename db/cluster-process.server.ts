import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { majorVersion, program } from './cluster-binaries.server.ts'
import type { Place } from './cluster-place.server.ts'
import { readPostmaster, type Postmaster } from './cluster-postmaster.server.ts'

/** `loopback` asks for a password; the folder of a `socket` lets nobody else in. */
export type Transport = 'socket' | 'loopback'

type Launch = { ok: true; postmaster: Postmaster } | { ok: false; isHeld: boolean; reason: string }

/** The kernel's limit for a socket address is 107 bytes, its name included. */
const longestSocketFolder = 85
export const shortSocketFolder = '/tmp/concert-socket-'

/** Command line beats files and ALTER SYSTEM: nobody turns these off by a setting. */
const settings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // Pages ask for little, and the processors are the portal's too: to start a helper takes longer than the page.
  max_parallel_workers_per_gather: '0',
  // What is stored is read from a solid-state disk, or from memory: a page anywhere costs what the next one does.
  random_page_cost: '1.1',
  cluster_name: 'concert',
  // The server's log must not hold what people wrote.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

/** Makes the cluster aside and moves it into place, so that an interrupted start leaves none. */
export function initialise(place: Place) {
  const draft = path.join(place.folder, `data.${process.pid}`)
  const password = path.join(place.folder, 'password')
  rmSync(draft, { recursive: true, force: true })
  if (!existsSync(password)) {
    writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (place.account) chownSync(password, place.account.uid, place.account.gid)
  }
  // The system's locale still sorts letters from signs for pg_trgm; macOS has none without a country.
  const locale = [`--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`]
  if (majorVersion(place.binaries) >= 17)
    locale.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  const { status, error, stderr } = spawnSync(
    program(place.binaries, 'initdb'),
    [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${password}`,
      '--auth-local=trust',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      '--data-checksums',
      ...locale,
    ],
    { ...asAccount(place), encoding: 'utf8' },
  )
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`the database could not be made: ${lastWords(stderr) || error?.message}`)
  }
  try {
    renameSync(draft, path.join(place.folder, 'data'))
  } catch (error) {
    // Another portal made it at the same time.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(path.join(place.folder, 'data', 'PG_VERSION'))) throw error
  }
}

/**
 * Starts the server and waits until it is ready; recovery after a crash may take its time.
 * `strangerPid` is the process that a stale lock names by chance: PostgreSQL takes any living
 * process for its rival except its own ancestors, so it is told that this is one. It still looks
 * whether the shared memory is in use, which is the lock that counts.
 */
export async function launch(
  place: Place,
  transport: Transport,
  strangerPid: number | null,
  patienceMs: number,
): Promise<Launch> {
  // Two may try at the same moment: each reads its own words, and who succeeds leaves the log.
  const draft = path.join(
    place.folder,
    `server.log.${process.pid}.${randomBytes(4).toString('hex')}`,
  )
  const log = openSync(draft, 'wx', 0o600)
  const options = {
    ...settings,
    ...(await listening(place, transport)),
  }
  const child = spawn(
    program(place.binaries, 'postgres'),
    ['-D', path.join(place.folder, 'data')].concat(
      Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ),
    { ...asAccount(place, strangerPid), detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  const failure = new Promise<Error>((resolve) => child.once('error', resolve))
  if (child.pid === undefined) return { ok: false, isHeld: false, reason: (await failure).message }

  const end = Date.now() + patienceMs
  while (child.exitCode === null && child.signalCode === null && Date.now() < end) {
    const postmaster = readPostmaster(place.folder)
    if (postmaster?.pid === child.pid && postmaster.status === 'ready') {
      child.unref()
      keepLog(place, draft)
      return { ok: true, postmaster }
    }
    await wait(15)
  }
  const reason = lastWords(readFileSync(draft, 'utf8')) || `see ${serverLog(place)}`
  const isHeld = /lock file|shared memory block/.test(reason)
  if (isHeld) rmSync(draft)
  else keepLog(place, draft)
  return { ok: false, isHeld, reason }
}

function serverLog(place: Place): string {
  return path.join(place.folder, 'server.log')
}

/** The log before it is kept too: it says why the server had to be started again. */
function keepLog(place: Place, draft: string) {
  const log = serverLog(place)
  if (existsSync(log)) renameSync(log, `${log}.1`)
  renameSync(draft, log)
}

async function listening(place: Place, transport: Transport): Promise<Record<string, string>> {
  if (transport === 'loopback')
    return {
      listen_addresses: '127.0.0.1',
      port: String(await freePort()),
      unix_socket_directories: '',
    }
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socketFolder(place),
    unix_socket_permissions: '0700',
  }
}

function socketFolder(place: Place): string {
  const near = path.join(place.folder, 'socket')
  if (Buffer.byteLength(near) <= longestSocketFolder)
    mkdirSync(near, { recursive: true, mode: 0o700 })
  const folder = existsSync(near) ? near : mkdtempSync(shortSocketFolder)
  if (place.account) chownSync(folder, place.account.uid, place.account.gid)
  return folder
}

/** The system gives a port that was free a moment ago. */
async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function asAccount(place: Place, strangerPid: number | null = null) {
  const { PATH, SystemRoot, NODE_ENV } = process.env
  return {
    cwd: '/',
    env: {
      LC_ALL: 'C',
      NODE_ENV,
      ...(PATH && { PATH }),
      ...(SystemRoot && { SystemRoot }),
      ...(strangerPid && { PG_GRANDPARENT_PID: String(strangerPid) }),
    },
    ...(place.account && { uid: place.account.uid, gid: place.account.gid }),
    windowsHide: true,
  }
}

/** The last complaint of PostgreSQL, on one line. */
function lastWords(output: string): string {
  const lines = output.split('\n').filter(Boolean)
  const complaint = lines.findLast((line) => /FATAL|PANIC|error:/.test(line))
  return (complaint ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()
}
