import type { Share } from '#db/document-log.server.ts'
import type { Outcome } from './gate.server.ts'
import type { LiveCopy } from './live-copy.server.ts'
import { merged } from './merged.ts'
import type { RefusalReason } from './protocol.ts'
import { sharesOf, type Member, type Submission } from './round.ts'

/** What is to be committed of a round, and what became of each submission, in their order. */
export interface JudgedRound {
  /** Fewer than there are submissions when the last of them are to be judged in a round of their own. */
  outcomes: Outcome[]
  shares: Share[]
  /** All shares in one; null when there is nothing to commit. */
  whole: Uint8Array | null
}

/**
 * Judges what came for a round, all of it together. When the text took something that had to be refused
 * afterwards it is read anew (`renew`), and the rest is judged one by one: what one person sent is
 * refused to nobody else. However many have sent such things, the text is read anew twice at most.
 */
export async function judgeRound(
  copy: LiveCopy,
  batch: readonly Submission[],
  renew: () => Promise<void>,
): Promise<JudgedRound> {
  const verdict = copy.judge(batch.map(({ member, updates }) => ({ author: member, updates })))
  if (!verdict.isSpoilt) return { ...verdict, shares: sharesOf(verdict.shares) }
  await renew()
  const refused = new Map([...verdict.culprits].map((personId) => [personId, verdict.reason]))
  return judgeOneByOne(copy, batch, refused, renew)
}

/** `refused`: people who are out of this round, and why. */
async function judgeOneByOne(
  copy: LiveCopy,
  batch: readonly Submission[],
  refused: Map<string, RefusalReason>,
  renew: () => Promise<void>,
): Promise<JudgedRound> {
  const sound: { author: Member; update: Uint8Array }[] = []
  const outcomes: Outcome[] = []
  let isSpoilt = false
  for (const { member, updates } of batch) {
    if (isSpoilt) break
    const { personId } = member
    let isNew = false
    for (const update of updates) {
      if (refused.has(personId)) break
      const verdict = copy.judge([{ author: member, updates: [update] }])
      isSpoilt = verdict.isSpoilt
      if (verdict.isSpoilt) {
        refused.set(personId, verdict.reason)
        continue
      }
      const [outcome] = verdict.outcomes
      if (outcome?.refusal) refused.set(personId, outcome.refusal)
      isNew ||= outcome?.isNew ?? false
      // What came before a fault in the same message is sound, and is committed like any other.
      sound.push(...verdict.shares)
    }
    outcomes.push({ isNew, refusal: refused.get(personId) ?? null })
  }
  if (isSpoilt) {
    await renew()
    for (const { author, update } of sound) copy.judge([{ author, updates: [update] }])
  }
  return { outcomes, shares: sharesOf(sound), whole: merged(sound.map(({ update }) => update)) }
}
