import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { isDatabaseAway } from '#db/failures.server.ts'

declare global {
  namespace Express {
    interface Locals {
      /** Names the request in the log and to the person whom it failed. */
      incident: string
    }
  }
}

/** One line for each request: never a query, a body, an address of a person or of a secret. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const incident = randomUUID().slice(0, 13)
    const since = performance.now()
    const { method } = request
    response.locals.incident = incident
    response.setHeader('X-Incident', incident)
    response.once('close', () => {
      const level = response.statusCode >= 500 ? 'error' : 'info'
      logger[level]({
        incident,
        method,
        path: pathPattern(request.path),
        status: response.writableFinished ? response.statusCode : 'aborted',
        ms: Math.round(performance.now() - since),
      })
    })
    next()
  }
}

/** `/files/2026-NL-0001/draft` as `/files/:id/draft`: invitations carry their secret in the path. */
export function pathPattern(path: string): string {
  return path
    .split('/')
    .map((part) => (/^[a-z-]{0,30}$|^article-10$|^[A-Z]{2,3}$/.test(part) ? part : ':id'))
    .join('/')
}

/** Logs what went wrong and where, not with what: messages of the database quote values. */
export function reportFailure(logger: Logger, incident: string, error: unknown) {
  logger.error({ incident, failure: describeFailure(error) }, 'request failed')
}

/** A failure beside any request, in a line or a room: `ids` say where. */
export function reportAside(
  logger: Logger,
  what: string,
  ids: Record<string, string> = {},
  error?: unknown,
) {
  if (error === undefined) logger.warn(ids, what)
  else logger.error({ ...ids, failure: describeFailure(error) }, what)
}

function describeFailure(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  return {
    kind: error.name,
    // Only these speak of the program alone; others may quote what a person wrote.
    ...((error instanceof TypeError || error instanceof ReferenceError) && {
      message: error.message,
    }),
    ...('code' in error && { code: error.code }),
    ...('constraint_name' in error && { constraint: error.constraint_name }),
    ...(error.cause !== undefined && { cause: describeFailure(error.cause) }),
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
  }
}

/** The last handler: what no route has answered. */
export function answerFailure(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const { incident } = response.locals
    reportFailure(logger, incident, error)
    if (response.headersSent) response.destroy()
    else if (isDatabaseAway(error))
      response
        .status(503)
        .set('Retry-After', '5')
        .type('text')
        .send(
          'The portal is not available for a moment: its database does not answer. ' +
            `Try again in a minute. If you report this, name the incident ${incident}.\n`,
        )
    else
      response
        .status(500)
        .type('text')
        .send(`Something went wrong here, and it has been noted as ${incident}.\n`)
  }
}
