import { connectLive } from '#realtime/client.ts'
import type { LiveConnection } from '#realtime/client-types.ts'

let connection: LiveConnection | null = null

/** The tab's one connection, opened with its first use. In the browser only. */
export function liveConnection(): LiveConnection {
  connection ??= connectLive()
  return connection
}

/** Whether what is recorded is being told to this tab now. */
export function isLive(): boolean {
  return connection?.isConnected ?? false
}

/** After signing out: the next person in this tab gets a connection of their own. */
export function closeLiveConnection(): void {
  connection?.close()
  connection = null
}
