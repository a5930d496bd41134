import { inArray } from 'drizzle-orm'
import type { Visitor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import { basisOfPoint, basisOn } from '#app/measures/article-10.ts'
import { isMemberState } from '#app/measures/delegation-codes.ts'
import type { Day } from '#app/measures/measure.ts'
import { authorityNote, licensingAuthorities } from '#app/measures/offices.ts'
import { particularsOf } from '#app/measures/notification-pack.ts'
import { refuse } from '#app/measures/refusals.ts'
import { stateOn } from '#app/measures/register.ts'
import { selectAdoptions } from '#db/adoptions.server.ts'
import type { Database } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findCompilations } from '#db/compilations.server.ts'
import {
  type ComparedFacts,
  findBasisFacts,
  findEditions,
  type RegisteredEntry,
} from '#db/entries.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { findNamesakes } from '#db/register.server.ts'
import { adoptions } from '#db/schema/measures.ts'
import { editionDifference } from './edition-difference.ts'
import { withVisibleEnds } from './visible-ends.server.ts'

/**
 * An entry of the register with all its editions, as anybody may read it. `on`: the day on which it is
 * looked at, as the record has that day now; null: today.
 */
export async function findRegisterEntry(
  { db }: Deps,
  visitor: Visitor,
  issuer: string,
  key: string,
  on: Day | null = null,
) {
  if (!isMemberState(issuer) || key.includes('\0')) return refuse('not-found')
  const editions = await findPublicEditions(db, await findEditions(db, issuer, key))
  const newest = editions.at(-1)
  if (!newest) return refuse('not-found')
  const [{ today }, basis, acts, namesakes, compilations, files] = await Promise.all([
    databaseTime(db),
    findBasisFacts(db, editions),
    findActs(db, editions),
    findNamesakes(db, issuer, key),
    findCompilations(db),
    findMeasures(db, [...new Set(editions.map(({ measureId }) => measureId))]),
  ])
  const day = on ?? today
  return {
    ok: true as const,
    on: day,
    issuer,
    key,
    code: newest.code,
    heading: newest.heading,
    editions: editions.toReversed().flatMap((entry) => {
      const before = editions.findLast(
        ({ listId, edition }) => listId === entry.listId && edition < entry.edition,
      )
      const facts = basis.get(entry.id)
      const file = files.find(({ id }) => id === entry.measureId)
      if (!facts || !file) return []
      return [
        {
          ...asEdition(entry, facts, day),
          difference: before
            ? {
                edition: before.edition,
                provisions: editionDifference(
                  before.content,
                  entry.content,
                  acts.get(entry.measureId)?.language ?? 'en',
                ),
              }
            : null,
          act: acts.get(entry.measureId) ?? null,
          mayRely: can(visitor, 'act', { file: fileSubject(file), command: 'record-requirement' })
            .ok,
        },
      ]
    }),
    compilations: compilations.map(({ id, ojReference, publishedOn }) => ({
      id,
      ojReference,
      publishedOn,
    })),
    namesakes: namesakes.map(({ issuer: other, code, key: name, heading }) => ({
      issuer: other,
      code,
      key: name,
      heading,
    })),
    authorities: licensingAuthorities(issuer).map(({ id, region, name, nameEn, verified }) => ({
      id,
      region,
      name,
      nameEn,
      verified,
    })),
    authorityNote: authorityNote(issuer),
  }
}

export type RegisterEntry = Extract<Awaited<ReturnType<typeof findRegisterEntry>>, { ok: true }>

/** The policy is asked for every measure that brought one, whatever the rows say. */
async function findPublicEditions(
  db: Database,
  editions: readonly RegisteredEntry[],
): Promise<RegisteredEntry[]> {
  const files = await findMeasures(db, [...new Set(editions.map(({ measureId }) => measureId))])
  const open = new Set(
    files.filter((file) => can(null, 'see-file', fileSubject(file)).ok).map(({ id }) => id),
  )
  const shown = editions.filter(({ measureId, isPublic }) => isPublic && open.has(measureId))
  return withVisibleEnds(db, null, shown)
}

function asEdition(entry: RegisteredEntry, facts: ComparedFacts, day: Day) {
  const { id, edition, content, inForceFrom, applicableFrom, lastDay, endedOn, endedBy } = entry
  return {
    id,
    edition,
    content,
    ...particularsOf(content),
    state: stateOn(entry, day),
    inForceFrom,
    applicableFrom,
    lastDay,
    endedOn,
    endedBy,
    kind: facts.kind,
    inCompilation: facts.inCompilation,
    measurePublishedOn: facts.measurePublishedOn,
    coverage: facts.coverage
      .filter(({ until }) => until === null || day < until)
      .map((coverage) => ({
        ...coverage,
        isSince: coverage.since <= day,
        basis: basisOfPoint(facts, coverage.point, day),
      })),
    basis: basisOn(facts, day),
  }
}

async function findActs(db: Database, editions: readonly RegisteredEntry[]) {
  const ids = [...new Set(editions.map(({ measureId }) => measureId))]
  const rows = await selectAdoptions(db).where(inArray(adoptions.measureId, ids))
  return new Map(
    rows.map((row) => [
      row.measureId,
      {
        reference: row.reference,
        kind: row.kind,
        title: row.actTitle,
        number: row.actNumber,
        language: row.language,
        adoptedOn: row.adoptedOn,
        gazette: row.gazette,
        gazetteReference: row.gazetteReference,
        gazetteUrl: row.gazetteUrl,
        gazettedOn: row.gazettedOn,
        inForceOn: row.inForceOn,
        publishedOn: row.publishedOn,
        publicationReference: row.publicationReference,
        repealedOn: row.repealedOn,
        repealedBy: row.repealedBy,
        expiredOn: row.expiredOn,
      },
    ]),
  )
}
