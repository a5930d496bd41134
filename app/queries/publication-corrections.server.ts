import type { Visitor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findPublicationCorrections } from '#db/publication-corrections.server.ts'

/** What was put right of where a compilation or a note stands, the first one first, for anybody. */
export async function findCorrectionsOf({ db }: Deps, visitor: Visitor, id: string) {
  const [{ today }, corrections] = await Promise.all([
    databaseTime(db),
    findPublicationCorrections(db, id),
  ])
  return {
    today,
    mayCorrect: can(visitor, 'use-commission-desk', null).ok,
    corrections: corrections.map(({ at, corrected, correction }) => ({
      at: at.toISOString(),
      corrected,
      correction,
    })),
  }
}

export type CorrectionsOf = Awaited<ReturnType<typeof findCorrectionsOf>>
