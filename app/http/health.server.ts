import type { RequestHandler } from 'express'

/** The process lives. */
export const answerHealth: RequestHandler = (_request, response) => {
  response.type('text').send('alive\n')
}

/** `isReady` answers whether the database does, with all migrations in, and no stop is under way. */
export function answerReadiness(isReady: () => Promise<boolean>): RequestHandler {
  return async (_request, response) => {
    const ready = await isReady()
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n')
  }
}
