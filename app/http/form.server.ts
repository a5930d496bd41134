import { json } from '@remix-run/node'
import type { z } from 'zod'
import type { FormState } from '#app/components/form-state.ts'
import { refuse } from '#app/measures/refusals.ts'
import { english, type MessageKey } from '#app/messages/messages.ts'
import { withoutHidden } from '#app/text/hidden-characters.ts'
import { refusal } from './refusal.server.ts'

type Values = Record<string, string | string[]>

export type ReadForm<T> =
  | { ok: true; input: T; values: Values; files: Map<string, File> }
  | { ok: false; response: ReturnType<typeof json<FormState>> }

/**
 * Reads a posted form by its schema. `lists` names the fields that may repeat. A form that does not
 * fit comes back with a message next to each field, and with everything that was typed (422).
 * Messages of the schema are keys of the catalogue.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  lists: readonly string[] = [],
): Promise<ReadForm<z.infer<S>>> {
  return checkForm(await formOf(request), schema, lists)
}

/** The fields that were sent. Throws the answer 400 where the body breaks off or is no form. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    if (request.signal.aborted) throw error
    throw refusal(refuse('unreadable-form'))
  }
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
  const errors: Record<string, MessageKey> = {}
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? '')
    errors[name] ??= isKey(issue.message) ? issue.message : 'form.choose-one'
  }
  return { ok: false, response: json<FormState>({ errors, values }, { status: 422 }) }
}

function textValues(form: FormData, lists: readonly string[]): Values {
  const values: Values = {}
  for (const name of new Set(form.keys())) {
    const texts = form
      .getAll(name)
      .flatMap((value) => (typeof value === 'string' ? storable(value) : []))
    if (lists.includes(name)) values[name] = texts
    else if (texts[0] !== undefined) values[name] = texts[0]
  }
  for (const name of lists) values[name] ??= []
  return values
}

/**
 * Control characters mean nothing in a form, and PostgreSQL stores no NUL; hidden ones mislead who
 * reads it. Composed (NFC), so that what looks the same is the same.
 */
function storable(text: string): string {
  return withoutHidden(text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '')).normalize('NFC')
}

function uploads(form: FormData): Map<string, File> {
  const files = new Map<string, File>()
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string' && value.size > 0) files.set(name, value)
  }
  return files
}

function isKey(message: string): message is MessageKey {
  return message in english
}
