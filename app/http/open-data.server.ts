import { unreadable, type Unreadable } from './register-address.ts'

/** What stands at the head of everything that the register gives away as data. */
const notice =
  'Only the national gazette and the Official Journal of the European Union are authentic. Absence does not mean that an item is not controlled.'

const headers = {
  'X-Content-Type-Options': 'nosniff',
  // The same for everybody, and nothing in it depends on who asks.
  'Cache-Control': 'public, max-age=60',
}

function json(value: object): Response {
  return new Response(JSON.stringify(value, null, 2), {
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
  })
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
