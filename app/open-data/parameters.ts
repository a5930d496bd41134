import { z } from 'zod'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { earliestDay } from '#app/measures/plausible-days.ts'
import { registerCategories, registerStates } from '#app/measures/register.ts'

/**
 * What may stand in the address behind the question mark, said once for who reads it and for who
 * describes it. The message of each is what could be given, told to who gave something else.
 */

export interface BadParameter {
  readonly name: string
  readonly expected: string
}

/**
 * For who takes data away: rather nothing than an answer to another question than was asked. So what
 * is not known is refused like what cannot be read; what is left empty, as forms do, is not asked.
 */
export function readParameters<Shape extends z.ZodRawShape>(
  declared: z.ZodObject<Shape, z.core.$strict>,
  given: URLSearchParams,
): { ok: true; values: z.output<typeof declared> } | { ok: false; bad: BadParameter[] } {
  const texts = [...new Set(given.keys())].flatMap((name) => {
    const [first, ...more] = given.getAll(name).filter((text) => text !== '')
    if (first === undefined) return []
    const isSeveral = more.length > 0 || isList(declared.shape[name])
    return [[name, isSeveral ? [first, ...more] : first] as const]
  })
  const read = declared.safeParse(Object.fromEntries(texts))
  if (read.success) return { ok: true, values: read.data }
  const bad = read.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ name, expected: 'nothing: there is no such parameter here' }))
      : [{ name: String(issue.path[0]), expected: issue.message }],
  )
  // Of several values of one parameter each may be wrong; what is expected is the same.
  return { ok: false, bad: [...new Map(bad.map((one) => [one.name, one])).values()] }
}

function isList(field: unknown): boolean {
  return field instanceof z.ZodDefault && field.unwrap() instanceof z.ZodArray
}

const on = z.iso
  .date('a day, such as 2026-01-31')
  .refine((text) => text >= earliestDay, `a day from ${earliestDay} on`)
  .nullable()
  .default(null)
  .describe(
    'The day on which things are looked at, as the record has that day now; today unless told.',
  )

/** How many at most in one answer; fewer where that is asked for. */
function limit(usual: number, most: number) {
  const expected = `a whole number from 1 to ${most}`
  return z.coerce
    .number(expected)
    .int(expected)
    .min(1, expected)
    .max(most, expected)
    .default(usual)
    .describe('How many at most.')
}

const cursor = 'Where the page before ended, as `next` and the `Link` header give it.'
const given = 'what the page before gave as `next`'

/** It could be read, and there is nothing that a page could begin behind. */
export const unknownCursor: BadParameter = { name: 'after', expected: given }

const after = z.uuid(given).nullable().default(null).describe(cursor)

const search = {
  q: z
    .string('one text')
    .max(200, 'at most 200 characters')
    .refine((text) => text === '' || /[\p{L}\p{N}]/u.test(text), 'at least a letter or a digit')
    // What is no UTF-8 in the address.
    .refine((text) => !text.includes('\u{FFFD}'), 'text in UTF-8, percent-encoded')
    .default('')
    .describe('A code, or the beginning of one, or words.'),
  issuer: z
    .array(z.enum(memberStates, 'the code of a Member State, such as NL; Greece is EL'))
    .default([])
    .describe('Only of these states.'),
  category: z
    .array(z.enum(registerCategories, 'the first digit of a code, or - for what has none'))
    .default([])
    .describe('Only in these categories.'),
  state: z
    .array(z.enum(registerStates, `one of ${registerStates.join(', ')}`))
    .default(['in-force', 'to-come', 'unrecorded'])
    .describe('Only what stands so on the day. What has ended is given only when asked for.'),
  compiled: z
    .enum(['yes', 'no'], 'yes or no')
    .nullable()
    .default(null)
    .describe('Only what the compilation of the day names, or only what it does not.'),
  on,
  after,
}

export const jsonSearch = z.strictObject({ ...search, limit: limit(100, 500) })
export const csvSearch = z.strictObject({ ...search, limit: limit(5_000, 5_000) })
export const onDay = z.strictObject({ on })
export const nothing = z.strictObject({})
export const measuresList = z.strictObject({
  after: z
    .string()
    .regex(/^\d{4}-[A-Z]{2,3}-\d{4,}$/, given)
    .nullable()
    .default(null)
    .describe(cursor),
  limit: limit(100, 500),
})

/** It could be read, and no such fact is known here. */
export const unknownFact: BadParameter = { name: 'before', expected: given }

const feed = {
  before: z.string().max(400, given).nullable().default(null).describe(cursor),
  limit: limit(50, 200).describe(
    'How many at most; those that became known with one act are never parted, and may be more.',
  ),
}

export const someFacts = z.strictObject(feed)
export const allFacts = z.strictObject({
  code: z
    .string()
    .max(64, 'a code of at most 64 characters')
    .nullable()
    .default(null)
    .describe('Only what is about entries under this code, in any state.'),
  ...feed,
})
