import type { RequestHandler } from 'express'

/** What the addresses of the portal take. What a single page takes of it, the page says. */
export const methods = 'GET, HEAD, POST'

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * Pages read forms and nothing else. Anything else is answered here, because a page would only find
 * out by failing to read it.
 */
export function requireForm(): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    if (request.method !== 'POST') {
      response.status(405).set('Allow', methods).type('text').send('Nothing here takes that.\n')
      return
    }
    const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';')
    const formType = type.trim().toLowerCase()
    if (!formTypes.includes(formType))
      response
        .status(415)
        .set('Accept-Post', formTypes.join(', '))
        .type('text')
        .send('Only forms are read here.\n')
    else if (formType === 'multipart/form-data' && !parameters.some(isBoundary))
      response.status(400).type('text').send('This form does not say what parts it.\n')
    else next()
  }
}

const isBoundary = (parameter: string) => /^\s*boundary=\s*("[^"]+"|[^\s"]+)/i.test(parameter)
