import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { methods } from './bodies.server.ts'
import type { Site } from './host.server.ts'

const safeMethods = ['GET', 'HEAD']
const unsafeMethods = ['POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Whether a page of ours sent this. Browsers say so by themselves and no page can make them lie;
 * one sign suffices, but none may contradict it.
 */
export function isFromUs(request: IncomingMessage, { origins }: Site): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined && origin !== 'null' && !origins.includes(origin)) return false
  if (site !== undefined && site !== 'same-origin') return false
  return site === 'same-origin' || (origin !== undefined && origins.includes(origin))
}

/**
 * Stands before every route, on all addresses: Remix's own check passes over resource routes and
 * `?_data=`. Reading is refused too when another site's page asks for it, except for following a
 * link to a page: mail and other sites may link to us.
 */
export function requireOurOrigin(site: Site): RequestHandler {
  return (request, response, next) => {
    const isSafe = safeMethods.includes(request.method)
    if (request.method === 'OPTIONS' && isOpenData(request)) {
      response.status(204).set(preflight).end()
      return
    }
    if (!isSafe && !unsafeMethods.includes(request.method))
      response.status(405).set('Allow', methods).end()
    else if (isSafe ? mayRead(request) : isFromUs(request, site)) next()
    else response.status(403).type('text').send('Another site may not ask for this.\n')
  }
}

/** What may be asked of the register's data by a page of somebody else (Fetch, 3.2.2): nothing that needs a cookie. */
const preflight = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since',
  'Access-Control-Max-Age': '86400',
}

/** The register's data, which say the same to everybody. */
function isOpenData({ url = '/' }: IncomingMessage): boolean {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  return /^\/register[./].*(json|jsonld|csv|xml|atom)$/.test(pathname) && !searchParams.has('_data')
}

function mayRead(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return true
  if (request.headers['sec-fetch-mode'] === 'cors' && isOpenData(request)) return true
  const isData = new URL(request.url ?? '/', 'http://localhost').searchParams.has('_data')
  if (isData) return false
  const isFollowed =
    request.headers['sec-fetch-mode'] === 'navigate' &&
    !['object', 'embed', 'iframe', 'frame'].includes(String(request.headers['sec-fetch-dest']))
  return site === 'none' || isFollowed
}
