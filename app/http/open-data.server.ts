import { createHash } from 'node:crypto'
import { unreadable, type Unreadable } from './register-address.ts'

/** What stands at the head of everything that the register gives away as data. */
const notice =
  'Only the national gazette and the Official Journal of the European Union are authentic. Absence does not mean that an item is not controlled.'

const headers = {
  'X-Content-Type-Options': 'nosniff',
  // The same for everybody, and nothing in it depends on who asks.
  'Cache-Control': 'public, max-age=60',
}

/**
 * JSON with a tag of what it says: whoever has it already is told so, and sent nothing. The tag is weak,
 * as the same goes out compressed and not (RFC 9110, 8.8.3).
 */
function json(request: Request, value: object, status = 200): Response {
  const text = JSON.stringify(value, null, 2)
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const told = { ...headers, ETag: `W/${tag}`, 'Content-Type': 'application/json; charset=utf-8' }
  const known = request.headers.get('If-None-Match')?.split(',') ?? []
  const isKnown = known.some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
  return isKnown && status === 200
    ? new Response(null, { status: 304, headers: told })
    : new Response(text, { status, headers: told })
}

function file(
  text: string,
  mediaType: string,
  name: string,
  more: Record<string, string> = {},
): Response {
  return new Response(text, {
    headers: {
      ...headers,
      ...more,
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}

const readable: Record<Unreadable, string> = {
  on: 'a day, such as 2026-01-31',
  after: 'the id of the entry before, as `next` gives it',
}

/** For who takes data away: rather none than that of another day or page than was asked for. */
export function refusedUnlessReadable(parameters: URLSearchParams): Response | null {
  const names = unreadable(parameters)
  if (names.length === 0) return null
  const expected = Object.fromEntries(names.map((name) => [name, readable[name]]))
  return Response.json({ reason: 'unreadable-address', parameters: expected }, { status: 400 })
}

/** Answers of the public register. */
export const openData = { notice, json, file }
