import { spawn } from 'node:child_process'
import path from 'node:path'
import { withLock } from './lock.mjs'
import { hashSources, isBuilt, markBuilt, root } from './sources.mjs'

/** Builds unless the build is that of these sources. Several processes may ask for it at once. */
export async function ensureBuilt(say) {
  if (isBuilt()) return
  await withLock(path.join(root, 'node_modules', '.concert-build'), async () => {
    if (isBuilt()) return
    say('building, because something has changed since the last time')
    const hash = hashSources()
    await run(path.join(root, 'scripts', 'build.mjs'))
    markBuilt(hash)
  })
}

function run(script) {
  return new Promise((resolve, reject) => {
    // Where a test asks for it, what is built is still the portal and no test.
    const env = { ...process.env, VITEST: undefined }
    const child = spawn(process.execPath, [script], { cwd: root, stdio: 'inherit', env })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the build failed, see above')),
    )
  })
}
