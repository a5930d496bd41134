import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface ReceivedMessage {
  from: string
  to: string[]
  /** As it came over the wire, its dots unstuffed. */
  raw: string
  /** Unfolded, in their order. */
  headers: string[]
  body: string
}

export interface SmtpServer {
  url: string
  received: ReceivedMessage[]
  /** The next so many messages are refused after their content was sent, with this answer. */
  refuseNext(count: number, answer?: string): void
  /** Addresses that this server does not know. */
  unknown: Set<string>
  close(): Promise<void>
}

/** A mail server on loopback, as far as RFC 5321 asks: it keeps what it is given. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: ReceivedMessage[] = []
  const unknown = new Set<string>()
  const sockets = new Set<Socket>()
  let refusals = 0
  let refusal = ''
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    converse(socket, unknown, (message) => {
      if (refusals > 0) {
        refusals -= 1
        return refusal
      }
      received.push(message)
      return '250 OK'
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    unknown,
    refuseNext(count, answer = '451 try again later') {
      refusals = count
      refusal = answer
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function converse(
  socket: Socket,
  unknown: ReadonlySet<string>,
  accept: (message: ReceivedMessage) => string,
) {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let from = ''
  let to: string[] = []
  let content: string[] | null = null
  let rest = ''

  function command(line: string) {
    const verb = line.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (verb === 'EHLO' || verb === 'HELO') say('250 test')
    else if (verb === 'MAIL') {
      from = address
      to = []
      say('250 OK')
    } else if (verb === 'RCPT') {
      if (unknown.has(address)) return say('550 no such mailbox')
      to.push(address)
      say('250 OK')
    } else if (verb === 'DATA') {
      content = []
      say('354 go on')
    } else if (verb === 'QUIT') {
      say('221 bye')
      socket.end()
    } else say('250 OK')
  }

  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!content) command(line)
      else if (line === '.') {
        say(accept(parse(from, to, content)))
        content = null
      } else content.push(line.startsWith('.') ? line.slice(1) : line)
    }
  })
  say('220 test')
}

function parse(from: string, to: string[], lines: string[]): ReceivedMessage {
  const raw = lines.join('\r\n')
  const [head = '', ...body] = raw.split('\r\n\r\n')
  return {
    from,
    to: [...to],
    raw,
    headers: head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n'),
    body: decode(head, body.join('\r\n\r\n')),
  }
}

function decode(head: string, body: string): string {
  const encoding = /^content-transfer-encoding: *(\S+)/im.exec(head)?.[1]?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
