import type { Actor } from '#app/access/actor.ts'
import { can, type FileSubject } from '#app/access/policy.ts'
import { type Audience, reached } from '#app/measures/audience.ts'
import type { Intention, Stance } from '#app/measures/comment.ts'
import { type DelegationCode, inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { reachOf } from '#app/measures/discussion.ts'
import { entryWordings } from '#app/measures/entry-changes.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findPositions, type StatedPosition } from '#db/positions.server.ts'
import { getVersionText, type VersionText } from '#db/version-texts.server.ts'

export interface PositionView {
  id: string
  stance: Stance
  intentions: readonly Intention[]
  reasons: string
  /** For the delegation itself and for the owner. */
  audience: Audience | null
  /** The number of the version on which it was stated. */
  version: number
  at: string
}

export interface Standing extends PositionView {
  /** What it was stated on says something else in the shown version. */
  isStale: boolean
  /** The delegation has said something else since, which this reader may not know. */
  isSuperseded: boolean
  /** What was said before about the same, newest first. */
  earlier: PositionView[]
}

export interface DelegationStandings {
  delegation: DelegationCode
  /** Null where nothing was said that this reader may know of: silence means nothing. */
  whole: Standing | null
  byEntry: Record<string, Standing>
}

interface Reading {
  actor: Actor
  measure: Measure
  file: FileSubject
  /** The version that is shown, and its text. */
  version: Version
  text: VersionText
}

/** Who stands where, in protocol order: everybody who has the version, and whoever spoke earlier. */
export async function findStandings(
  db: Database,
  reading: Reading,
): Promise<DelegationStandings[]> {
  const { actor, measure, file, version } = reading
  const stated = (await findPositions(db, measure.id)).filter((position) => {
    const on = measure.versions.find(({ id }) => id === position.versionId)
    return on && can(actor, 'see-position', { ...position, file, version: on }).ok
  })
  const isStale = await findStaleness(db, reading, stated)
  const holders = reached(reachOf(measure, version), {
    owner: measure.owner,
    author: measure.owner,
  })
  const delegations = inProtocolOrder([...holders, ...stated.map(({ delegation }) => delegation)])
  return delegations
    .filter((delegation) => delegation !== measure.owner)
    .map((delegation) => {
      const own = stated.filter((position) => position.delegation === delegation)
      const codes = [...new Set(own.flatMap(({ entryCode }) => entryCode ?? []))]
      const standing = (code: string | null) => standingOn(reading, own, code, isStale)
      return {
        delegation,
        whole: standing(null),
        byEntry: Object.fromEntries(
          codes.flatMap((code) => {
            const found = standing(code)
            return found ? [[code, found]] : []
          }),
        ),
      }
    })
}

function standingOn(
  reading: Reading,
  stated: readonly StatedPosition[],
  entryCode: string | null,
  isStale: (position: StatedPosition) => boolean,
): Standing | null {
  const history = stated.filter((position) => position.entryCode === entryCode).toReversed()
  const [last, ...earlier] = history
  if (!last) return null
  return {
    ...viewPosition(reading, last),
    isStale: isStale(last),
    isSuperseded: last.isSuperseded,
    earlier: earlier.map((position) => viewPosition(reading, position)),
  }
}

function viewPosition({ actor, measure }: Reading, position: StatedPosition): PositionView {
  const { id, stance, intentions, reasons, audience, delegation, statedAt } = position
  const isSide = actor.delegation === delegation || actor.delegation === measure.owner
  const on = measure.versions.find((version) => version.id === position.versionId)
  return {
    id,
    stance,
    intentions,
    reasons,
    audience: isSide ? audience : null,
    version: on?.number ?? 0,
    at: statedAt.toISOString(),
  }
}

/** A position goes stale only where what it was stated on was changed: one entry, or any word. */
async function findStaleness(
  db: Database,
  { measure, version, text }: Reading,
  stated: readonly StatedPosition[],
): Promise<(position: StatedPosition) => boolean> {
  const others = measure.versions.filter(
    ({ id }) => id !== version.id && stated.some(({ versionId }) => versionId === id),
  )
  const then = new Map<string, { sha256: string; entries: Map<string, string> }>()
  for (const other of others) {
    const { sha256, content } = await getVersionText(db, other)
    then.set(other.id, { sha256, entries: entryWordings(content) })
  }
  const now = entryWordings(text.content)
  return ({ versionId, entryCode }) => {
    const before = then.get(versionId)
    if (!before) return false
    return entryCode === null
      ? before.sha256 !== text.sha256
      : before.entries.get(entryCode) !== now.get(entryCode)
  }
}
