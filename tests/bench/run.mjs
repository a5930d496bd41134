/**
 * `node run.mjs bench.ts …`: brings the other servers where they are measured too and are not there
 * (`npm ci` in this folder), builds Concert if anything has changed, and runs what is named.
 */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { ensureBuilt } from '../../scripts/ensure-built.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const [script] = process.argv.splice(2, 1)
const comparing = ['bench.ts', 'curves.ts']

if (comparing.includes(script) && !isInstalled()) {
  console.error('installing the other servers')
  const { status } = spawnSync('npm', ['ci', '--silent'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
await ensureBuilt(console.error)
register()
await import(new URL(script, import.meta.url).href)

/** npm notes what it has installed; a newer lock asks for something else. */
function isInstalled() {
  const timeOf = (name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs
  return (timeOf('node_modules/.package-lock.json') ?? 0) >= (timeOf('package-lock.json') ?? 0)
}
