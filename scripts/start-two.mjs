/**
 * `npm run start:two`: two nodes of the portal on this machine, at PORT and PORT + 1, with one database
 * between them, to see that a text can be open at both. Each can be ended by its process id and the
 * other goes on; Ctrl-C ends both.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from './ensure-built.mjs'

const start = fileURLToPath(new URL('./start.mjs', import.meta.url))
const first = Number(process.env.PORT || 3000)
if (process.env.DATA_DIR) process.env.DATA_DIR = path.resolve(process.env.DATA_DIR)

const nodes = []
let isStopping = false

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)

await ensureBuilt(console.log)
// The first starts the database and loads the demonstration; the second finds both there.
for (const port of [first, first + 1]) if (!isStopping) await startNode(port)
if (!isStopping) console.log(`Two nodes on one database: ${nodes.map(nameOf).join(' and ')}`)
process.exitCode = (await Promise.all(nodes.map(({ ended }) => ended))).find(Boolean) ?? 0

async function startNode(port) {
  const child = spawn(process.execPath, [start], {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(port) },
  })
  const node = { port, child, hasEnded: false }
  node.ended = new Promise((resolve) => {
    child.once('exit', (code) => {
      node.hasEnded = true
      if (!isStopping) console.log(`the node at ${nameOf(node)} has ended`)
      resolve(code)
    })
  })
  nodes.push(node)
  while (!node.hasEnded && !(await isReady(port))) await wait(100)
  if (node.hasEnded) stop()
}

async function isReady(port) {
  try {
    return (await fetch(`http://localhost:${port}/readyz`)).ok
  } catch {
    return false
  }
}

function nameOf({ port, child }) {
  return `http://localhost:${port} (process ${child.pid})`
}

function stop() {
  isStopping = true
  for (const { child } of nodes) child.kill('SIGTERM')
}
