import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A network between a browser and a node, which can be cut. */
export interface Line {
  /** Where the browser connects. */
  url: string
  /** Ends every connection that is there, without a word. */
  cut(): void
  /** From now on connections are made to another port. */
  lead(port: number): void
  close(): void
}

export async function openLine(port: number): Promise<Line> {
  const sockets = new Set<Socket>()
  let target = port
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    keep(near)
    keep(far)
    near.pipe(far)
    far.pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    lead: (next) => (target = next),
    close() {
      cut()
      server.close()
    },
  }
}
