import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { hashSources, isBuilt, markBuilt, root } from './sources.mjs'

const lock = path.join(root, 'node_modules', '.concert-build')

/** Builds unless the build is that of these sources. Several processes may ask for it at once. */
export async function ensureBuilt(say) {
  while (!isBuilt()) {
    if (!takeLock()) {
      await wait(200)
      continue
    }
    try {
      if (isBuilt()) return
      say('building, because something has changed since the last time')
      const hash = hashSources()
      await run(path.join(root, 'scripts', 'build.mjs'))
      markBuilt(hash)
      return
    } finally {
      rmSync(lock, { force: true })
    }
  }
}

/** A lock of a process that has ended is nobody's. */
function takeLock() {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const holder = Number(readLock())
  if (holder && !isAlive(holder)) rmSync(lock, { force: true })
  return false
}

function readLock() {
  try {
    return readFileSync(lock, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function run(script) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: root, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the build failed, see above')),
    )
  })
}
