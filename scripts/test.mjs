/** Everything that must hold before a change lands, in the order in which it is cheapest to fail. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './sources.mjs'

const bin = (name) => path.join('node_modules', '.bin', name)
/** These start portals and browsers of their own; more at once would only wait for each other. */
const heavy = ['tests/browser', 'tests/start', 'tests/components', 'tests/faults']

const steps = [
  ['format', bin('prettier'), '--check', '.'],
  ['lint', 'npm', 'run', '--silent', 'lint'],
  ['types', 'npm', 'run', '--silent', 'typecheck'],
  ['boundaries', 'npm', 'run', '--silent', 'boundaries'],
  ['build', 'npm', 'run', '--silent', 'build'],
  [
    'unit, database and realtime tests',
    bin('vitest'),
    'run',
    '--maxWorkers=2',
    ...heavy.flatMap((folder) => ['--exclude', `${folder}/**`]),
  ],
  ['browser tests', bin('vitest'), 'run', '--maxWorkers=1', ...heavy],
]

for (const [title, command, ...args] of steps) {
  console.log(`\n── ${title}`)
  const since = Date.now()
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? 1)
  console.log(`── ${title}: ${Math.round((Date.now() - since) / 1000)} s`)
}
