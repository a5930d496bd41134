import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { refuse } from '#app/measures/refusals.ts'
import { authorshipOf } from '#app/text/authorship.ts'
import { findDocument, readSignedUpdates } from '#db/document-log.server.ts'
import { findFile } from './file-page.server.ts'

/** Who did something to a text, and when. */
export interface Hand {
  seq: number
  name: string
  delegation: DelegationCode
  at: Date
}

/**
 * Everything that a draft ever held up to update `seq`, passage by passage, with who wrote each run of
 * words and who deleted it. It is read from the log of the text, for those who may see the draft.
 */
export async function findDraftAuthors(
  { db }: Deps,
  actor: Actor,
  reference: string,
  seq = Number.MAX_SAFE_INTEGER,
) {
  const found = await findFile({ db }, actor, reference)
  if (!found.ok) return found
  const permission = can(actor, 'see-draft', found.file)
  if (!permission.ok) return permission
  const { documentId } = found.measure
  const document = documentId && (await findDocument(db, documentId))
  if (!document) return refuse('not-in-this-stage')
  const log = await readSignedUpdates(db, document.id, seq)
  const hands = new Map(
    log.map(({ seq, name, delegation, at }): [number, Hand] => [
      seq,
      { seq, name, delegation, at },
    ]),
  )
  const handOf = (seq: number) => hands.get(seq) ?? null
  const passages = authorshipOf(log).map(({ element, id, runs }) => ({
    element,
    id,
    runs: runs.map(({ words, insertedBy, deletedBy }) => ({
      words,
      writtenBy: handOf(insertedBy),
      deletedBy: deletedBy === null ? null : handOf(deletedBy),
    })),
  }))
  return { ok: true as const, seq: log.at(-1)?.seq ?? 0, passages }
}
