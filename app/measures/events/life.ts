import { z } from 'zod'
import { attachmentKinds } from '../attachment.ts'
import { type Details, grounds, markings, measureKinds } from '../measure.ts'
import { audience, day, establishedDay, id, memberState, sha256 } from './fields.ts'

const details = {
  title: z.string(),
  grounds: z.array(z.enum(grounds)),
  marking: z.enum(markings),
  contact: z.string(),
}

/** What a file says about itself, as it is stored with a version. */
export const fileDetails: z.ZodType<Details> = z.object(details)

export const noticeFields = z.object({
  risk: z.string(),
  technology: z.string(),
  envisaged: z.string(),
  timetable: z.string(),
  contact: z.string(),
})
/** An early notice: a state is considering a control. No entry text. */
export type NoticeFields = z.infer<typeof noticeFields>

const frozen = { versionId: id, number: z.int().positive(), sha256, language: z.string() }

/** What happens to a file up to adoption or withdrawal. */
export const lifeEvents = [
  z.object({
    type: z.literal('file-opened'),
    measureId: id,
    reference: z.string(),
    owner: memberState,
    kind: z.enum(measureKinds),
    originalLanguage: z.string(),
    /** Null while the state is only considering: an early notice has no draft. */
    documentId: id.nullable(),
    changes: id.nullable(),
    ...details,
  }),
  z.object({
    type: z.literal('details-changed'),
    ...details,
    /** What the file is about: changed only before anybody else holds a version, and else not said. */
    about: z
      .object({
        kind: z.enum(measureKinds),
        originalLanguage: z.string(),
        changes: id.nullable(),
      })
      .optional(),
  }),
  z.object({ type: z.literal('notice-written'), notice: noticeFields }),
  z.object({
    type: z.literal('notice-given'),
    ...frozen,
    audience,
    commentsBy: day.nullable(),
  }),
  z.object({ type: z.literal('draft-opened'), documentId: id }),
  z.object({
    type: z.literal('version-shared'),
    ...frozen,
    documentSeq: z.int().nonnegative(),
    audience,
    commentsBy: day.nullable(),
    coverNote: z.string(),
  }),
  z.object({
    type: z.literal('version-recalled'),
    versionId: id,
    number: z.int().positive(),
    reason: z.string(),
  }),
  /**
   * A courtesy translation of a version, which is never its authentic text; it takes the place of one in
   * the same language.
   */
  z.object({
    type: z.literal('translation-added'),
    translationId: id,
    versionId: id,
    number: z.int().positive(),
    language: z.string(),
    sha256,
  }),
  z.object({
    type: z.literal('translation-withdrawn'),
    translationId: id,
    versionId: id,
    number: z.int().positive(),
    language: z.string(),
    reason: z.string(),
  }),
  z.object({ type: z.literal('measure-withdrawn'), reason: z.string() }),
  z.object({
    type: z.literal('adoption-recorded'),
    ...frozen,
    documentSeq: z.int().nonnegative(),
    actTitle: z.string(),
    actNumber: z.string(),
    adoptedOn: establishedDay,
    comparedWith: z.int().positive().nullable(),
  }),
  z.object({ type: z.literal('parallel-draft-linked'), otherId: id, otherReference: z.string() }),
  z.object({
    type: z.literal('attachment-added'),
    attachmentId: id,
    name: z.string(),
    kind: z.enum(attachmentKinds),
    language: z.string().nullable(),
    mediaType: z.string().nullable(),
    size: z.int().nonnegative().nullable(),
    sha256: sha256.nullable(),
    otherChannel: z.string().nullable(),
    isShared: z.boolean(),
  }),
  z.object({ type: z.literal('attachment-removed'), attachmentId: id, name: z.string() }),
  z.object({
    type: z.literal('national-step-recorded'),
    stepId: id,
    title: z.string(),
    on: day.nullable(),
  }),
] as const
