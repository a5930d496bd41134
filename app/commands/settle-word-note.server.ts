import type { Actor } from '#app/access/actor.ts'
import type { SettleNote } from '#app/measures/brought-in.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { findPassage, replacePassage } from '#app/text/passage.ts'
import type { Tx } from '#db/client.server.ts'
import { appendServerEdit, findTextAt, freezeDraft } from '#db/documents.server.ts'
import { record } from '#db/record.server.ts'
import { findNote, type KeptNote } from '#db/word.server.ts'
import { lockToChange } from './change-file.server.ts'
import type { Deps } from './deps.ts'
import { followCodes } from './follow-codes.server.ts'
import { once } from './once.server.ts'

/**
 * What becomes of a note from Word: its wording is taken into the draft, where the words that it is
 * about still stand as they were, or it is put away. Either way it stays in the record.
 */
export function settleWordNote(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key, note: noteId, outcome }: SettleNote,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'settle-word-note', content: { reference, noteId, outcome } },
    () => ({ ok: true }),
    async (tx) => {
      const locked = await lockToChange(tx, actor, reference, 'write-draft')
      if (!locked.ok) return locked
      const { measure } = locked
      const note = await findNote(tx, measure.id, noteId)
      if (!note || !measure.documentId) return refuse('not-found')
      if (note.outcome !== null) return refuse('already-recorded')
      const taken =
        outcome === 'taken-up'
          ? await takeIn(tx, actor, { ...measure, documentId: measure.documentId }, note)
          : nothing
      if (!taken.ok) return taken
      const { seq: documentSeq } = taken
      await record(tx, actor, measure, [
        { type: 'word-note-settled', noteId, outcome, documentSeq },
      ])
      return { ok: true }
    },
  )
}

const nothing = { ok: true as const, seq: null }

async function takeIn(
  tx: Tx,
  actor: Actor,
  { documentId, owner }: { documentId: string; owner: DelegationCode },
  { anchor, wording, documentSeq }: KeptNote,
): Promise<Result<{ seq: number }>> {
  if (wording === null) return refuse('no-proposed-wording')
  // The document stays locked from here, so the passage is where it is found until it is replaced.
  const draft = await freezeDraft(tx, documentId)
  const base = await findTextAt(tx, documentId, documentSeq)
  const passage = base && findPassage(anchor, base, draft.content)
  if (!passage) return refuse('wording-changed')
  let isReplaced = false
  const edit = await appendServerEdit(tx, actor, documentId, (text) => {
    isReplaced = replacePassage(text, passage, wording)
  })
  if (!edit.ok) return edit
  if (!isReplaced) return refuse('wording-changed')
  await followCodes(tx, actor, { documentId, owner }, draft.content)
  return edit
}
