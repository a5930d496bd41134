import type { RequestHandler } from 'express'
import type { RefusalReason } from '#app/measures/refusals.ts'
import type { Site } from './host.server.ts'
import { openData } from './open-data.server.ts'

declare global {
  namespace Express {
    interface Locals {
      /** How it is said that the address that was asked for cannot be read; absent where it can be. */
      illFormed?: 'page' | 'data' | 'problem'
    }
  }
}

/** Stands in the place of an address that cannot be read; nothing is there. */
const instead = '/ill-formed'

/**
 * An address that cannot be decoded, or with control characters, which name nothing here, goes no further:
 * neither routes nor the database ever see it. What is asked for then is a page that says so, with the
 * shell of who asks; whatever was sent along is not read.
 */
export function setIllFormedApart(): RequestHandler {
  return (request, response, next) => {
    const address = request.originalUrl
    if (isWellFormed(address)) return next()
    response.status(400)
    response.locals.illFormed = formAskedFor(address)
    request.method = request.method === 'HEAD' ? 'HEAD' : 'GET'
    request.url = instead
    request.originalUrl = instead
    next()
  }
}

function isWellFormed(address: string): boolean {
  if (/%00/.test(address)) return false
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(pathOf(address)))
  } catch {
    return false
  }
}

function formAskedFor(address: string): NonNullable<Express.Locals['illFormed']> {
  const path = pathOf(address)
  if (/^\/register(?:\/.*)?\.(?:json|jsonld|atom|xml|csv)$/i.test(path)) return 'problem'
  return path.endsWith('.json') || /[?&]_data=/.test(address) ? 'data' : 'page'
}

function pathOf(address: string): string {
  return address.replace(/\?.*$/s, '')
}

/** Where data was asked for, it is told as routes tell what they refuse. Pages are left to the routes. */
export function answerIllFormedData({ origins }: Site): RequestHandler {
  return async (_request, response, next) => {
    const reason: RefusalReason = 'malformed-address'
    switch (response.locals.illFormed) {
      case 'data':
        response.json({ reason })
        return
      case 'problem': {
        const [origin] = origins
        const asked = { request: new Request(origin + instead), context: { origin } }
        const refused = openData.refused(asked, reason)
        for (const [name, value] of refused.headers) response.setHeader(name, value)
        response.end(await refused.text())
        return
      }
      default:
        next()
    }
  }
}
