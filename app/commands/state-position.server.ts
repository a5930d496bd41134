import type { Actor } from '#app/access/actor.ts'
import type { StatePosition } from '#app/measures/comment-inputs.ts'
import type { Decision } from '#app/measures/decision.ts'
import { audienceOn } from '#app/measures/discussion.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { decidePosition, standsTheSame } from '#app/measures/position.ts'
import { refuse } from '#app/measures/refusals.ts'
import { entriesOf } from '#app/text/entries.ts'
import type { Tx } from '#db/client.server.ts'
import { findPosition, findStanding } from '#db/positions.server.ts'
import { record } from '#db/record.server.ts'
import { getVersionText } from '#db/version-texts.server.ts'
import type { Deps } from './deps.ts'
import { lockVersion } from './lock-discussion.server.ts'

/**
 * A delegation says where it stands on a version, as a whole or on one entry. What it said before
 * about the same stays in the history.
 */
export function statePosition(
  { db }: Deps,
  actor: Actor,
  { reference, number }: { reference: string; number: number },
  input: StatePosition,
): Promise<Decision> {
  return db.transaction(async (tx) => {
    const locked = await lockVersion(tx, actor, 'state-position', reference, number)
    if (!locked.ok) return locked
    return recordPosition(tx, actor, locked.measure, locked.version, input)
  })
}

/** On a held file, by somebody who was found to be allowed to. */
export async function recordPosition(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  version: Version,
  { key: positionId, audience, ...stand }: StatePosition,
): Promise<Decision> {
  const sent = { ...stand, audience: audienceOn(measure, version, audience, actor.delegation) }
  const known = await findPosition(tx, positionId)
  if (known) {
    const isOwn = known.measureId === measure.id && known.delegation === actor.delegation
    if (!isOwn) return refuse('invalid-input')
    const isSame =
      known.versionId === version.id &&
      known.entryCode === sent.entryCode &&
      standsTheSame(known, sent)
    return isSame ? { ok: true, events: [] } : refuse('sent-before')
  }
  const entryCodes =
    stand.entryCode === null
      ? []
      : entriesOf((await getVersionText(tx, version)).content).map(({ path }) => path)
  const decision = decidePosition(
    measure,
    version,
    await findStanding(tx, measure.id, actor.delegation, stand.entryCode),
    { ...sent, positionId, delegation: actor.delegation },
    entryCodes,
  )
  if (decision.ok && decision.events.length > 0) await record(tx, actor, measure, decision.events)
  return decision
}
