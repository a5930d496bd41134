import { z } from 'zod'
import { audience, day, delegation, id, memberState, sha256 } from './fields.ts'

/** What follows adoption: Articles 9 and 10. */
export const publicationEvents = [
  z.object({
    type: z.literal('gazette-recorded'),
    gazette: z.string(),
    reference: z.string(),
    url: z.string(),
    gazettedOn: day,
  }),
  z.object({ type: z.literal('entry-into-force-recorded'), inForceOn: day }),
  z.object({
    type: z.literal('entry-application-recorded'),
    entryIds: z.array(id).min(1),
    applicableFrom: day,
  }),
  z.object({
    type: z.literal('notification-prepared'),
    notificationId: id,
    article: z.enum(['9(2)', '9(3)']),
    reasons: z.string(),
    description: z.string(),
    packSha256: sha256,
  }),
  z.object({
    type: z.literal('notification-sent'),
    notificationId: id,
    addressees: z
      .array(z.object({ delegation, channel: z.string(), sentOn: day, reference: z.string() }))
      .min(1),
  }),
  z.object({
    type: z.literal('notification-acknowledged'),
    notificationId: id,
    acknowledgedOn: day,
    reference: z.string(),
  }),
  z.object({
    type: z.literal('missing-content-asked'),
    notificationId: id,
    question: z.string(),
  }),
  z.object({
    type: z.literal('missing-content-supplied'),
    notificationId: id,
    answer: z.string(),
  }),
  z.object({ type: z.literal('measure-published'), ojReference: z.string(), publishedOn: day }),
  z.object({
    type: z.literal('compilation-recorded'),
    compilationId: id,
    kind: z.enum(['compilation', 'update']),
    ojReference: z.string(),
    publishedOn: day,
    title: z.string(),
    url: z.string().nullable(),
    note: z.string(),
    entryIds: z.array(id),
  }),
  /** The same compilation as it concerns one file, for its history. */
  z.object({
    type: z.literal('list-compiled'),
    compilationId: id,
    ojReference: z.string(),
    publishedOn: day,
    entryIds: z.array(id),
  }),
  z.object({
    type: z.literal('entry-covered'),
    entryId: id,
    annexICode: z.string(),
    extent: z.enum(['wholly', 'partly']),
    since: day,
  }),
  z.object({ type: z.literal('measure-repealed'), repealedOn: day, repealedBy: z.string() }),
  z.object({ type: z.literal('measure-expired'), expiredOn: day }),
  z.object({
    type: z.literal('requirement-recorded'),
    requirementId: id,
    entryId: id,
    compilationId: id,
    relying: memberState,
    exporterInformedOn: day,
    customsInformedOn: day.nullable(),
    information: z.string().nullable(),
    audience,
    warnings: z.array(z.string()),
  }),
  z.object({
    type: z.literal('requirement-ended'),
    requirementId: id,
    endedOn: day,
    reason: z.string(),
  }),
  z.object({
    type: z.literal('refusal-recorded'),
    refusalId: id,
    entryId: id,
    delegation,
    duesReference: z.string(),
    refusedOn: day,
  }),
] as const
