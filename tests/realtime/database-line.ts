import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A network between a node and the database. */
export interface DatabaseLine {
  url: string
  /** From now on the database tells nothing by itself: notifications vanish, answers arrive. */
  loseNotifications(): void
  /** From now on what the database answers is held back, until `release`. */
  hold(): void
  release(): void
  close(): void
}

/** Leads to the database of `url`, wherever that listens. */
export async function openDatabaseLine(url: string): Promise<DatabaseLine> {
  const { port, hostname, searchParams } = new URL(url)
  const folder = searchParams.get('host')
  const sockets = new Set<Socket>()
  const fars = new Set<Socket>()
  let isDeaf = false
  let isHeld = false
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
  const server = createServer((near) => {
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(Number(port), hostname)
    keep(near, far)
    keep(far, near)
    if (isHeld) far.pause()
    near.pipe(far)
    const messages = messageReader()
    far.on('data', (bytes) => {
      const answers = messages(bytes).filter(([type]) => !isDeaf || type !== notification)
      if (answers.length > 0) near.write(Buffer.concat(answers))
    })
    fars.add(far)
    far.on('close', () => fars.delete(far))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const line = new URL(url)
  line.search = ''
  line.hostname = '127.0.0.1'
  line.port = String((server.address() as AddressInfo).port)
  return {
    url: line.href,
    loseNotifications: () => (isDeaf = true),
    hold() {
      isHeld = true
      for (const far of fars) far.pause()
    },
    release() {
      isHeld = false
      for (const far of fars) far.resume()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** The type of a message that answers nothing: NotificationResponse. */
const notification = 'A'.charCodeAt(0)

/** Cuts what the database sends into its messages: a type, four bytes of length, and the rest. */
function messageReader(): (bytes: Buffer) => Buffer[] {
  let rest = Buffer.alloc(0)
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    const messages: Buffer[] = []
    while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
      const end = 1 + rest.readUInt32BE(1)
      messages.push(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
    return messages
  }
}
