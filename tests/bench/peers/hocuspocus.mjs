/**
 * Hocuspocus with its own database extension, which stores whole documents in PostgreSQL: a row for
 * each, replaced at every store, committed with fsync like Concert's. No authentication, no schema.
 * `hocuspocus.mjs <port> <database url> [debounce]`
 */
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import postgres from 'postgres'

const [port, address = '', debounce] = process.argv.slice(2)
const url = new URL(address)
const host = url.searchParams.get('host')
url.searchParams.delete('host')
const sql = postgres(url.href, { ...(host && { host }), onnotice: () => {} })

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  ...(debounce !== undefined && { debounce: Number(debounce) }),
  extensions: [
    new Database({
      fetch: async ({ documentName }) => {
        const [row] = await sql`SELECT state FROM hocuspocus_documents WHERE name = ${documentName}`
        return row ? new Uint8Array(row.state) : null
      },
      store: async ({ documentName, state }) => {
        await sql`
          INSERT INTO hocuspocus_documents (name, state) VALUES (${documentName}, ${state})
          ON CONFLICT (name) DO UPDATE SET state = excluded.state`
        process.send?.({ stored: documentName, at: Number(process.hrtime.bigint()) / 1e6 })
      },
    }),
  ],
})
await server.listen()
process.send?.('ready')
