import { type Audience, within } from './audience.ts'
import { type Intention, intentions, needsReasons, type Stance } from './comment.ts'
import { type DelegationCode, isMemberState } from './delegation-codes.ts'
import type { Decision } from './decision.ts'
import { reachOf, refuseTalk } from './discussion.ts'
import type { Measure, Version } from './measure.ts'
import { type Refusal, refuse } from './refusals.ts'

/** Where a delegation stands on a version: as a whole, or on one entry. */
export interface Stand {
  /** The entry by its code, or by its number (`#2`) where it has none; null for the whole. */
  entryCode: string | null
  stance: Stance
  intentions: readonly Intention[]
  reasons: string
  audience: Audience
}

export interface Position extends Stand {
  id: string
  versionId: string
  delegation: DelegationCode
}

/**
 * What a state does itself about the same control is one of these: it exists, is planned, or is not
 * planned. Whether Article 10 is considered and whether a producer is known are other questions, so
 * they go with each of them. Where entries differ, a position on each entry says so.
 */
const ownControl: readonly Intention[] = ['same-control-exists', 'plans-same-control', 'no-plans']

export function isContradictory(chosen: readonly Intention[]): boolean {
  return ownControl.filter((intention) => chosen.includes(intention)).length > 1
}

/**
 * What a delegation can intend for itself. Only a Member State has controls, authorities that rely
 * on Article 10, and producers (Articles 9 and 10 name no other); an institution says what it has to
 * say by its stance and its reasons.
 */
export function intentionsOf(delegation: DelegationCode): readonly Intention[] {
  return isMemberState(delegation) ? intentions : []
}

/**
 * What is wrong with a position by itself, whichever version it is stated on. It has one stance; a
 * stance on the whole and others on entries do not contradict each other, for each has its subject.
 */
export function refuseStand(
  delegation: DelegationCode,
  { stance, intentions: chosen, reasons }: Pick<Stand, 'stance' | 'intentions' | 'reasons'>,
): Refusal | null {
  if (needsReasons(stance) && reasons === '') return refuse('reasons-needed', 'reasons')
  const open = intentionsOf(delegation)
  if (!chosen.every((intention) => open.includes(intention)))
    return refuse('intention-of-a-state', 'intentions')
  return isContradictory(chosen) ? refuse('contradictory-intentions', 'intentions') : null
}

/**
 * `earlier`: what the delegation said last about the same thing, on whichever version; the new
 * position supersedes it and both stay visible. `entryCodes`: the entries of the version.
 */
export function decidePosition(
  measure: Measure,
  version: Version,
  earlier: Position | null,
  stand: Stand & { positionId: string; delegation: DelegationCode },
  entryCodes: readonly string[],
): Decision {
  const refusal = refuseTalk(measure, version)
  if (refusal) return refusal
  // What is adopted is commented on; there is nothing to stand for or against any more.
  if (version.kind === 'final') return refuse('not-in-this-stage')
  const { positionId, entryCode, stance, reasons, audience } = stand
  if (entryCode !== null && !entryCodes.includes(entryCode)) return refuse('invalid-input', 'entry')
  const unsound = refuseStand(stand.delegation, stand)
  if (unsound) return unsound
  if (!within(audience, reachOf(measure, version))) return refuse('audience-too-wide', 'audience')
  if (earlier && earlier.versionId === version.id && standsTheSame(earlier, stand)) {
    return { ok: true, events: [] }
  }
  return {
    ok: true,
    events: [
      {
        type: 'position-stated',
        positionId,
        versionId: version.id,
        entryCode,
        stance,
        intentions: inOrder(stand.intentions),
        reasons,
        audience,
        supersedes: earlier?.id ?? null,
      },
    ],
  }
}

export function standsTheSame(one: Stand, other: Stand): boolean {
  return (
    one.stance === other.stance &&
    one.reasons === other.reasons &&
    inOrder(one.intentions).join() === inOrder(other.intentions).join() &&
    within(one.audience, other.audience) &&
    within(other.audience, one.audience)
  )
}

function inOrder(chosen: readonly Intention[]): Intention[] {
  return intentions.filter((intention) => chosen.includes(intention))
}
