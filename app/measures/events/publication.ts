import { z } from 'zod'
import { coverageExtents, requirementWarnings } from '../article-10.ts'
import { compilationKinds } from '../compilation-kinds.ts'
import { coverageRelations } from '../coverage.ts'
import { noteDoubts, noteLine } from '../information-note.ts'
import { notificationArticles } from '../measure.ts'
import { audience, day, delegation, establishedDay, id, memberState, sha256 } from './fields.ts'

/**
 * Why a date takes the place of the one recorded before; null the first time. The earlier one stays
 * in the history: nothing recorded is edited.
 */
const correction = z.string().nullable()

/** What is odd about a publication that is recorded all the same: the Official Journal is authentic. */
export const compilationWarnings = ['not-notified', 'not-in-force', 'ended'] as const
export type CompilationWarning = (typeof compilationWarnings)[number]

/** The same of a note. */
export const noteWarnings = noteDoubts

const sending = { channel: z.string(), sentOn: establishedDay, reference: z.string() }
const acknowledgement = { acknowledgedOn: day, reference: z.string() }

const publicationKind = z.enum(['compilation', 'information-note'])

const place = { ojReference: z.string(), publishedOn: day }

const inTheJournal = {
  ...place,
  title: z.string(),
  url: z.string().nullable(),
  note: z.string(),
}

const comparison = z.object({
  entryWords: z.string(),
  annexIWords: z.string(),
  parameters: z.array(
    z.object({
      quantity: z.string().nullable(),
      entry: z.string().nullable(),
      annexI: z.string().nullable(),
      relation: z.enum(coverageRelations),
    }),
  ),
  proposed: z.enum(coverageExtents).nullable(),
})

const act = { actTitle: z.string(), actNumber: z.string(), adoptedOn: establishedDay }

/** What follows adoption: Articles 9 and 10. */
export const publicationEvents = [
  /** Takes the place of what was recorded of the act, which stays in the history. */
  z.object({
    type: z.literal('adoption-corrected'),
    ...act,
    /** What stood there until now. */
    corrected: z.object(act),
    correction: z.string().min(1),
  }),
  z.object({
    type: z.literal('gazette-recorded'),
    gazette: z.string(),
    reference: z.string(),
    url: z.string(),
    gazettedOn: establishedDay,
    correction,
  }),
  z.object({ type: z.literal('entry-into-force-recorded'), inForceOn: day, correction }),
  z.object({
    type: z.literal('entry-application-recorded'),
    entryIds: z.array(id).min(1),
    applicableFrom: day,
  }),
  z.object({
    type: z.literal('notification-prepared'),
    notificationId: id,
    article: z.enum(notificationArticles),
    reasons: z.string(),
    description: z.string(),
    packSha256: sha256,
  }),
  z.object({
    type: z.literal('notification-sent'),
    notificationId: id,
    addressees: z.array(z.object({ delegation, ...sending })).min(1),
  }),
  /** Takes the place of one sending, as it was recorded for these addressees; that stays in the history. */
  z.object({
    type: z.literal('sending-corrected'),
    notificationId: id,
    addressees: z.array(delegation).min(1),
    ...sending,
    /** What stood there until now. */
    corrected: z.object(sending),
    correction: z.string().min(1),
  }),
  z.object({
    type: z.literal('notification-acknowledged'),
    notificationId: id,
    ...acknowledgement,
  }),
  z.object({
    type: z.literal('acknowledgement-corrected'),
    notificationId: id,
    ...acknowledgement,
    /** What stood there until now. */
    corrected: z.object(acknowledgement),
    correction: z.string().min(1),
  }),
  z.object({
    type: z.literal('missing-content-asked'),
    questionId: id,
    notificationId: id,
    question: z.string(),
  }),
  z.object({
    type: z.literal('missing-content-supplied'),
    questionId: id,
    notificationId: id,
    answer: z.string(),
  }),
  z.object({
    type: z.literal('measure-published'),
    ojReference: z.string(),
    publishedOn: day,
    correction,
  }),
  z.object({
    type: z.literal('compilation-recorded'),
    compilationId: id,
    kind: z.enum(compilationKinds),
    /** The one that a corrigendum corrects. */
    corrects: id.nullable().default(null),
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
    /** Those of the file that stand in it. */
    entryIds: z.array(id),
    warnings: z.array(z.enum(compilationWarnings)),
  }),
  /** A note in the C series on national measures, each as it was when it was recorded. */
  z.object({
    type: z.literal('information-note-recorded'),
    noteId: id,
    ojReference: z.string(),
    publishedOn: day,
    title: z.string(),
    url: z.string().nullable(),
    note: z.string(),
    lines: z.array(noteLine),
  }),
  /** The same note as it concerns one file, for its history. */
  z.object({
    type: z.literal('measure-in-note'),
    noteId: id,
    ojReference: z.string(),
    publishedOn: day,
    /** False: the one before named it, and this one does not. */
    isNamed: z.boolean(),
    warnings: z.array(z.enum(noteWarnings)),
  }),
  /** What was recorded of where a compilation or a note stands in the Journal was wrong; what it names stays. */
  z.object({
    type: z.literal('publication-corrected'),
    of: publicationKind,
    publicationId: id,
    ...inTheJournal,
    /** What stood there until now. */
    corrected: z.object(inTheJournal),
    correction: z.string().min(1),
  }),
  /** The same correction as it concerns one file, for its history. */
  z.object({
    type: z.literal('measure-publication-corrected'),
    of: publicationKind,
    publicationId: id,
    ...place,
    /** It is that by which the measure was published first (Article 9(4), first sentence). */
    isFirst: z.boolean(),
    corrected: z.object(place),
    correction: z.string().min(1),
  }),
  z.object({
    type: z.literal('entry-covered'),
    entryId: id,
    /** From the code down: `f.5`; null: the whole entry. */
    point: z.string().nullable(),
    annexICode: z.string(),
    extent: z.enum(coverageExtents),
    since: day,
    /** What the decision rests on; null where nothing was compared. */
    comparison: comparison.nullable().default(null),
  }),
  z.object({
    type: z.literal('measure-repealed'),
    repealedOn: day,
    repealedBy: z.string(),
    correction,
  }),
  z.object({ type: z.literal('measure-expired'), expiredOn: day, correction }),
  z.object({
    type: z.literal('requirement-recorded'),
    requirementId: id,
    entryId: id,
    /** Null where only the measure was published in the C series. */
    compilationId: id.nullable(),
    relying: memberState,
    exporterInformedOn: day,
    customsInformedOn: day.nullable(),
    information: z.string().nullable(),
    informationReason: z.string(),
    audience,
    warnings: z.array(z.enum(requirementWarnings)),
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
