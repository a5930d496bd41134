import { z } from 'zod'
import { isSafeLink } from '#app/text/links.ts'
import { coverageExtents } from './article-10.ts'
import { compilationKinds } from './compilation-kinds.ts'
import { delegationCodes } from './delegation-codes.ts'
import type { Day } from './measure.ts'
import { officialLanguages } from './official-languages.ts'
import { problemWith, readOjReference } from './oj-reference.ts'
import {
  establishedDay,
  key,
  optional,
  optionalDay,
  optionalEstablishedDay,
  prose,
  required,
  requiredDay,
  requiredProse,
  revision,
} from './inputs.ts'

/** The forms of what follows adoption, as schemas. */

const webAddress = z
  .string()
  .trim()
  .max(500, 'form.too-long')
  .default('')
  .refine((url) => url === '' || (url.startsWith('https:') && isSafeLink(url)), 'record.bad-link')

const ids = z.array(z.uuid('form.stale')).min(1, 'form.choose-at-least-one')

/** The reason why a date takes the place of one recorded before; null the first time. */
const correction = prose(2_000)
  .optional()
  .transform((reason) => reason || null)

const gazette = {
  gazette: optional(200),
  reference: optional(200),
  url: webAddress,
}

/** Fields that a form may give twice: a day, and that it is not established. */
export const adoptionDays = ['adoptedOn', 'gazettedOn'] as const
export const sendingLists = ['addressees', 'sentOn'] as const

export const recordAdoptionInput = z
  .object({
    key,
    revision,
    actTitle: required(500),
    actNumber: optional(200),
    adoptedOn: establishedDay,
    ...gazette,
    gazettedOn: optionalEstablishedDay,
    inForceOn: optionalDay,
  })
  .refine(
    ({ gazette: name, reference, url, gazettedOn }) => gazettedOn || !(name || reference || url),
    {
      path: ['gazettedOn'],
      message: 'record.gazette-needs-day',
    },
  )
  .refine(({ gazette: name, gazettedOn }) => !gazettedOn || name, {
    path: ['gazette'],
    message: 'record.gazette-needs-name',
  })
export type RecordAdoption = z.infer<typeof recordAdoptionInput>

export const correctAdoptionInput = z.object({
  revision,
  actTitle: required(500),
  actNumber: optional(200),
  adoptedOn: establishedDay,
  correction: requiredProse(2_000),
})
export type CorrectAdoption = z.infer<typeof correctAdoptionInput>

export const recordGazetteInput = z.object({
  revision,
  ...gazette,
  gazette: required(200),
  gazettedOn: establishedDay,
  correction,
})
export type RecordGazette = z.infer<typeof recordGazetteInput>

export const recordEntryIntoForceInput = z.object({ revision, inForceOn: requiredDay, correction })
export type RecordEntryIntoForce = z.infer<typeof recordEntryIntoForceInput>

export const recordApplicationInput = z.object({
  revision,
  entryIds: ids,
  applicableFrom: requiredDay,
})
export type RecordApplication = z.infer<typeof recordApplicationInput>

export const prepareNotificationInput = z.object({
  key,
  revision,
  /** Article 9(2): the precise reasons. The one thing without which nothing is prepared. */
  reasons: prose().pipe(z.string().min(1, 'record.reasons-needed')),
  description: prose(),
  contact: optional(500),
})
export type PrepareNotification = z.infer<typeof prepareNotificationInput>

export const recordSendingInput = z.object({
  addressees: z
    .array(z.enum(delegationCodes, 'form.choose-one'))
    .min(1, 'form.choose-at-least-one'),
  channel: required(200),
  sentOn: establishedDay,
  reference: optional(200),
})
export type RecordSending = z.infer<typeof recordSendingInput>

export const correctSendingInput = recordSendingInput.extend({
  revision,
  correction: requiredProse(2_000),
})
export type CorrectSending = z.infer<typeof correctSendingInput>

export const acknowledgeInput = z.object({ acknowledgedOn: requiredDay, reference: optional(200) })
export type Acknowledge = z.infer<typeof acknowledgeInput>

export const correctAcknowledgementInput = acknowledgeInput.extend({
  revision,
  correction: requiredProse(2_000),
})
export type CorrectAcknowledgement = z.infer<typeof correctAcknowledgementInput>

export const askMissingContentInput = z.object({ key, question: requiredProse(5_000) })
export type AskMissingContent = z.infer<typeof askMissingContentInput>

export const supplyMissingContentInput = z.object({
  questionId: key,
  answer: requiredProse(20_000),
})
export type SupplyMissingContent = z.infer<typeof supplyMissingContentInput>

/** As people type it; the commands keep its number as `ojNumber` writes it. */
const ojReference = required(300).refine(
  (typed) => readOjReference(typed) !== null,
  'oj.unreadable',
)

/** Whether a reference can be one of the C series on its day. */
function standsInCSeries(
  { ojReference: typed, publishedOn }: { ojReference: string; publishedOn: Day },
  context: z.RefinementCtx,
) {
  const problem = problemWith(typed, publishedOn)
  // That it cannot be read at all, its field says.
  if (problem && problem !== 'oj.unreadable')
    context.addIssue({ code: 'custom', path: ['ojReference'], message: problem })
}

export const recordPublicationInput = z
  .object({ revision, ojReference, publishedOn: requiredDay, correction })
  .superRefine(standsInCSeries)
export type RecordPublication = z.infer<typeof recordPublicationInput>

export const recordCompilationInput = z
  .object({
    key,
    kind: z.enum(compilationKinds, 'form.choose-one'),
    /** The one that a corrigendum corrects. */
    corrects: z
      .union([z.literal(''), z.uuid('form.choose-one')], 'form.choose-one')
      .default('')
      .transform((id) => id || null),
    ojReference,
    publishedOn: requiredDay,
    title: required(500),
    url: webAddress,
    note: prose(5_000).default(''),
    entryIds: ids,
  })
  .superRefine(standsInCSeries)
  .refine(({ kind, corrects }) => kind !== 'corrigendum' || corrects !== null, {
    path: ['corrects'],
    message: 'form.choose-one',
  })
  .refine(({ kind, corrects }) => kind === 'corrigendum' || corrects === null, {
    path: ['corrects'],
    message: 'compilation.corrects-alone',
  })
export type RecordCompilation = z.infer<typeof recordCompilationInput>

export const recordInformationNoteInput = z
  .object({
    key,
    ojReference,
    publishedOn: requiredDay,
    title: required(500),
    url: webAddress,
    note: prose(5_000).default(''),
    measureIds: ids,
  })
  .superRefine(standsInCSeries)
export type RecordInformationNote = z.infer<typeof recordInformationNoteInput>

export const correctPublicationInput = z
  .object({
    /** Of what was recorded: one more with every correction. */
    revision,
    ojReference,
    publishedOn: requiredDay,
    title: required(500),
    url: webAddress,
    note: prose(5_000).default(''),
    correction: requiredProse(2_000),
  })
  .superRefine(standsInCSeries)
export type CorrectPublication = z.infer<typeof correctPublicationInput>

/** What is compared before anything is decided; the address of the page carries it. */
export const comparedCoverage = z.object({
  entryId: key,
  /** From the code down: `f.5`; empty: the whole entry. */
  point: z
    .string()
    .trim()
    .regex(/^([a-z\d]{1,4}(\.[a-z\d]{1,4})*)?$/i, 'record.bad-point')
    .default('')
    .transform((point) => point || null),
  annexICode: optional(40),
  /** Annex I's words for the point, to be read for its thresholds, and their language. */
  annexIWords: prose(2_000).default(''),
  language: z.enum(officialLanguages, 'form.choose-one').default('en'),
})

export type ComparedCoverage = z.infer<typeof comparedCoverage>

export const recordCoverageInput = comparedCoverage
  .extend({
    extent: z.enum(coverageExtents, 'form.choose-one'),
    since: requiredDay,
  })
  .refine(({ extent, annexICode }) => extent === 'not' || annexICode !== '', {
    path: ['annexICode'],
    message: 'form.required',
  })
export type RecordCoverage = z.infer<typeof recordCoverageInput>

export const recordRepealInput = z.object({
  revision,
  repealedOn: requiredDay,
  repealedBy: required(500),
  correction,
})
export type RecordRepeal = z.infer<typeof recordRepealInput>

export const recordExpiryInput = z.object({ revision, expiredOn: requiredDay, correction })
export type RecordExpiry = z.infer<typeof recordExpiryInput>

/** `nobody`: the relying state keeps it to itself; Article 10(3) leaves that to it. */
export const informedOthers = ['nobody', 'commission', 'named', 'all'] as const

export const recordRequirementInput = z
  .object({
    key,
    exporterInformedOn: requiredDay,
    customsInformedOn: optionalDay,
    informed: z.enum(informedOthers, 'form.choose-one'),
    delegations: z.array(z.enum(delegationCodes, 'form.choose-one')).default([]),
    informationReason: requiredProse(2_000),
    information: prose(5_000).default(''),
  })
  .refine(({ informed, delegations }) => informed !== 'named' || delegations.length > 0, {
    path: ['delegations'],
    message: 'form.choose-at-least-one',
  })
  .refine(({ informed, information }) => informed === 'nobody' || information !== '', {
    path: ['information'],
    message: 'article10.information-needed',
  })
export type RecordRequirement = z.infer<typeof recordRequirementInput>

export const endRequirementInput = z.object({
  endedOn: requiredDay,
  reason: requiredProse(2_000),
})
export type EndRequirement = z.infer<typeof endRequirementInput>

/**
 * A reference and nothing else: no exporter, end-user or transaction may stand in it (Article 10(2)). How the
 * system forms its references is not verified, so what is asked for is one word with a number in it.
 */
const duesReference = required(60).pipe(
  z.string().regex(/^(?=.*\d)[\p{L}\d][\p{L}\d./_-]*$/u, 'article10.dues-reference-form'),
)

export const recordRefusalInput = z.object({
  key,
  duesReference,
  refusedOn: requiredDay,
})
export type RecordRefusal = z.infer<typeof recordRefusalInput>
