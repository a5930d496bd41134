/** `npm start`: builds if anything has changed, then becomes the server. `--dev` runs the sources. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { engines } = createRequire(import.meta.url)('../package.json')

const oldest = engines.node.replace('>=', '').split('.').map(Number)
const running = process.versions.node.split('.').map(Number)
if (running[0] < oldest[0] || (running[0] === oldest[0] && running[1] < oldest[1])) {
  console.error(`Concert needs Node ${engines.node}, and this is Node ${process.versions.node}`)
  process.exit(1)
}

// Relative to where the command was given, not to where the server runs.
if (process.env.DATA_DIR) process.env.DATA_DIR = path.resolve(process.env.DATA_DIR)
process.chdir(root)

if (process.env.npm_lifecycle_event) followParent()

if (process.argv.includes('--dev')) {
  process.env.NODE_ENV = 'development'
  const { register } = await import('tsx/esm/api')
  register()
  await import('../server.ts')
} else {
  process.env.NODE_ENV = 'production'
  const { ensureBuilt } = await import('./ensure-built.mjs')
  try {
    await ensureBuilt(console.log)
  } catch (error) {
    console.error(`Concert cannot start: ${error.message}`)
    process.exit(1)
  }
  process.setSourceMapsEnabled(true)
  await import('../build/server.js')
}

/** npm passes a signal on to its shell alone; when that has gone, the signal was meant for us. */
function followParent() {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, 200).unref()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => clearInterval(watch))
}
