/** `npm run administrator`: see administrator.ts. */
import path from 'node:path'
import { root } from './sources.mjs'
import { ensureBuilt } from './ensure-built.mjs'

if (process.env.DATA_DIR) process.env.DATA_DIR = path.resolve(process.env.DATA_DIR)
process.chdir(root)
try {
  await ensureBuilt((line) => console.error(line))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
await import('../build/administrator.js')
