import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Stretch } from '#app/text/stretches.ts'
import type { Writer } from '#db/document-histories.server.ts'

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
  stretches: readonly Stretch[],
  writers: ReadonlyMap<string, Writer>,
  frozen: ReadonlyMap<number, number>,
  minutes = pause,
): Moment[] {
  const parts = stretches.flatMap((stretch) => partedAt(stretch, frozen))
  const ends = parts.filter((part, index) => {
    const next = parts[index + 1]
    if (!next || frozen.has(part.to) || next.personId !== part.personId) return true
    return next.began - part.ended > minutes * 60_000
  })
  // Where many write by turns a moment is what all of them wrote until a pause.
  const kept = ends.length <= mostMoments ? ends : thinned(ends, frozen)
  return kept.flatMap(({ to, personId, delegation, ended }) => {
    const writer = writers.get(personId)
    return writer
      ? [
          {
            seq: to,
            ...writer,
            delegation,
            at: new Date(ended).toISOString(),
            version: frozen.get(to) ?? null,
          },
        ]
      : []
  })
}

function partedAt(stretch: Stretch, frozen: ReadonlyMap<number, number>): Stretch[] {
  const { from, to } = stretch
  const inside = [...frozen.keys()]
    .filter((seq) => from <= seq && seq < to)
    .toSorted((a, b) => a - b)
  return [...inside, to].map((end, index) => ({
    ...stretch,
    from: index === 0 ? from : (inside[index - 1] ?? from) + 1,
    to: end,
  }))
}

/** As many as help, evenly, with the last one and those at which a version was frozen. */
function thinned(ends: readonly Stretch[], frozen: ReadonlyMap<number, number>): Stretch[] {
  const step = Math.ceil(ends.length / mostMoments)
  return ends.filter(({ to }, index) => frozen.has(to) || (ends.length - 1 - index) % step === 0)
}
