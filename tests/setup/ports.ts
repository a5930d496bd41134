import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below the ports of outgoing connections, of which browsers open many: none of those takes one meanwhile. */
const lowest = 20_000
const highest = 32_000

/** A port that was just found free; several in a row where more than one is needed. */
export async function freePort(inARow = 1): Promise<number> {
  for (;;) {
    const first = randomInt(lowest, highest - inARow)
    const ports = Array.from({ length: inARow }, (_, place) => first + place)
    const found = await Promise.all(ports.map(isFree))
    if (found.every(Boolean)) return first
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
