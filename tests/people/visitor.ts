/** A browser without a screen: it keeps cookies by origin and follows redirects. */
export interface Visitor {
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  post(url: string, form: Record<string, string>): Promise<Answer>
  /** Follows redirects until a page, or until `stopAt` says that this address is not to be visited. */
  follow(first: Answer, stopAt?: (url: URL) => boolean): Promise<Answer>
  cookies(origin: string): Map<string, string>
}

export interface Answer {
  status: number
  url: string
  /** Where it redirects to. */
  location: string | null
  headers: Headers
  text: string
}

export function visitor(): Visitor {
  const jar = new Map<string, Map<string, string>>()
  const cookies = (origin: string) => {
    const found = jar.get(origin) ?? new Map<string, string>()
    jar.set(origin, found)
    return found
  }

  async function ask(url: string, init: RequestInit): Promise<Answer> {
    const { origin } = new URL(url)
    const held = cookies(origin)
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...held].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) keep(held, set)
    const location = response.headers.get('Location')
    return {
      status: response.status,
      url,
      location: location && new URL(location, url).href,
      headers: response.headers,
      text: await response.text(),
    }
  }

  const self: Visitor = {
    cookies,
    get: (url, headers = {}) => ask(url, { headers }),
    post: (url, form) =>
      ask(url, {
        method: 'POST',
        headers: { Origin: new URL(url).origin },
        body: new URLSearchParams(form),
      }),
    async follow(first, stopAt = () => false) {
      let answer = first
      while (answer.location && !stopAt(new URL(answer.location)))
        answer = await self.get(answer.location)
      return answer
    },
  }
  return self
}

function keep(held: Map<string, string>, set: string) {
  const [pair = '', ...attributes] = set.split('; ')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  const isPast = attributes.some(
    (attribute) =>
      /^max-age=0$/i.test(attribute) ||
      (/^expires=/i.test(attribute) && Date.parse(attribute.slice(8)) <= 0),
  )
  if (isPast || value === '') held.delete(name)
  else held.set(name, value)
}
