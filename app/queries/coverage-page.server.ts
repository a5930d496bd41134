import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import { compareWithAnnexI } from '#app/measures/coverage.ts'
import type { ComparedCoverage } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import { pointsOf, wordsOfPoint } from '#app/text/point-words.ts'
import { findAdoption } from '#db/adoptions.server.ts'
import { findBasisFacts, findEntry } from '#db/entries.server.ts'
import { findMeasure } from '#db/measures.server.ts'
import { withVisibleEnds } from './visible-ends.server.ts'

/**
 * An entry beside Annex I: what is recorded of its coverage, and what is compared now, a point of it and
 * the words of Annex I that were given. `asked` null: nothing was given yet.
 */
export async function findCoveragePage(
  { db }: Deps,
  actor: Actor,
  entryId: string,
  asked: Omit<ComparedCoverage, 'entryId'> | null,
) {
  const found = await findEntry(db, entryId)
  const measure = found && (await findMeasure(db, found.measureId))
  if (!measure) return refuse('not-found')
  const permission = can(actor, 'act', { file: fileSubject(measure), command: 'cover' })
  if (!permission.ok) return permission
  const [adoption, [entry = found], facts] = await Promise.all([
    findAdoption(db, measure.id),
    withVisibleEnds(db, actor, [found]),
    findBasisFacts(db, [found]),
  ])
  const language = adoption?.language ?? 'en'
  const { id, issuer, code, key, edition, heading, content, isPublic } = entry
  return {
    ok: true as const,
    reference: measure.reference,
    entry: { id, issuer, code, key, edition, heading, content, isPublic, language },
    points: pointsOf(content),
    recorded: facts.get(found.id)?.coverage ?? [],
    comparison:
      asked &&
      compareWithAnnexI(
        { text: wordsOfPoint(content, asked.point) ?? '', language },
        { text: asked.annexIWords, language: asked.language },
        asked.annexICode !== '',
      ),
  }
}

export type CoveragePage = Extract<Awaited<ReturnType<typeof findCoveragePage>>, { ok: true }>
