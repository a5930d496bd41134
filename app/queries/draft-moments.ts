import type { DelegationCode } from '#app/measures/delegation-codes.ts'

/** Who made an update of a draft, and when. */
export interface Signed {
  seq: number
  personId: string
  name: string
  office: string | null
  delegation: DelegationCode
  at: Date
}

/** A stretch of writing by one person, as far as `seq`: what one looks at as one moment. */
export interface Moment {
  seq: number
  name: string
  office: string | null
  delegation: DelegationCode
  at: string
  /** The version that was frozen of the text as it then was. */
  version: number | null
}

/** Who writes on after so many minutes has begun anew. */
const pause = 10
/** More moments are no help; their pauses are then taken to be longer. */
const mostMoments = 400

/** The moments of a log, oldest first; where a version was frozen one ends. */
export function momentsOf(
  log: readonly Signed[],
  frozen: ReadonlyMap<number, number>,
  minutes = pause,
): Moment[] {
  const ends = log.filter((update, index) => {
    const next = log[index + 1]
    if (!next || frozen.has(update.seq) || next.personId !== update.personId) return true
    return next.at.getTime() - update.at.getTime() > minutes * 60_000
  })
  // Where many write by turns a moment is what all of them wrote until a pause.
  const kept = ends.length <= mostMoments ? ends : thinned(ends, frozen)
  return kept.map(({ seq, name, office, delegation, at }) => ({
    seq,
    name,
    office,
    delegation,
    at: at.toISOString(),
    version: frozen.get(seq) ?? null,
  }))
}

/** As many as help, evenly, with the last one and those at which a version was frozen. */
function thinned(ends: readonly Signed[], frozen: ReadonlyMap<number, number>): Signed[] {
  const step = Math.ceil(ends.length / mostMoments)
  return ends.filter(({ seq }, index) => frozen.has(seq) || (ends.length - 1 - index) % step === 0)
}
