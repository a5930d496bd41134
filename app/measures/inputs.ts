import { z } from 'zod'
import { asOneLine } from '#app/text/hidden-characters.ts'
import { attachmentKinds } from './attachment.ts'
import type { Audience } from './audience.ts'
import { brusselsDate } from './calendar.ts'
import { delegationCodes, type DelegationCode } from './delegation-codes.ts'
import { type Day, grounds, markings, measureKinds } from './measure.ts'
import { officialLanguages } from './official-languages.ts'
import { isPlausibleDay } from './plausible-days.ts'

/**
 * The forms people send, as schemas. Messages are keys of the message catalogue. Lengths are in
 * UTF-16 code units and far above what anybody needs: they stop accidents, not people.
 */
export const required = (most = 500) =>
  z
    .string('form.required')
    .transform(asOneLine)
    .pipe(z.string().min(1, 'form.required').max(most, 'form.too-long'))

export const optional = (most = 5_000) =>
  z.string().transform(asOneLine).pipe(z.string().max(most, 'form.too-long')).default('')

export const longestProse = 20_000

/** Long text; line breaks of forms (CR LF) become plain ones. */
export const prose = (most = longestProse) =>
  z
    .string('form.required')
    .max(most, 'form.too-long')
    .transform((text) => text.replaceAll('\r\n', '\n').trim())

export const requiredProse = (most = longestProse) =>
  prose(most).pipe(z.string().min(1, 'form.required'))

/** The clock of the process does for a bound of years; what hangs on a day is judged by the database's. */
const canBeMeant = (day: string) => isPlausibleDay(day, brusselsDate(new Date()))

export const requiredDay = z.iso
  .date('form.date')
  .refine(canBeMeant, { error: 'form.implausible-day', when: ({ issues }) => issues.length === 0 })
export const optionalDay = z
  .union([z.literal(''), z.iso.date('form.date')], 'form.date')
  .refine((day) => day === '' || canBeMeant(day), 'form.implausible-day')
  .default('')
  .transform((day) => day || null)

/** What a form says of a day that nobody has established. */
export const notEstablished = 'not-established'

/**
 * A day, or that it is not established: no nearby day is entered in the place of one. Both come under
 * one name, so that a form which says both is refused. Null: it says neither.
 */
export const optionalEstablishedDay = z
  .union([z.string(), z.array(z.string())], 'form.date')
  .default('')
  .transform((given, context): Day | typeof notEstablished | null => {
    const [said = '', ...more] = [given].flat().filter((one) => one !== '')
    const read = said === notEstablished ? null : optionalDay.safeParse(said)
    if (more.length === 0 && (read === null || read.success))
      return read ? read.data : notEstablished
    const [issue] = more.length === 0 ? (read?.error?.issues ?? []) : []
    const message = issue?.message ?? 'form.day-and-not-established'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** The same where it has to be said; null: it is not established. */
export const establishedDay = optionalEstablishedDay.transform((said, context): Day | null => {
  if (said === null) context.addIssue({ code: 'custom', message: 'form.day-or-not-established' })
  return said === notEstablished ? null : said
})

/** Made by the form's page, so that the same form sent twice is the same act. */
export const key = z.uuid('form.stale')
export const revision = z.coerce.number('form.stale').int('form.stale').positive('form.stale')

/** Two fields of a form, `audience` and `delegations`, as an audience. */
export function audienceOf(kind: Audience['kind'], delegations: DelegationCode[]): Audience {
  return kind === 'named' ? { kind, delegations } : { kind }
}

const audienceFields = {
  audience: z.enum(['owner-commission', 'named', 'all'], 'form.choose-one'),
  delegations: z.array(z.enum(delegationCodes, 'form.choose-one')).default([]),
}

const namesSomebody = {
  check: ({ audience, delegations }: { audience: string; delegations: string[] }) =>
    audience !== 'named' || delegations.length > 0,
  issue: { path: ['delegations'], message: 'form.choose-at-least-one' },
}

const details = {
  title: required(300),
  grounds: z.array(z.enum(grounds)).min(1, 'form.choose-at-least-one'),
  marking: z.enum(markings, 'form.choose-one'),
  contact: optional(500),
}

const originalLanguage = z.enum(officialLanguages, 'form.choose-one')

/** What a file is about. */
const about = {
  kind: z.enum(measureKinds, 'form.choose-one'),
  originalLanguage,
  /** The reference of the measure that an amendment or a repeal changes. */
  changes: optional(20),
}

export const openFileInput = z.object({ key, ...about, ...details })
export type OpenFile = z.infer<typeof openFileInput>

export const noticeInput = z.object({
  risk: prose(),
  technology: prose(),
  envisaged: prose(),
  timetable: prose(2_000),
})

export const openNoticeInput = z.object({
  key,
  ...about,
  ...details,
  ...noticeInput.shape,
})
export type OpenNotice = z.infer<typeof openNoticeInput>

/** The words go along: given is what stands in the form, whether it was kept before or not. */
export const giveNoticeInput = z
  .object({ key, revision, ...noticeInput.shape, commentsBy: optionalDay, ...audienceFields })
  .refine(namesSomebody.check, namesSomebody.issue)
export type GiveNotice = z.infer<typeof giveNoticeInput>

export const shareInput = z
  .object({
    key,
    revision,
    coverNote: prose(5_000),
    commentsBy: optionalDay,
    ...audienceFields,
  })
  .refine(namesSomebody.check, namesSomebody.issue)
export type Share = z.infer<typeof shareInput>

export const recallInput = z.object({
  revision,
  number: z.coerce.number('form.stale').int('form.stale').positive('form.stale'),
  reason: requiredProse(2_000),
})

export const withdrawInput = z.object({ revision, reason: prose(2_000) })

export const detailsInput = z.object({
  revision,
  ...details,
  kind: about.kind.optional(),
  originalLanguage: about.originalLanguage.optional(),
  changes: about.changes,
})

export const stepInput = z.object({ key, title: required(200), on: optionalDay })

export const parallelInput = z.object({ reference: required(20) })

export const attachmentInput = z.object({
  key,
  revision,
  kind: z.enum(attachmentKinds, 'form.choose-one'),
  language: z.union([z.literal(''), z.enum(officialLanguages)]).transform((code) => code || null),
  name: optional(200),
  otherChannel: optional(300),
  isShared: z
    .string()
    .optional()
    .transform((value) => value === 'on'),
})

export const removalInput = z.object({ attachment: key })
