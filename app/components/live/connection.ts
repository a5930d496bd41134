import { connectLive } from '#realtime/client.ts'
import type { LiveConnection } from '#realtime/client-types.ts'
import { madeFor } from './person-meta.ts'

let connection: LiveConnection | null = null
let loadingSince = 0

/** The tab's one connection, opened with its first use. In the browser only. */
export function liveConnection(): LiveConnection {
  connection ??= connectLive(madeFor())
  return connection
}

/** A page is being loaded from now on: what is told of until it is shown is in it, or is not. */
export function noteLoading(): void {
  loadingSince = performance.now()
}

/** Whether an act was told of that the page which is shown now may lack; once. */
export function takeHeardWhileLoading(): boolean {
  const since = loadingSince
  noteLoading()
  return connection?.heardSince(since) ?? false
}

/** Whether what is recorded is being told to this tab now. */
export function isLive(): boolean {
  return connection?.isConnected ?? false
}
