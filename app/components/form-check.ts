import type { z } from 'zod'
import { english, type MessageKey } from '#app/messages/messages.ts'
import type { Refusal } from '#app/measures/refusals.ts'
import { withoutHidden } from '#app/text/hidden-characters.ts'
import type { FieldError } from './form-state.ts'

export type FormErrors = Readonly<Record<string, FieldError>>
export type FormValues = Record<string, string | string[]>

/** What is wrong with a form as it is filled in now, by field; null where it may be sent. */
export type FormCheck = (form: FormData) => FormErrors | null

/**
 * The check that a form's action makes first, made in the browser: by its schema, and then by what
 * the domain refuses of the parsed input alone. What only the record knows is refused by the action.
 */
export function checkBy<S extends z.ZodType>(
  schema: S,
  lists: readonly string[] = [],
  refusalOf: (input: z.infer<S>) => Refusal | null = () => null,
): FormCheck {
  return (form) => {
    const parsed = schema.safeParse(textValues(form, lists))
    if (!parsed.success) return errorsOf(parsed.error)
    const refusal = refusalOf(parsed.data)
    return refusal?.field ? { [refusal.field]: `refusals.${refusal.reason}` } : null
  }
}

/** A message next to each field. Messages of the schema are keys of the catalogue. */
export function errorsOf({ issues }: z.ZodError): Record<string, MessageKey> {
  const errors: Record<string, MessageKey> = {}
  for (const { path, message } of issues) {
    const name = String(path[0] ?? '')
    errors[name] ??= isKey(message) ? message : 'form.choose-one'
  }
  return errors
}

/** What was typed and chosen; `lists` names the fields that may repeat. */
export function textValues(form: FormData, lists: readonly string[]): FormValues {
  const sent = [...textsOf(form)].map(([name, texts]): [string, string | string[]] => {
    const [first = '', ...others] = texts.map(storable)
    return [name, lists.includes(name) ? [first, ...others] : first]
  })
  return Object.fromEntries([...lists.map((name): [string, string[]] => [name, []]), ...sent])
}

/** All texts of each field that has any. Reads the form once: asking it for each name reads it for each. */
export function textsOf(form: Iterable<[string, FormDataEntryValue]>): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    const found = texts.get(name)
    if (found) found.push(value)
    else texts.set(name, [value])
  }
  return texts
}

/**
 * Control characters mean nothing in a form, and PostgreSQL stores no NUL; hidden ones mislead who
 * reads it. Composed (NFC), so that what looks the same is the same.
 */
function storable(text: string): string {
  return withoutHidden(text.replaceAll(/(?![\t\n\r])\p{Cc}/gu, '')).normalize('NFC')
}

function isKey(message: string): message is MessageKey {
  return message in english
}
