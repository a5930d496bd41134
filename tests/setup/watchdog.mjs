/**
 * Tidies up after a test run, however it ends. It lives outside the run's process group and holds
 * the other end of a pipe: when that closes, by a clean end or by SIGKILL, the processes named to
 * it are stopped, then the databases inside its folders, then the folders are removed.
 * One line each: `pid N`, `forget N`, `folder PATH`.
 */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

const pids = new Set()
const folders = new Set()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

for await (const line of createInterface({ input: process.stdin })) {
  const [word, rest = ''] = line.split(/ (.*)/)
  if (word === 'pid') pids.add(Number(rest))
  if (word === 'forget') pids.delete(Number(rest))
  if (word === 'folder') folders.add(rest)
}

for (const pid of pids) await end(pid, ['SIGTERM', 'SIGKILL'])
for (const folder of folders) {
  const location = path.join(folder, 'LOCATION')
  if (existsSync(location)) folders.add(path.dirname(readFileSync(location, 'utf8').trim()))
  for (const pid of postmastersIn(folder)) await end(pid, ['SIGINT', 'SIGQUIT'])
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

async function end(pid, signals) {
  for (const signal of signals) {
    for (let i = 0; send(pid, i === 0 ? signal : 0); i++) {
      if (i > 500) break
      await wait(20)
    }
  }
}

/** False once the process is gone. */
function send(pid, signal) {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

function postmastersIn(folder) {
  let names
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
  return names
    .filter((name) => path.basename(name) === 'postmaster.pid')
    .map((name) => Number.parseInt(readFileSync(path.join(folder, name), 'utf8'), 10))
}
