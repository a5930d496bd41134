import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A network between a browser and a node, which can be cut, and can lose what is sent. */
export interface Line {
  /** Where the browser connects. */
  url: string
  /** Ends every connection that is there, without a word. */
  cut(): void
  /** From now on connections are made to the first of these ports that answers. */
  lead(...ports: number[]): void
  /**
   * From now on whatever is sent over the connections that are there vanishes, and nobody is told.
   * New connections are sound.
   */
  lose(): void
  /** When connections were made, in milliseconds since the line was opened. */
  readonly arrivals: readonly number[]
  close(): void
}

export async function openLine(...ports: number[]): Promise<Line> {
  const sockets = new Set<Socket>()
  const arrivals: number[] = []
  const openedAt = performance.now()
  let targets = ports
  let losses = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    arrivals.push(performance.now() - openedAt)
    keep(near)
    const since = losses
    const send = (to: Socket) => (bytes: Buffer) => void (since === losses && to.write(bytes))
    const tryNext = ([port, ...others]: number[]) => {
      if (port === undefined) return near.destroy()
      const far = connect(port, '127.0.0.1')
      let isOpen = false
      far.once('connect', () => {
        isOpen = true
        near.on('data', send(far))
        far.on('data', send(near))
        near.on('close', () => far.destroy())
      })
      keep(far)
      far.on('close', () => (isOpen ? near.destroy() : tryNext(others)))
    }
    tryNext(targets)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    cut,
    lead: (...next) => (targets = next),
    lose: () => void (losses += 1),
    close() {
      cut()
      server.close()
    },
  }
}
