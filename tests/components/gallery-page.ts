import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'

/** Serves the page of all parts; gives its address and how to end it. */
export async function serveGallery(): Promise<{ url: string; close: () => void }> {
  const [script, styles] = await Promise.all([
    bundle('tests/components/gallery.tsx'),
    bundle('app/styles/portal.css'),
  ])
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Parts</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/portal.css"></head><body><script src="/gallery.js"></script></body></html>`
  const answers = new Map([
    ['/portal.css', { type: 'text/css', body: styles }],
    ['/gallery.js', { type: 'text/javascript', body: script }],
  ])
  const server = createServer((request, response) => {
    const found = answers.get(request.url ?? '') ?? { type: 'text/html', body: page }
    response.setHeader('Content-Type', `${found.type}; charset=utf-8`)
    response.end(found.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    loader: { '.json': 'json' },
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  return outputFiles.map(({ text }) => text).join('')
}
