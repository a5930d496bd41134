import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Everything that a build depends on. */
const sources = [
  'app',
  'db',
  'public',
  'realtime',
  'server.ts',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/mended-driver.mjs',
  'scripts/operator',
]

const mark = path.join(root, 'build', 'sources.sha256')

export function isBuilt() {
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashSources()
}

/** Written last, so that an interrupted build is made again. */
export function markBuilt(hash) {
  writeFileSync(mark, hash)
}

export function hashSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn)) {
    hash.update(`${file}\0`)
    hash.update(readFileSync(path.join(root, file)))
    hash.update('\0')
  }
  return hash.digest('hex')
}

function filesIn(entry) {
  const full = path.join(root, entry)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [entry]
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(entry, name))
    .filter((name) => statSync(path.join(root, name)).isFile())
    .sort()
}
