import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { namesUs } from '#app/http/host.server.ts'
import { isFromUs } from '#app/http/origin.server.ts'
import { sessionCookie } from '#app/http/session-cookie.ts'
import { openDatabase, type OpenDatabase } from '#db/client.server.ts'
import { findActor } from '#db/sessions.server.ts'
import { attachRealtime } from '#realtime/attach.server.ts'
import { mostUnderWay } from '#realtime/committer.server.ts'

/** A node of the portal with nothing but its sockets, on a database that others may share. */
export interface TestNode {
  origin: string
  /** What it reported, without the words of errors. */
  reports: { what: string; ids: Record<string, string> }[]
  /** How often it was told that nothing may be kept that was made of what is withheld now. */
  timesWithheld(): number
  close(): Promise<void>
}

/** `onRequest` answers what is no socket; `siteOrigin` is what people call it, its own address unless told. */
export async function startNode(
  database: OpenDatabase,
  port = 0,
  onRequest?: RequestListener,
  siteOrigin?: string,
): Promise<TestNode> {
  const httpServer = createServer(onRequest)
  httpServer.listen(port, '127.0.0.1')
  await once(httpServer, 'listening')
  const address = httpServer.address() as AddressInfo
  const origin = `http://127.0.0.1:${address.port}`
  const site: { origins: [string] } = { origins: [siteOrigin ?? origin] }
  const reports: TestNode['reports'] = []
  let timesWithheld = 0
  const commits = openDatabase(database.url, { connections: mostUnderWay })
  const realtime = await attachRealtime({
    httpServer,
    db: database.db,
    commits: commits.db,
    sql: database.sql,
    isOurs: (request) => namesUs(request, site) && isFromUs(request, site),
    findSession: (header) => findActor(database.db, sessionCookie(origin).read(header)),
    withheld: () => void timesWithheld++,
    report: (what, ids = {}) => void reports.push({ what, ids }),
  })
  return {
    origin,
    reports,
    timesWithheld: () => timesWithheld,
    async close() {
      await realtime.close()
      await commits.close()
      httpServer.closeAllConnections()
      httpServer.close()
    },
  }
}
