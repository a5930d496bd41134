import type { Actor } from '#app/access/actor.ts'
import { type DelegationCode, isMemberState } from '#app/measures/delegation-codes.ts'
import { findMeanings } from '#app/queries/known-codes.server.ts'
import type { Content } from '#app/text/content.ts'
import { writeLive } from '#app/text/live-edit.ts'
import { codesToFollow, withReferences } from '#app/text/recognised-codes.ts'
import type { Tx } from '#db/client.server.ts'
import { appendServerEdit, freezeDraft } from '#db/documents.server.ts'

/**
 * Codes become references however they come into a draft: when they are typed or pasted the editor sees
 * to it, and whatever a command puts there goes through here.
 */

/** A text with nothing in it: all that stands in another came into it. */
export const nothing: Content = { type: 'doc' }

/** The text as it is to stand after an edit, with the codes that came with it as references. */
export async function withCodesFollowed(
  tx: Tx,
  actor: Actor,
  owner: DelegationCode,
  { before, after }: { before: Content; after: Content },
): Promise<Content> {
  const codes = codesToFollow(before, after)
  const elsewhere = new Set(codes.flatMap(({ code, meant }) => (meant === null ? [code] : [])))
  const known =
    isMemberState(owner) && elsewhere.size > 0
      ? await findMeanings(tx, actor, owner, [...elsewhere])
      : []
  const meanings = new Map(known.map(({ written, ...meant }) => [written, meant]))
  return codes.some(({ code, meant }) => meant !== null || meanings.has(code))
    ? withReferences(after, codes, (code) => meanings.get(code) ?? null)
    : after
}

/**
 * The same for a draft that was edited in this transaction and was `before` until then. The marks are an
 * update of their own behind that of the edit, by which its words are known.
 */
export async function followCodes(
  tx: Tx,
  actor: Actor,
  { documentId, owner }: { documentId: string; owner: DelegationCode },
  before: Content,
): Promise<void> {
  const { content: after } = await freezeDraft(tx, documentId)
  const followed = await withCodesFollowed(tx, actor, owner, { before, after })
  if (followed === after) return
  const edit = await appendServerEdit(tx, actor, documentId, (text) => writeLive(text, followed))
  if (!edit.ok) throw new Error(`the draft ${documentId} was edited and is closed: ${edit.reason}`)
}
