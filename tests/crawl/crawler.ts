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
  post(address: string, form: Record<string, string>): Promise<Answer>
  /** All that can be reached by links from these addresses, each once, `limit` at most. */
  crawl(from: readonly string[], limit: number): Promise<Answer[]>
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
    async crawl(from, limit) {
      const waiting = [...from]
      const known = new Set(waiting)
      const answers: Answer[] = []
      while (answers.length < limit) {
        const address = waiting.shift()
        if (address === undefined) break
        const answer = await ask(address)
        answers.push(answer)
        for (const link of linksIn(answer.body, origin)) {
          if (known.has(link)) continue
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
