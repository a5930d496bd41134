import { PassThrough } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type HandleDataRequestFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { PageFactsProvider, failureMessage } from './components/page-facts.ts'

export { countAhead, forgetKept } from './queries/kept-answers.server.ts'

const renderingLimitMs = 10_000

/** A page goes out whole: its status is then true, and a failure cannot end it halfway. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, incident, report, isAway, isIllFormed }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <PageFactsProvider value={{ nonce, incident, isAway: isAway(), hasScripts: !isIllFormed }}>
        <RemixServer
          context={remix}
          url={request.url}
          abortDelay={renderingLimitMs}
          nonce={nonce}
        />
      </PageFactsProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(limit)
          const body = pipe(new PassThrough())
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        },
        onShellError: reject,
        onError: report,
      },
    )
    const limit = setTimeout(abort, renderingLimitMs)
  })
}

/** Remix says of a failure no more than that there was one; the incident lets a person report it. */
export const handleDataRequest: HandleDataRequestFunction = (response, { context }) => {
  if (!response.headers.has('X-Remix-Error')) return response
  return Response.json(
    { message: failureMessage(context.incident, context.isAway()) },
    { status: response.status, headers: response.headers },
  )
}

export function handleError(
  error: unknown,
  { context, request }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  // An address that leads nowhere is no failure of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.report(error)
}
