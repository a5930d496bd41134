import { json } from '@remix-run/node'
import type { z } from 'zod'
import { errorsOf, type FormValues, textValues } from '#app/components/form-check.ts'
import type { FormState } from '#app/components/form-state.ts'
import { refuse } from '#app/measures/refusals.ts'
import { refusal } from './refusal.server.ts'

export type ReadForm<T> =
  | { ok: true; input: T; values: FormValues; files: Map<string, File> }
  | { ok: false; response: ReturnType<typeof json<FormState>> }

/**
 * Reads a posted form by its schema. `lists` names the fields that may repeat. A form that does not
 * fit comes back with a message next to each field, and with everything that was typed (422).
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  lists: readonly string[] = [],
): Promise<ReadForm<z.infer<S>>> {
  return checkForm(await formOf(request), schema, lists)
}

/** With room above the largest: a compilation in which every entry of every list is chosen. */
const mostFields = 5_000

/**
 * The fields that were sent. Throws the answer 400 where the body breaks off or is no form, and 413
 * where it has more fields than any form of ours: they are counted before anything is made of them.
 */
export async function formOf(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? ''
  let body: ArrayBuffer
  try {
    body = await request.arrayBuffer()
  } catch (error) {
    if (request.signal.aborted) throw error
    throw refusal(refuse('unreadable-form'))
  }
  if (hasMore(Buffer.from(body), separatorOf(type), mostFields))
    throw refusal(refuse('too-many-fields'))
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw refusal(refuse('unreadable-form'))
  }
}

/** What stands between two fields. */
function separatorOf(type: string): string {
  const boundary = /boundary=(?:"([^"]+)"|([^\s";]+))/i.exec(type)
  return boundary ? `--${boundary[1] ?? boundary[2]}` : '&'
}

function hasMore(body: Buffer, separator: string, most: number): boolean {
  let found = 0
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, at + 1)) {
    found += 1
    if (found > most) return true
  }
  return false
}

/** The same for a form that was read already, to tell several acts on one page apart. */
export function checkForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
  lists: readonly string[] = [],
): ReadForm<z.infer<S>> {
  const values = textValues(form, lists)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, input: parsed.data, values, files: uploads(form) }
  const errors = errorsOf(parsed.error)
  return { ok: false, response: json<FormState>({ errors, values }, { status: 422 }) }
}

function uploads(form: FormData): Map<string, File> {
  const files = new Map<string, File>()
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' && value.size > 0) files.set(name, value)
  }
  return files
}
