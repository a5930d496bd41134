import { connectLive } from '#realtime/client.ts'
import type { LiveConnection } from '#realtime/client-types.ts'
import { madeFor } from './person-meta.ts'

let connection: LiveConnection | null = null

/** The tab's one connection, opened with its first use. In the browser only. */
export function liveConnection(): LiveConnection {
  connection ??= connectLive(madeFor())
  return connection
}

/** Whether what is recorded is being told to this tab now. */
export function isLive(): boolean {
  return connection?.isConnected ?? false
}
