/** Everything that must hold before a change lands, in the order in which it is cheapest to fail. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { root } from './sources.mjs'

const bin = (name) => path.join('node_modules', '.bin', name)
/** These start portals and browsers of their own. */
const heavy = ['tests/browser', 'tests/start', 'tests/components', 'tests/faults']

/** Each on its own, beside the others: they wait for the disk as much as for a processor. */
const checks = [
  ['format', 'npm', 'run', '--silent', 'format:check'],
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['types', 'npm', 'run', '--silent', 'typecheck'],
  ['boundaries', 'npm', 'run', '--silent', 'boundaries'],
]

/**
 * Modules are loaded once for all files that a worker takes: loading them anew for each is a third of
 * the time. Each file still has a database, a portal and a browser of its own.
 */
const tests = [bin('vitest'), 'run', '--maxWorkers=2', '--no-isolate']

/** One after the other; the build leaves files beside the sources while it runs. */
const others = [
  ['build', 'npm', 'run', '--silent', 'build'],
  [
    'unit, database and realtime tests',
    ...tests,
    ...heavy.flatMap((folder) => ['--exclude', `${folder}/**`]),
  ],
  ['browser tests', ...tests, ...heavy],
]

/** Runs a step and says how long it took; what it prints comes with that where it is not `shown` at once. */
async function run([title, command, ...args], isShown) {
  if (isShown) console.log(`\n── ${title}`)
  const since = Date.now()
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    shell: process.platform === 'win32',
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (printed += data))
  const [status] = await once(child, 'close').catch((error) => {
    printed += error.message
    return [1]
  })
  if (!isShown) console.log(`\n── ${title}\n${printed.trimEnd()}`)
  console.log(`── ${title}: ${Math.round((Date.now() - since) / 1000)} s`)
  return status ?? 1
}

function stopUnlessDone(status) {
  if (status !== 0) process.exit(status)
}

const ended = await Promise.all(checks.map((step) => run(step, false)))
stopUnlessDone(ended.find((status) => status !== 0) ?? 0)
for (const step of others) stopUnlessDone(await run(step, true))
