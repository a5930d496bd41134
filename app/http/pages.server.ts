import type { Server } from 'node:http'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import type { Actor } from '#app/access/actor.ts'
import { builtAssets } from './app.server.ts'
import type { AppContext } from './context.ts'
import { reportFailure } from './incidents.server.ts'
import { guardActions } from './senders.server.ts'
import type { countAhead, forgetKept } from '#app/queries/kept-answers.server.ts'
import { isDatabaseAway } from '#db/failures.server.ts'

/**
 * What `app/entry.server.tsx` exports besides what Remix asks of it. The pages have modules of their own:
 * what these keep between requests is reached through here alone.
 */
interface KeptAnswers {
  countAhead: typeof countAhead
  forgetKept: typeof forgetKept
}

export interface Pages {
  assets: RequestHandler
  pages: RequestHandler
  /** Counts what the pages need of everything, and keeps it for them. */
  countAhead(): Promise<void>
  /** What the pages have kept was made of something that has been withheld since. */
  forgetKept(): Promise<void>
  close(): Promise<void>
}

/** What of the context is known before the request is looked at. */
type SharedContext = Pick<
  AppContext,
  | 'deps'
  | 'mode'
  | 'post'
  | 'register'
  | 'origin'
  | 'attempts'
  | 'readWord'
  | 'wordHistories'
  | 'identityProvider'
>
interface Session {
  actor: Actor
  sessionId: string
}

interface Options {
  logger: Logger
  context: SharedContext
  /** Asks the database once who is behind the cookie. */
  findSession(cookie: string | undefined): Promise<Session | null>
  /** The last event that this node knows of. */
  recordHead(): number
}

/** The pages as `npm run build` left them in `folder`. */
export async function builtPages(folder: URL, options: Options): Promise<Pages> {
  const build: ServerBuild = await import(new URL('server/index.js', folder).href)
  return {
    assets: builtAssets(new URL('client', folder).pathname),
    pages: remixHandler(build, 'production', options),
    ...keptAnswers(async () => build, options),
    close: async () => {},
  }
}

/** The pages from their sources, made anew as they change. */
export async function developedPages(httpServer: Server, options: Options): Promise<Pages> {
  const { createServer } = await import('vite')
  const ours = process.listeners('SIGTERM')
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { server: httpServer } },
  })
  // Vite would end the process at once, before accepted work is done and the database is closed.
  for (const listener of process.listeners('SIGTERM'))
    if (!ours.includes(listener)) process.off('SIGTERM', listener)
  const build = async () => {
    const module = await vite.ssrLoadModule('virtual:remix/server-build')
    return module as ServerBuild
  }
  return {
    assets: vite.middlewares,
    pages: remixHandler(build, 'development', options),
    ...keptAnswers(build, options),
    close: () => vite.close(),
  }
}

function keptAnswers(build: () => Promise<ServerBuild>, { context }: Options) {
  // Remix's own type of the module knows no more than it asks for itself.
  const kept = async () =>
    (await build()).entry.module as ServerBuild['entry']['module'] & KeptAnswers
  return {
    countAhead: async () => (await kept()).countAhead(context.deps),
    forgetKept: async () => (await kept()).forgetKept(),
  }
}

function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode: string,
  { logger, context, findSession, recordHead }: Options,
): RequestHandler {
  const handle = createRequestHandler({
    build:
      typeof build === 'function' ? async () => guardActions(await build()) : guardActions(build),
    mode,
    async getLoadContext(request: Request, response) {
      const { nonce, incident } = response.locals
      const session = await findSession(request.headers.cookie)
      let isAway = false
      return {
        ...context,
        recordHead: recordHead(),
        actor: session?.actor ?? null,
        sessionId: session?.sessionId ?? null,
        address: request.socket.remoteAddress ?? '',
        isForScript: '_data' in request.query,
        isIllFormed: response.locals.illFormed !== undefined,
        nonce,
        incident,
        report: (error) => {
          reportFailure(logger, incident, error)
          if (isAway || !isDatabaseAway(error)) return
          isAway = true
          answerAsAway(response)
        },
        isAway: () => isAway,
      }
    },
  })
  return (request, response, next) => {
    sayWhatIsTaken(response)
    return handle(request, response, next)
  }
}

/** Remix refuses a form where there is nothing to take it, without saying what there is. */
function sayWhatIsTaken(response: Response) {
  const answerWith = response.status.bind(response)
  response.status = (status) => {
    if (status === 405) response.setHeader('Allow', 'GET, HEAD')
    return answerWith(status)
  }
}

/** Remix answers every failure with 500, on pages, for data and on resource routes. */
function answerAsAway(response: Response) {
  const answerWith = response.status.bind(response)
  response.setHeader('Retry-After', '5')
  response.status = (status) => answerWith(status === 500 ? 503 : status)
}
