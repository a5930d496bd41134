import { z } from 'zod'
import type { Content } from '#app/text/content.ts'
import { sectionKeys } from '#app/text/grammar.ts'
import { isBlank } from '#app/text/live-sections.ts'
import { key } from './inputs.ts'

/** Word documents that are brought into a draft, and what was said in them. */

/** Who a Word document says wrote something: anybody can write anything there. */
export const longestAuthor = 200
export const longestNote = 20_000

/**
 * What becomes of the words of a draft. `fill`: there are none. `append`: what comes stands after
 * them. `replace`: sections for which something comes lose theirs, as the record says.
 */
export const bringModes = ['fill', 'append', 'replace'] as const
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
export function modesFor(draft: Content): readonly BringMode[] {
  return isBlank(draft) ? ['fill'] : ['append', 'replace']
}
