import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'

/** Where people reach us. */
export interface Site {
  /** In the form of an `Origin` header; the first is the one that we write into links. */
  origins: [string, ...string[]]
}

/** Without a public origin we answer to this machine's own names only. */
export function siteOf(publicOrigin: string | null, port: number): Site {
  if (publicOrigin) return { origins: [publicOrigin] }
  const end = port === 80 ? '' : `:${port}`
  return {
    origins: [`http://localhost${end}`, `http://127.0.0.1${end}`, `http://[::1]${end}`],
  }
}

/** Whether the request names us, once, as its host. */
export function namesUs(request: IncomingMessage, { origins }: Site): boolean {
  const named = request.rawHeaders.filter((text, i) => i % 2 === 0 && /^host$/i.test(text))
  const host = request.headers.host?.toLowerCase() ?? ''
  return named.length === 1 && origins.some((origin) => new URL(origin).host === host)
}

/**
 * A forged Host would go into addresses and caches. An address that begins anew (`//elsewhere`,
 * `http://elsewhere`) would do the same through the path.
 */
export function requireOurHost(site: Site): RequestHandler {
  return (request, response, next) => {
    if (!namesUs(request, site))
      response.status(421).type('text').send('This is not our address.\n')
    else if (!/^\/(?![/\\])/.test(request.url))
      response.status(400).type('text').send('This address is not well formed.\n')
    else next()
  }
}
