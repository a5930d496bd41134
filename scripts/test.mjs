// Everything that must hold before a change lands, in the order in which it is cheapest to fail.
import { spawnSync } from 'node:child_process'

for (const command of ['npm run --silent check', 'npx vitest run']) {
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
