import { strFromU8, unzipSync } from 'fflate'

/** Follows links and fetches addresses as one visitor, and keeps what came back. */
export interface Answer {
  address: string
  status: number
  body: string
}

export interface Crawler {
  /** One address; redirects are followed within the portal, as a browser would. */
  get(address: string): Promise<Answer>
  /** Many, a few at a time. */
  getAll(addresses: readonly string[]): Promise<Answer[]>
  post(address: string, form: Record<string, string> | URLSearchParams): Promise<Answer>
  /**
   * What can be reached by links from these addresses: each of them, and of every room as many as are
   * asked for, whatever is asked for in it.
   */
  crawl(from: readonly string[], ofEachRoom: number): Promise<Answer[]>
}

/** An address without what names one file, entry or person, and what is asked for there. */
export function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const named = pathname
    .replace(/\d{4}-[A-Z]{2}-\d+/, 'reference')
    .replace(/\/[A-Z]{2,3}\/[^/]+$/, '/entry')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'id')
    .replaceAll(/\/\d+/g, '/number')
  return `${named}?${[...new Set(searchParams.keys())].sort().join('&')}`
}

/** How many addresses are asked for at once. */
const together = 8

/** The words of an answer; those of a Word file are packed. */
async function wordsOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('wordprocessingml')) return answer.text()
  return Object.values(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    .map((part) => strFromU8(part))
    .join('\n')
}

export function crawlerOf(origin: string, cookie: string | null): Crawler {
  const headers: Record<string, string> = cookie ? { cookie } : {}

  const ask = async (address: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(new URL(address, origin), {
      ...init,
      headers: { ...headers, ...init.headers },
      signal: AbortSignal.timeout(20_000),
    })
    const told = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    return { address, status: answer.status, body: `${told}\n\n${await wordsOf(answer)}` }
  }

  return {
    get: (address) => ask(address),
    async getAll(addresses) {
      const answers: Answer[] = []
      for (let at = 0; at < addresses.length; at += together) {
        const some = addresses.slice(at, at + together)
        answers.push(...(await Promise.all(some.map((address) => ask(address)))))
      }
      return answers
    },
    post: (address, form) =>
      ask(address, { method: 'POST', body: new URLSearchParams(form), headers: { origin } }),
    async crawl(from, ofEachRoom) {
      const waiting = [...from]
      const known = new Set(waiting)
      const rooms = new Map<string, number>()
      const answers: Answer[] = []
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
        const answer = await ask(address)
        answers.push(answer)
        for (const link of linksIn(answer.body, origin)) {
          const [room = ''] = kindOf(link).split('?')
          const count = rooms.get(room) ?? 0
          if (known.has(link) || count === ofEachRoom) continue
          rooms.set(room, count + 1)
          known.add(link)
          waiting.push(link)
        }
      }
      return answers
    },
  }
}

function linksIn(body: string, origin: string): string[] {
  return [...body.matchAll(/(?:href|src|action)="([^"]+)"/g)].flatMap(([, found = '']) => {
    const link = new URL(found.replaceAll('&amp;', '&'), origin)
    link.hash = ''
    const isOurs = link.origin === origin && !link.pathname.startsWith('/assets/')
    return isOurs && link.pathname !== '/sign-out' ? [link.pathname + link.search] : []
  })
}
