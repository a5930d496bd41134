import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import express, { type RequestHandler } from 'express'
import { pino } from 'pino'
import { createApp } from '#app/http/app.server.ts'
import { siteOf } from '#app/http/host.server.ts'
import { createLimitedServer, usualLimits } from '#app/http/limits.server.ts'
import { listen } from '#app/http/listen.server.ts'
import { freePort } from '#tests/setup/ports.ts'

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

interface Ask {
  method?: string
  path?: string
  headers?: Record<string, string | string[]>
  body?: string
  address?: string
}

interface Options {
  publicOrigin?: string
  pages?: RequestHandler
  isReady?: () => Promise<boolean>
  limits?: Partial<typeof usualLimits>
}

/** A real server with every check of the edge, and a page behind them that notes what reaches it. */
export async function startEdge(options: Options = {}) {
  const port = await freePort()
  const reached: { method: string; url: string; headers: IncomingMessage['headers'] }[] = []
  const log: string[] = []
  const page: RequestHandler = (request, response) => {
    const { method, originalUrl, headers, protocol } = request
    reached.push({ method, url: `${protocol}://${headers.host}${originalUrl}`, headers })
    response.send('a page')
  }
  const app = createApp({
    site: siteOf(options.publicOrigin ?? null, port),
    logger: pino({ level: 'debug', base: null }, { write: (line) => log.push(line) }),
    isDevelopment: false,
    formTargets: [],
    isReady: options.isReady ?? (async () => true),
    assets: express.Router(),
    pages: options.pages ?? page,
  })
  const server = createLimitedServer(app, { ...usualLimits, ...options.limits })
  const listening = await listen(server, port, 'loopback')

  return {
    port,
    origin: `http://localhost:${port}`,
    reached,
    log,
    ask: (ask: Ask = {}) => send(port, ask),
    close: () => listening.close(0),
  }
}

async function send(port: number, ask: Ask): Promise<Answer> {
  const agent = new Agent({ keepAlive: true })
  const request = httpRequest({
    agent,
    host: ask.address ?? '127.0.0.1',
    port,
    path: ask.path ?? '/',
    method: ask.method ?? 'GET',
    headers: {
      host: `localhost:${port}`,
      ...(ask.method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...ask.headers,
    },
  })
  request.end(ask.body)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of response.setEncoding('utf8')) body += String(chunk)
  agent.destroy()
  return { status: response.statusCode ?? 0, headers: response.headers, body }
}
