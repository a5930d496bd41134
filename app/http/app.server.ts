import path from 'node:path'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import sirv from 'sirv'
import { requireForm } from './bodies.server.ts'
import { dropSteeringHeaders, storeNothing } from './headers.server.ts'
import { answerHealth, answerReadiness } from './health.server.ts'
import { requireOurHost, type Site } from './host.server.ts'
import { answerIllFormedData, setIllFormedApart } from './ill-formed.server.ts'
import { answerFailure, logRequests } from './incidents.server.ts'
import { limitBody } from './limits.server.ts'
import { requireOurOrigin } from './origin.server.ts'
import { securityHeaders } from './security-headers.server.ts'

export interface AppParts {
  site: Site
  logger: Logger
  isDevelopment: boolean
  /** Origins besides our own to which a form may lead. */
  formTargets: string[]
  isReady(): Promise<boolean>
  /** Serves the browser's files: the built ones, or Vite while one develops. */
  assets: RequestHandler
  /** The pages. Nothing reaches it that has not passed every check above it. */
  pages: RequestHandler
}

export function createApp(parts: AppParts): Express {
  const { site, logger } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  // The only forwarded header that is left is the one we set below.
  app.set('trust proxy', true)
  app.use(logRequests(logger))
  app.use(requireOurHost(site))
  app.use(setIllFormedApart())
  app.use(dropSteeringHeaders())
  app.use(securityHeaders(site, parts))
  app.use(requireOurOrigin(site))
  app.use(limitBody())
  app.use(requireForm())
  app.use(storeNothing())
  app.use(answerIllFormedData(site))
  app.get('/healthz', answerHealth)
  app.get('/readyz', answerReadiness(parts.isReady))
  app.use(compression())
  app.use(parts.assets)
  app.use((request, _response, next) => {
    request.headers['x-forwarded-proto'] = new URL(site.origins[0]).protocol.slice(0, -1)
    next()
  })
  app.use(parts.pages)
  app.use(answerFailure(logger))
  return app
}

const hourSeconds = 3_600
const yearSeconds = 365 * 24 * hourSeconds

/**
 * Names of built files hold a hash of what is in them, so they may be kept for ever. They were
 * compressed when they were built, so that no request waits for that.
 */
export function builtAssets(folder: string): RequestHandler {
  const router = express.Router()
  const ready = { brotli: true, gzip: true, etag: true, extensions: [] }
  router.use(
    '/assets',
    sirv(path.join(folder, 'assets'), { ...ready, immutable: true, maxAge: yearSeconds }),
    (_request, response) => void response.status(404).type('text').send('Not found.\n'),
  )
  router.use(sirv(folder, { ...ready, maxAge: hourSeconds }))
  return router
}
