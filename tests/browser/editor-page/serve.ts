import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Answers with the editor's page, under the portal's own content policy. */
export async function editorPage(): Promise<RequestListener> {
  const [script, style] = await Promise.all([
    bundle(here('./page.tsx')),
    bundle(here('../../../app/styles/portal.css')),
  ])
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/page.js')
      return response.setHeader('content-type', 'text/javascript').end(script)
    if (path === '/page.css') return response.setHeader('content-type', 'text/css').end(style)
    const nonce = randomBytes(16).toString('base64')
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self'; connect-src 'self'`,
    )
    return response.setHeader('content-type', 'text/html; charset=utf-8').end(html(nonce))
  }
}

/** Serves the page with rooms that are joined in it. */
export async function serveEditorPage(): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer(await editorPage())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: originOf(server), close: () => closed(server) }
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

function html(nonce: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Draft</title>
    <link rel="stylesheet" nonce="${nonce}" href="/page.css">
  </head>
  <body>
    <main id="content" class="page"></main>
    <script type="module" nonce="${nonce}" src="/page.js"></script>
  </body>
</html>`
}

function originOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the page has no port')
  return `http://127.0.0.1:${address.port}`
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) =>
    server.close((error) => (error ? reject(error) : resolve())),
  )
}
