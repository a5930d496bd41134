/** Builds the pages (Remix, through Vite), the server and the operator's commands, into build/. */
import { spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
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
    'clear-traces': 'scripts/operator/clear-traces.ts',
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

/** What a browser asks for is there compressed, beside each file; smaller ones fit into a packet as they are. */
const leastBytes = 1_024

async function compress(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.(css|js|svg)$/.test(entry.name))
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name)
      const content = await readFile(file)
      if (content.length < leastBytes) return
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content))
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
    }),
  )
}

await compress(path.join(root, 'build/client'))
