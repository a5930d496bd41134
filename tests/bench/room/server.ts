import { gzipSync } from 'node:zlib'
import { now } from '../clock.ts'
import { timeOfTree } from '../process-time.ts'
import { percentile } from '../statistics.ts'

/** What the server takes for one page, over the loopback, from the request to the end of the answer. */
export interface ServerFigures {
  p50: number
  p95: number
  /** Milliseconds of processor that the server without its database took for one answer. */
  work: number
  /** Of the answer as it is, and as it goes over the line. */
  kilobytes: number
  compressed: number
}

export async function measureServer(
  url: string,
  cookie: string,
  openings: number,
  server: number,
): Promise<ServerFigures> {
  const ask = async () => {
    // Asked as it is: what compressing costs is told by the size.
    const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'identity' } })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (answer.status !== 200) throw new Error(`${url} was answered ${answer.status}`)
    return bytes
  }
  for (let rehearsal = 0; rehearsal < 5; rehearsal++) await ask()
  const took: number[] = []
  const before = timeOfTree(server)
  for (let opening = 0; opening < openings; opening++) {
    const began = now()
    await ask()
    took.push(now() - began)
  }
  const work = (timeOfTree(server) - before) / openings
  const ascending = took.toSorted((a, b) => a - b)
  const bytes = await ask()
  return {
    p50: percentile(ascending, 0.5),
    p95: percentile(ascending, 0.95),
    work,
    kilobytes: bytes.length / 1024,
    compressed: gzipSync(bytes).length / 1024,
  }
}
