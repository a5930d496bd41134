import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer as createRelay, type Server as Relay, type Socket } from 'node:net'

export interface Listening {
  /** No new connection; requests under way may end, and after `graceMs` they are ended. */
  close(graceMs: number): Promise<void>
}

/** Everywhere, or on this machine's two loopback addresses only. Throws where the port is taken. */
export async function listen(
  server: Server,
  port: number,
  reach: 'loopback' | 'everywhere',
): Promise<Listening> {
  const sockets = new Set<Socket>()
  // One function for all of them: each would keep its own as long as it is open.
  const forget = function (this: Socket) {
    sockets.delete(this)
  }
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', forget)
  })
  const relay = reach === 'loopback' ? await relayFromIpv6(server, port) : null
  try {
    server.listen(port, reach === 'loopback' ? '127.0.0.1' : undefined)
    await once(server, 'listening')
  } catch (error) {
    relay?.close()
    throw error
  }
  return {
    async close(graceMs) {
      relay?.close()
      const closed = once(server, 'close')
      server.close()
      // A browser keeps its connection after the answer; nobody will ask for more on it.
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      // All of them: a server does not count a connection that has become a WebSocket.
      const force = setTimeout(() => {
        for (const socket of sockets) socket.destroy()
      }, graceMs)
      await closed
      clearInterval(sweep)
      clearTimeout(force)
    },
  }
}

/** A server listens at one address; the connections of the other are handed to it. */
async function relayFromIpv6(server: Server, port: number): Promise<Relay | null> {
  const relay = createRelay((socket) => server.emit('connection', socket))
  try {
    relay.listen(port, '::1')
    await once(relay, 'listening')
    return relay
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    // A machine without IPv6.
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return null
    throw error
  }
}
