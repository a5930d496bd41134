import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type BadParameter, readParameters } from '#app/open-data/parameters.ts'
import { problem } from '#app/open-data/schemas.ts'
import type { AppContext } from './context.ts'

/** Who asks, and under which address we are reached. */
interface Asked {
  request: Request
  context: Pick<AppContext, 'origin'>
}

interface Told {
  mediaType: string
  status?: number
  /** What is said beside it, such as where the next page is. */
  headers?: Readonly<Record<string, string>>
  /** When what it says last changed; only where that is known. */
  lastModified?: Date | null
}

/** What stands at the head of everything that the register gives away as data. */
const notice =
  'Only the national gazette and the Official Journal of the European Union are authentic. Absence does not mean that an item is not controlled.'

const usual = {
  // The same for everybody, and nothing in it depends on who asks.
  'Cache-Control': 'public, max-age=60',
  // So that the pages of others may read it too, without anybody's cookies (Fetch, 3.3).
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Last-Modified, Link',
}

/**
 * With a tag of what it says: whoever has it already is told so, and sent nothing (RFC 9110, 13). The tag
 * is weak, as the same goes out compressed and not (8.8.3).
 */
function text({ request }: Pick<Asked, 'request'>, body: string, told: Told): Response {
  const { mediaType, status = 200, lastModified = null } = told
  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = {
    ...usual,
    ...told.headers,
    ETag: `W/${tag}`,
    'Content-Type': mediaType,
    ...(lastModified && { 'Last-Modified': lastModified.toUTCString() }),
  }
  return status === 200 && isKnown(request.headers, tag, lastModified)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status, headers })
}

/** What the tag says counts; the time is asked only where no tag is given (RFC 9110, 13.1.3). */
function isKnown(asked: Headers, tag: string, lastModified: Date | null): boolean {
  const tags = asked.get('If-None-Match')?.split(',')
  if (tags) return tags.some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
  const since = Date.parse(asked.get('If-Modified-Since') ?? '')
  // A header has whole seconds.
  return lastModified !== null && Math.floor(lastModified.getTime() / 1_000) * 1_000 <= since
}

/** Read by the schema that describes it: what that does not know of does not go out. */
function json<Schema extends z.ZodType>(
  asked: Pick<Asked, 'request'>,
  schema: Schema,
  value: z.input<Schema>,
  told: Partial<Told> = {},
): Response {
  const body = JSON.stringify(schema.parse(value), null, 2)
  return text(asked, body, { mediaType: 'application/json; charset=utf-8', ...told })
}

/** Why there is no answer, as RFC 9457 says it. */
function refused(
  { request, context }: Asked,
  kind: keyof typeof problems,
  parameters?: readonly BadParameter[],
): Response {
  const { title, status, detail, described } = problems[kind]
  const said: z.input<typeof problem> = {
    type: `${context.origin}/register/openapi.json#/components/responses/${described}`,
    title,
    status,
    detail,
    ...(parameters && { parameters: [...parameters] }),
    notice,
  }
  return json({ request }, problem, said, { mediaType: 'application/problem+json', status })
}

const problems = {
  'bad-parameters': {
    title: 'Not understood',
    status: 400,
    described: 'BadParameters',
    detail: 'The address asks for something that cannot be read. See `parameters`.',
  },
  'malformed-address': {
    title: 'Not understood',
    status: 400,
    described: 'BadParameters',
    detail:
      'The address cannot be read: it has a percent sign that is followed by no character, or a control character.',
  },
  'not-found': {
    title: 'Not found',
    status: 404,
    described: 'NotFound',
    detail:
      'Nothing published stands at this address. An item that is not found may be controlled all the same: by Annex I, by the catch-all of Article 4 or 5, by a national measure that is not in this register, or because an authority has informed the exporter.',
  },
} as const

/** What the address asks for, or why that is refused. */
function read<Shape extends z.ZodRawShape>(
  asked: Asked,
  declared: z.ZodObject<Shape, z.core.$strict>,
):
  | { ok: true; values: z.output<z.ZodObject<Shape, z.core.$strict>> }
  | { ok: false; refused: Response } {
  const found = readParameters(declared, new URL(asked.request.url).searchParams)
  return found.ok ? found : { ok: false, refused: refused(asked, 'bad-parameters', found.bad) }
}

/** Where the next page is (RFC 8288). */
function linkToNext(next: string | null): Record<string, string> {
  return next === null ? {} : { Link: `<${next}>; rel="next"` }
}

/** Answers of the public register. */
export const openData = { notice, text, json, refused, read, linkToNext }
