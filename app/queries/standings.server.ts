import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { FileSubject } from '#app/access/subjects.ts'
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

export interface OwnPosition extends PositionView {
  /** The entry, by its code or its number; null for the whole. */
  entryCode: string | null
  isSuperseded: boolean
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

/** What was stated on a file, whoever may know of it, and on which words. */
export interface Stated {
  positions: StatedPosition[]
  /** The texts of other versions on which something was stated, by the version's id. */
  texts: ReadonlyMap<string, VersionText>
}

/** What all delegations stated on a file, or some. */
export async function findStated(
  db: Database,
  measure: Measure,
  version: Version,
  by: readonly DelegationCode[] | null = null,
): Promise<Stated> {
  const positions = await findPositions(db, measure.id, by)
  const others = measure.versions.filter(
    ({ id }) => id !== version.id && positions.some(({ versionId }) => versionId === id),
  )
  const texts = await Promise.all(
    others.map(async (other) => [other.id, await getVersionText(db, other)] as const),
  )
  return { positions, texts: new Map(texts) }
}

/**
 * Who stands where, in protocol order: everybody who has the version, and whoever spoke earlier; or
 * of those some.
 */
export function standingsFor(
  reading: Reading,
  { positions, texts }: Stated,
  only: readonly DelegationCode[] | null = null,
): DelegationStandings[] {
  const { actor, measure, file, version } = reading
  const stated = positions.filter((position) => {
    const on = measure.versions.find(({ id }) => id === position.versionId)
    return on && can(actor, 'see-position', { ...position, file, version: on }).ok
  })
  const holders = reached(reachOf(measure, version), {
    owner: measure.owner,
    author: measure.owner,
  })
  const delegations = inProtocolOrder([...holders, ...stated.map(({ delegation }) => delegation)])
  return delegations
    .filter((code) => code !== measure.owner && (only === null || only.includes(code)))
    .map((delegation) => {
      const own = stated.filter((position) => position.delegation === delegation)
      const codes = [...new Set(own.flatMap(({ entryCode }) => entryCode ?? []))]
      const standing = (code: string | null) => standingOn(reading, own, code, texts)
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
  texts: Stated['texts'],
): Standing | null {
  const history = stated.filter((position) => position.entryCode === entryCode).toReversed()
  const [last, ...earlier] = history
  if (!last) return null
  return {
    ...viewPosition(reading, last),
    isStale: isStale(reading, last, texts.get(last.versionId)),
    isSuperseded: last.isSuperseded,
    earlier: earlier.map((position) => viewPosition(reading, position)),
  }
}

function viewPosition(
  { actor, measure }: Pick<Reading, 'actor' | 'measure'>,
  position: StatedPosition,
): PositionView {
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

/** What the reader's own delegation stated on one version, newest first. */
export async function findOwnPositions(
  db: Database,
  { actor, measure, file, version }: Omit<Reading, 'text'>,
): Promise<OwnPosition[]> {
  const stated = await findPositions(db, measure.id, [actor.delegation])
  return stated
    .filter((position) => position.versionId === version.id)
    .filter((position) => can(actor, 'see-position', { ...position, file, version }).ok)
    .toReversed()
    .map((position) => ({
      ...viewPosition({ actor, measure }, position),
      entryCode: position.entryCode,
      isSuperseded: position.isSuperseded,
    }))
}

/** A position goes stale only where what it was stated on was changed: one entry, or any word. */
function isStale(
  { text }: Reading,
  { entryCode }: StatedPosition,
  then: VersionText | undefined,
): boolean {
  if (!then) return false
  return entryCode === null
    ? then.sha256 !== text.sha256
    : entryWordings(then.content).get(entryCode) !== entryWordings(text.content).get(entryCode)
}
