/** Builds the pages (Remix, through Vite), the server and the operator's commands, into build/. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { mendedDriver } from './mended-driver.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const remix = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js')

const pages = spawnSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NODE_ENV: 'production' },
})
if (pages.status !== 0) process.exit(pages.status ?? 1)

await build({
  absWorkingDir: root,
  entryPoints: {
    server: 'server.ts',
    'word-worker': 'app/word/worker.ts',
    administrator: 'scripts/operator/administrator.ts',
    'record-key': 'scripts/operator/record-key.ts',
    verify: 'scripts/operator/verify.ts',
  },
  outdir: 'build',
  bundle: true,
  packages: 'external',
  plugins: [mendedDriver],
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'warning',
})
