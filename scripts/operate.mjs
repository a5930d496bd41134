/** `node scripts/operate.mjs NAME …`: the operator's command of that name in `operator/`, out of the build. */
import path from 'node:path'
import { ensureBuilt } from './ensure-built.mjs'
import { root } from './sources.mjs'

const [name] = process.argv.splice(2, 1)
if (process.env.DATA_DIR) process.env.DATA_DIR = path.resolve(process.env.DATA_DIR)
process.chdir(root)
try {
  await ensureBuilt((line) => console.error(line))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
await import(`../build/${name}.js`)
