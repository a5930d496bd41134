import { json } from '@remix-run/node'
import type { z } from 'zod'
import type { FormErrors } from './refusal.server.ts'

export type Form<T> =
  | { ok: true; input: T; values: FormErrors['values'] }
  | { ok: false; response: ReturnType<typeof json<FormErrors>> }

/**
 * Reads a posted form by its schema. Repeated names become lists where the schema's sample says so
 * (`lists`). A form that does not fit comes back with a message key next to each field (422).
 * zod's messages are message keys of the catalogue: `form.required`, `form.too-long`, …
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  lists: readonly string[] = [],
): Promise<Form<z.infer<S>>> {
  const values = textValues(await request.formData(), lists)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, input: parsed.data, values }
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? '')
    fields[name] ??= issue.message
  }
  return {
    ok: false,
    response: json<FormErrors>({ fields, reason: 'invalid-input', values }, { status: 422 }),
  }
}

function textValues(form: FormData, lists: readonly string[]): FormErrors['values'] {
  const values: FormErrors['values'] = {}
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string')
    if (lists.includes(name)) values[name] = texts
    else if (texts[0] !== undefined) values[name] = texts[0]
  }
  for (const name of lists) values[name] ??= []
  return values
}
