import type { Content } from '#app/text/content.ts'
import { type ProposalNow, proposalNow, type ProposedChange } from '#app/text/proposal-now.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findLiveStates } from '#db/documents.server.ts'

/** A proposal with the text that it was made on. */
export interface Made {
  change: ProposedChange
  base: Content
  /** The update of the draft's log up to which that text goes; null where it is out of no draft. */
  baseSeq: number | null
}

/** The draft up to an update of its log. */
export interface DraftText {
  documentId: string
  content: Content
  seq: number
}

/**
 * Where a proposal stands in the draft; null where it has no place there. The live text, which is read
 * anew for it, is asked only where the words are not in their line any more: it knows where they went.
 */
export async function standingInDraft(
  db: Database | Tx,
  { change, base, baseSeq }: Made,
  { documentId, content, seq }: DraftText,
): Promise<ProposalNow | null> {
  const now = proposalNow(change, base, content)
  if (change.kind !== 'words' || now?.words || now?.state === 'there' || baseSeq === null)
    return now
  const live = await findLiveStates(db, documentId, baseSeq, seq)
  return (live && proposalNow(change, base, content, live)) ?? now
}
