import type { RequestHandler } from 'express'

/** Headers by which proxies and frameworks steer a server: from outside, nobody steers ours. */
const steering =
  /^(forwarded|via|x-forwarded-.*|x-remix-.*|x-react-router-.*|x-middleware-.*|x-http-method.*|x-method-override|x-original-.*|x-rewrite-.*|x-real-ip|x-host)$/

export function dropSteeringHeaders(): RequestHandler {
  return (request, _response, next) => {
    for (const name of Object.keys(request.headers))
      if (steering.test(name)) delete request.headers[name]
    next()
  }
}

/** What we answer is for one reader, and for now, unless the route says otherwise. */
export function storeNothing(): RequestHandler {
  return (_request, response, next) => {
    const { writeHead } = response
    Object.defineProperty(response, 'writeHead', {
      writable: true,
      value(...args: unknown[]) {
        if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store')
        return Reflect.apply(writeHead, response, args)
      },
    })
    next()
  }
}
