import { z } from 'zod'
import type { WithheldTarget } from './events/withholding.ts'
import { key, required, requiredProse } from './inputs.ts'

/** The forms in which something is withheld, purged and restored. Whose it is, is never in a form. */

const ids = z.array(z.uuid('form.stale')).max(2_000, 'form.too-long').default([])

/** A version by its id and number, as `id:number`. */
const version = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,6}$/, 'form.stale')
  .transform((text) => {
    const [versionId = '', number] = text.split(':')
    return { versionId, number: Number(number) }
  })

const fields = z.object({
  key,
  /** Whether the living text is among it: nothing of it, the chosen lines, or all. */
  draft: z.enum(['none', 'lines', 'whole'], 'form.choose-one').default('none'),
  lines: z.array(z.string().max(64, 'form.stale')).max(5_000, 'form.too-long').default([]),
  versions: z.array(version).max(500, 'form.too-long').default([]),
  translations: ids,
  languageVersions: ids,
  comments: ids,
  joints: ids,
  attachments: ids,
  acts: z
    .array(z.coerce.number('form.stale').int('form.stale').positive('form.stale'))
    .max(5_000, 'form.too-long')
    .default([]),
})

export const withholdLists = [
  'lines',
  'versions',
  'translations',
  'languageVersions',
  'comments',
  'joints',
  'attachments',
  'acts',
] as const

export const withholdInput = fields
  .refine(({ draft, lines }) => draft !== 'lines' || lines.length > 0, {
    path: ['lines'],
    message: 'form.choose-at-least-one',
  })
  .transform(({ key, ...chosen }) => ({ key, targets: targetsOf(chosen) }))
  .refine(({ targets }) => targets.length > 0, {
    path: ['draft'],
    message: 'withhold.choose-something',
  })
export type Withhold = z.infer<typeof withholdInput>

function targetsOf(chosen: Omit<z.infer<typeof fields>, 'key'>): WithheldTarget[] {
  const { draft, lines } = chosen
  const elements = draft === 'whole' ? null : lines
  return [
    ...(draft === 'none' ? [] : [{ kind: 'draft' as const, elements }]),
    ...chosen.versions.map((version) => ({ kind: 'version' as const, ...version })),
    ...chosen.translations.map((translationId) => ({
      kind: 'translation' as const,
      translationId,
    })),
    ...chosen.languageVersions.map((languageVersionId) => ({
      kind: 'language-version' as const,
      languageVersionId,
    })),
    ...chosen.comments.map((commentId) => ({ kind: 'comment' as const, commentId })),
    ...chosen.joints.map((jointId) => ({ kind: 'joint-comment' as const, jointId })),
    ...chosen.attachments.map((attachmentId) => ({ kind: 'attachment' as const, attachmentId })),
    ...chosen.acts.map((eventId) => ({ kind: 'act' as const, eventId })),
  ]
}

export const purgeInput = z.object({
  key,
  reason: requiredProse(2_000),
  orderedBy: required(300),
  /** That it cannot be taken back was read. */
  understood: z.literal('on', 'form.required'),
})
export type Purge = z.infer<typeof purgeInput>

export const restoreInput = z.object({ key, reason: requiredProse(2_000) })
export type Restore = z.infer<typeof restoreInput>
