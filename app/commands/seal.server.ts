import { randomUUID } from 'node:crypto'
import { measureOnly } from '#app/access/readable-text.ts'
import type { Actor } from '#app/access/actor.ts'
import type { SealedAct } from '#app/measures/events/proof.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { PlannedPart } from '#app/measures/seal.ts'
import { checkContent } from '#app/text/check.ts'
import { type Adoption, findAdoption } from '#db/adoptions.server.ts'
import type { Tx } from '#db/client.server.ts'
import { findDiscussion } from '#db/discussion.server.ts'
import type { RegisteredEntry } from '#db/entries.server.ts'
import { findNotification, findPack } from '#db/notifications.server.ts'
import { findPositions } from '#db/positions.server.ts'
import { record } from '#db/record.server.ts'
import { keepParts } from '#db/seals.server.ts'
import { findVersionText } from '#db/version-texts.server.ts'
import { getVersionHeader } from '#db/versions.server.ts'
import { commentParts, positionParts } from './sealed-discussion.ts'

/**
 * Seals what an act was, as it was: its parts are kept, and the record holds one hash over them. Who may see
 * which of them is asked when somebody takes the record away (`app/queries/sealed-record.server.ts`).
 */
async function seal(
  tx: Tx,
  measure: Measure | null,
  { of, subjectId, parts }: { of: SealedAct; subjectId: string; parts: readonly PlannedPart[] },
): Promise<void> {
  const sealId = randomUUID()
  const hash = await keepParts(tx, sealId, parts)
  await record(tx, null, measure, [{ type: 'record-sealed', sealId, of, subjectId, seal: hash }])
}

/** The adoption that was recorded in this transaction: the act, the text, and what was said before it. */
export async function sealAdoption(tx: Tx, actor: Actor, measure: Measure): Promise<void> {
  const adoption = await findAdoption(tx, measure.id)
  if (!adoption) throw new Error(`no adoption of ${measure.reference} is recorded`)
  const { versionId } = adoption
  const discussion = await findDiscussion(tx, measure.id, versionId)
  const parts: PlannedPart[] = [
    ...actParts(actor, measure, adoption),
    ...(await textParts(tx, measure, adoption)),
    ...(await versionParts(tx, measure)),
    ...commentParts(measure, discussion),
    ...positionParts(measure, await findPositions(tx, measure.id)),
  ]
  await seal(tx, measure, { of: 'adoption', subjectId: versionId, parts })
}

/** A notification as it has gone out so far, after a sending that was recorded in this transaction. */
export async function sealNotification(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  notificationId: string,
): Promise<void> {
  const notification = await findNotification(tx, measure.id, notificationId)
  if (!notification) throw new Error(`no notification ${notificationId}`)
  const { article, packSha256, preparedAt, addressees } = notification
  const parts: PlannedPart[] = [
    shown('notification', { article, packSha256, preparedAt: preparedAt.toISOString() }),
    shown('pack', await findPack(tx, packSha256)),
    ...addressees.map((addressee) => shown('sending', addressee)),
    ...personParts(actor),
  ]
  await seal(tx, measure, { of: 'notification', subjectId: notificationId, parts })
}

/** A compilation that was recorded in this transaction, with its entries as they stand in it. */
export async function sealCompilation(
  tx: Tx,
  actor: Actor,
  { id, ...publication }: { id: string } & Record<string, string>,
  entries: readonly RegisteredEntry[],
): Promise<void> {
  const parts: PlannedPart[] = [
    shown('compilation', publication),
    ...entries.map(({ issuer, code, edition, heading, content, wordingSha256, versionId }) =>
      shown('entry', { issuer, code, edition, heading, content, wordingSha256, versionId }),
    ),
    shown('person', { delegation: actor.delegation, roles: [...actor.roles] }),
  ]
  await seal(tx, null, { of: 'compilation', subjectId: id, parts })
}

function actParts(actor: Actor, { reference, owner, details }: Measure, adoption: Adoption) {
  const { kind, title, changes, actTitle, actNumber, adoptedOn } = adoption
  const { gazette, gazetteReference, gazetteUrl, gazettedOn, inForceOn } = adoption
  return [
    shown('measure', { reference, owner, kind, title, changes }),
    shown('act', { actTitle, actNumber, adoptedOn }),
    shown('dates', { gazette, gazetteReference, gazetteUrl, gazettedOn, inForceOn }),
    inside('details', { ...details }),
    ...personParts(actor),
  ]
}

/** By whom it was recorded: to others by role, to their own house by name too. */
function personParts({ delegation, roles, name }: Actor): PlannedPart[] {
  return [shown('person', { delegation, roles: [...roles] }), inside('name', { name })]
}

async function textParts(
  tx: Tx,
  { id, reference }: Measure,
  { versionNumber, language, sha256 }: Adoption,
): Promise<PlannedPart[]> {
  const checked = checkContent(await findVersionText(tx, id, versionNumber))
  if (!checked.ok) throw new Error(`the final text of ${reference} cannot be read`)
  const { content } = checked
  return [
    shown('text', { language, content: measureOnly(content) }),
    inside('whole-text', { sha256, language, content }),
  ]
}

/** What was shared before, which the law does not ask for. */
async function versionParts(tx: Tx, measure: Measure): Promise<PlannedPart[]> {
  const shared = measure.versions.filter(({ kind, isRecalled }) => kind !== 'final' && !isRecalled)
  return Promise.all(
    shared.map(async ({ id, number, kind }) => {
      const { releasedAt, language, commentsBy } = await getVersionHeader(tx, id)
      const content = { number, kind, language, releasedAt: releasedAt.toISOString(), commentsBy }
      return { name: 'version', content, sight: { of: 'version', versionId: id } } as const
    }),
  )
}

function shown(name: string, content: unknown): PlannedPart {
  return { name, content, sight: { of: 'act' } }
}

function inside(name: string, content: unknown): PlannedPart {
  return { name, content, sight: { of: 'house' } }
}
