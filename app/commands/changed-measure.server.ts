import type { Actor } from '#app/access/actor.ts'
import type { MeasureKind } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { emptyDraft } from '#app/text/schema.ts'
import type { Content } from '#app/text/content.ts'
import type { Tx } from '#db/client.server.ts'
import { currentListContent } from '#db/entries.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'

/**
 * The id of the adopted measure of the same state that an amendment or a repeal changes, found by
 * its reference; null for the other kinds, which change none.
 */
export async function findChanged(
  tx: Tx,
  actor: Actor,
  kind: MeasureKind,
  reference: string,
): Promise<Result<{ changes: string | null }>> {
  if (kind !== 'amendment' && kind !== 'repeal') return { ok: true, changes: null }
  const changed = await findMeasureByReference(tx, reference)
  if (changed?.owner !== actor.delegation) return refuse('not-found', 'changes')
  if (changed.stage !== 'adopted') return refuse('not-in-this-stage', 'changes')
  return { ok: true, changes: changed.id }
}

/** What a draft begins with: the list that an amendment changes, else nothing. */
export async function firstDraft(
  tx: Tx,
  { kind, changes }: { kind: MeasureKind; changes: string | null },
): Promise<Content> {
  const list = kind === 'amendment' && changes ? await currentListContent(tx, changes) : null
  return list?.content ?? emptyDraft()
}
