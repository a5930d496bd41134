import type { Actor } from '#app/access/actor.ts'
import type { TakeUpSeveral } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { refuseTakingUp } from '#app/measures/discussion.ts'
import { refuse } from '#app/measures/refusals.ts'
import { collisionSets, type Touched, touchedBy } from '#app/text/collisions.ts'
import { elementsOf } from '#app/text/elements.ts'
import {
  afterTaking,
  editedContent,
  type ProposalNow,
  type ProposedChange,
} from '#app/text/proposal-now.ts'
import type { Tx } from '#db/client.server.ts'
import { freezeDraft } from '#db/documents.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import type { Deps } from './deps.ts'
import { followCodes } from './follow-codes.server.ts'
import { noEvents, once } from './once.server.ts'
import type { DraftText } from './standing-in-draft.server.ts'
import {
  asProposed,
  findProposal,
  type FoundProposal,
  recordTaken,
  standingIn,
  undo,
  undoing,
  writeTaken,
} from './take-up-wording.server.ts'

/**
 * The owner takes several proposals into the draft in one act, each as it was made: all or none. Those
 * that change the same are refused before anything is written; whoever wants one of them takes it alone.
 */
export function takeUpSeveral(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key, comments, reason }: TakeUpSeveral,
): Promise<Decision> {
  const chosen = [...new Set(comments)]
  const form = { key, act: 'take-up-several', content: { reference, comments: chosen, reason } }
  return undoing<Decision>(
    (perform) => once(db, actor, form, noEvents, perform),
    async (tx) => {
      const measure = await lockMeasureByReference(tx, reference)
      if (!measure?.documentId) return refuse('not-found')
      const { documentId, owner } = measure
      const found: FoundProposal[] = []
      for (const commentId of chosen) {
        const proposal = await findProposal(tx, actor, measure, commentId)
        if (!proposal.ok) return proposal
        const refusal = refuseTakingUp(proposal.comment, proposal.standing)
        if (refusal) return refusal
        if (!proposal.change) return refuse('told-in-words')
        found.push(proposal)
      }
      // The document stays locked from here.
      const draft = await freezeDraft(tx, documentId)
      const { content } = draft
      const plan = await planOf(tx, found, draft)
      if (!plan) return refuse('wording-changed')
      if (collisionSets(plan, ({ touched }) => touched).length > 0) {
        return refuse('proposals-collide')
      }
      let text = content
      const events = []
      const taken: ProposalNow[] = []
      for (const { proposal, change, now } of plan) {
        const there = afterTaking(change, now, taken, text) ?? undo(refuse('proposals-collide'))
        const settled = asProposed(change, there, text)
        text = editedContent(text, settled.first) ?? undo(refuse('wording-changed'))
        taken.push(there)
        const written = await writeTaken(tx, actor, proposal, there, settled)
        const done = await recordTaken(tx, actor, measure, proposal, { key, reason }, written)
        if (!done.ok) return undo(done)
        events.push(...done.events)
      }
      await followCodes(tx, actor, { documentId, owner }, content)
      return { ok: true, events }
    },
  )
}

interface Planned {
  proposal: FoundProposal
  change: ProposedChange
  now: ProposalNow
  touched: Touched
}

/** From the last place to the first, and what stands in an element before it; null where one is not clean. */
async function planOf(
  tx: Tx,
  found: readonly FoundProposal[],
  draft: Pick<DraftText, 'content' | 'seq'>,
): Promise<Planned[] | null> {
  const elements = new Map(elementsOf(draft.content).map((element) => [element.id, element]))
  const plan: Planned[] = []
  for (const proposal of found) {
    const now = await standingIn(tx, proposal, draft)
    const { change } = proposal
    if (!change || now?.state !== 'clean') return null
    const touched = touchedBy(change.kind, now, elements)
    if (!touched) return null
    plan.push({ proposal, change, now, touched })
  }
  // Of two behind one element the later comes first, and is then behind the other.
  return plan
    .toReversed()
    .toSorted((a, b) => b.touched.from - a.touched.from || depthOf(b.touched) - depthOf(a.touched))
}

/** Words of a line stand in it. */
function depthOf({ path, kind }: Touched): number {
  return path.length + (kind === 'words' ? 1 : 0)
}
