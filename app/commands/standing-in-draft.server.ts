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

/** The live text as it was up to an update, and as it is: each is read once, for however many proposals. */
export type LiveStates = (baseSeq: number) => ReturnType<typeof findLiveStates>

export function liveStatesOf(db: Database | Tx, { documentId, seq }: DraftText): LiveStates {
  const known = new Map<number, ReturnType<typeof findLiveStates>>()
  return (baseSeq) => {
    const read = known.get(baseSeq) ?? findLiveStates(db, documentId, baseSeq, seq)
    known.set(baseSeq, read)
    return read
  }
}

/**
 * Where a proposal stands in the draft; null where it has no place there. The live text is asked only
 * where the words are not in their line any more: it knows where they went.
 */
export async function standingInDraft(
  { change, base, baseSeq }: Made,
  { content }: DraftText,
  liveStates: LiveStates,
): Promise<ProposalNow | null> {
  const now = proposalNow(change, base, content)
  if (change.kind !== 'words' || now?.words || now?.state === 'there' || baseSeq === null)
    return now
  const live = await liveStates(baseSeq)
  return (live && proposalNow(change, base, content, live)) ?? now
}
