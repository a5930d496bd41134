import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { Binaries } from './cluster-binaries.server.ts'

/** The system user that the database runs as; null where it is simply ours. */
export interface Account {
  name: string
  uid: number
  gid: number
}

export interface Place {
  account: Account | null
  binaries: Binaries
  /** Holds `data`, `socket` and `server.log`; belongs to the account. */
  folder: string
}

/** PostgreSQL refuses to run as root: then it is `postgres`, or else `nobody`, who runs it. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [name, , uid, gid] = users.find(([name]) => name === wanted) ?? []
    if (name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new Error(
    'PostgreSQL does not run as root and there is no user postgres or nobody: start Concert as an ' +
      'ordinary user, or set DATABASE_URL',
  )
}

/**
 * Decides where the cluster lies and makes its folder. That is DATA_DIR/postgres, unless the
 * account cannot get there (a parent that only root may enter): then it is under `refuge`, and
 * DATA_DIR/LOCATION names the place, so that the next start and a backup find it.
 */
export function choosePlace(
  dataDir: string,
  binaries: Binaries,
  account: Account | null,
  say: (line: string) => void,
  refuge = '/var/lib/concert',
): Place {
  mkdirSync(dataDir, { recursive: true })
  const home = realpathSync(dataDir)
  const mark = path.join(home, 'LOCATION')
  const near = path.join(home, 'postgres')
  const far = path.join(refuge, createHash('sha256').update(home).digest('hex').slice(0, 16))

  const isNear = account === null || canEnter(account, home)
  const isMarked = existsSync(mark)
  const chosen = isMarked
    ? readFileSync(mark, 'utf8').trim()
    : isNear
      ? near
      : path.join(far, 'postgres')
  if (!isNear && !isMarked && existsSync(path.join(near, 'data')))
    throw new Error(
      `the database in ${near} can no longer be reached by user ${account.name}: let others enter ` +
        'the folders above it (chmod o+x), or set DATA_DIR',
    )
  mkdirSync(chosen, { recursive: true, mode: 0o700 })
  if (account) chownSync(chosen, account.uid, account.gid)
  chmodSync(chosen, 0o700)
  if (chosen !== near) {
    if (account && chosen.startsWith(refuge)) openTo(path.dirname(chosen), refuge)
    if (!isMarked) writeFileSync(mark, `${chosen}\n`)
    say(`the database lies in ${chosen}, because its user cannot enter ${home}`)
  }

  const isRunnable = account === null || !binaries.root || canReadAll(account, binaries.root)
  if (isRunnable) return { account, binaries, folder: chosen }
  return { account, binaries: copyBinaries(binaries.root ?? '', far, refuge), folder: chosen }
}

/** Copies the programs to where the account can run them, once for each version of theirs. */
function copyBinaries(root: string, far: string, refuge: string): Binaries {
  const version = createHash('sha256')
    .update(readFileSync(path.join(root, '..', 'package.json')))
    .digest('hex')
    .slice(0, 12)
  const copy = path.join(far, `programs-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    mkdirSync(far, { recursive: true })
    cpSync(root, draft, { recursive: true, verbatimSymlinks: true })
    openTree(draft)
    try {
      renameSync(draft, copy)
    } catch (error) {
      // Another process copied the same programs first.
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  openTo(far, refuge)
  return { folder: path.join(copy, 'bin'), root: copy }
}

function openTo(folder: string, refuge: string) {
  for (const each of [refuge, folder]) chmodSync(each, 0o755)
}

function openTree(entry: string) {
  const stat = lstatSync(entry)
  if (stat.isSymbolicLink()) return
  chmodSync(entry, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(entry)) openTree(path.join(entry, name))
}

/** Whether the account may pass through this folder and each one above it. */
function canEnter(account: Account, folder: string): boolean {
  const parent = path.dirname(folder)
  return may(account, folder, 0o1) && (parent === folder || canEnter(account, parent))
}

function canReadAll(account: Account, root: string): boolean {
  const real = realpathSync(root)
  const isReadable = (entry: string): boolean =>
    statSync(entry).isDirectory()
      ? may(account, entry, 0o5) &&
        readdirSync(entry).every((name) => isReadable(path.join(entry, name)))
      : may(account, entry, 0o4)
  return canEnter(account, real) && isReadable(real)
}

function may(account: Account, entry: string, right: number): boolean {
  const { uid, gid, mode } = statSync(entry)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return ((mode >> shift) & right) === right
}
