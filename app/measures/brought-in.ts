import { z } from 'zod'
import type { Content } from '#app/text/content.ts'
import { sectionKeys } from '#app/text/grammar.ts'
import { isBlank } from '#app/text/live-sections.ts'
import { commentTypes } from './comment.ts'
import { key } from './inputs.ts'

/** Word documents that are brought into a draft, and what was said in them. */

/** Who a Word document says wrote something: anybody can write anything there. */
export const longestAuthor = 200
export const longestNote = 20_000

/**
 * What becomes of the words of a draft. `fill`: there are none. `append`: what comes stands after
 * them. `replace`: sections for which something comes lose theirs, as the record says. `notes`: nothing,
 * for the document was taken from this draft, and only what was said in it comes back.
 */
export const bringModes = ['fill', 'append', 'replace', 'notes'] as const
export type BringMode = (typeof bringModes)[number]

export const noteOutcomes = ['taken-up', 'put-away'] as const
export type NoteOutcome = (typeof noteOutcomes)[number]

export const uploadWordInput = z.object({
  section: z.enum(sectionKeys, 'form.choose-one'),
})

export const bringInInput = z.object({
  key,
  mode: z.enum(bringModes, 'form.choose-one'),
  /** The number of the draft's last update when the page was made. */
  seq: z.coerce.number('form.stale').int('form.stale').nonnegative('form.stale'),
})
export type BringIn = z.infer<typeof bringInInput>

export const settleNoteInput = z.object({
  key,
  note: z.uuid('form.stale'),
  outcome: z.enum(noteOutcomes, 'form.choose-one'),
})
export type SettleNote = z.infer<typeof settleNoteInput>

/** What may be done with the words of a draft that has these. */
export function modesFor(draft: Content, { isOwn }: { isOwn: boolean }): readonly BringMode[] {
  if (isBlank(draft)) return ['fill']
  return isOwn ? ['notes', 'append', 'replace'] : ['append', 'replace']
}

/** In one act; far more than a colleague writes into one document. */
const mostAnswers = 500

/** Which answers of a Word document come into the discussion, by the hashes of what it holds of them. */
export const bringInAnswersInput = z.object({
  key,
  chosen: z
    .array(z.string().regex(/^[0-9a-f]{64}$/, 'form.stale'))
    .min(1, 'form.choose-at-least-one')
    .max(mostAnswers, 'form.too-long'),
  commentType: z.enum(commentTypes, 'form.choose-one'),
})
export type BringInAnswers = z.infer<typeof bringInAnswersInput>
