import type { Share } from '#db/document-log.server.ts'
import type { Outcome } from './gate.server.ts'
import type { LiveCopy } from './live-copy.server.ts'
import { merged } from './merged.ts'
import type { RefusalReason } from './protocol.ts'
import { sharesOf, type Member, type Submission } from './round.ts'

/** What is to be committed of a round, and what became of each submission, in their order. */
export interface JudgedRound {
  outcomes: Outcome[]
  shares: Share[]
  /** All shares in one; null when there is nothing to commit. */
  whole: Uint8Array | null
}

/**
 * Judges what came for a round, all of it together. When the text took something that had to be refused
 * afterwards it is read anew (`renew`), and everything is judged one by one: what one person sent is
 * refused to nobody else.
 */
export async function judgeRound(
  copy: LiveCopy,
  batch: readonly Submission[],
  renew: () => Promise<void>,
): Promise<JudgedRound> {
  const verdict = copy.judge(batch.map(({ member, updates }) => ({ author: member, updates })))
  if (!verdict.isSpoilt) return { ...verdict, shares: sharesOf(verdict.shares) }
  await renew()
  return judgeOneByOne(copy, batch, renew)
}

/** What came before a fault in the same message is sound, and is committed like any other. */
async function judgeOneByOne(
  copy: LiveCopy,
  batch: readonly Submission[],
  renew: () => Promise<void>,
): Promise<JudgedRound> {
  const sound: { author: Member; update: Uint8Array }[] = []
  const refused = new Map<Member, RefusalReason>()
  const outcomes: Outcome[] = []
  for (const { member, updates } of batch) {
    let isNew = false
    for (const update of updates) {
      if (refused.has(member)) break
      const verdict = copy.judge([{ author: member, updates: [update] }])
      if (verdict.isSpoilt) {
        refused.set(member, verdict.reason)
        await renew()
        for (const { author, update } of sound) copy.judge([{ author, updates: [update] }])
        continue
      }
      const [outcome] = verdict.outcomes
      if (outcome?.refusal) refused.set(member, outcome.refusal)
      isNew ||= outcome?.isNew ?? false
      sound.push(...verdict.shares)
    }
    outcomes.push({ isNew, refusal: refused.get(member) ?? null })
  }
  return { outcomes, shares: sharesOf(sound), whole: merged(sound.map(({ update }) => update)) }
}
