import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Day, Ground, MeasureKind } from '#app/measures/measure.ts'
import type { Database, Tx } from './client.server.ts'
import { adoptions, dayOfAdoption, measures, versions } from './schema/measures.ts'

/** The record of adoption, with what the file says of the measure. */
export interface Adoption {
  measureId: string
  reference: string
  owner: MemberStateCode
  kind: MeasureKind
  title: string
  grounds: Ground[]
  contact: string
  /** The file of the measure that this one changes. */
  changes: string | null
  changesId: string | null
  versionId: string
  versionNumber: number
  language: string
  sha256: string
  actTitle: string
  actNumber: string
  /** Null where the day is not established; so is that of a gazette that is named. */
  adoptedOn: Day | null
  comparedWith: number | null
  gazette: string | null
  gazetteReference: string | null
  gazetteUrl: string | null
  gazettedOn: Day | null
  inForceOn: Day | null
  publishedOn: Day | null
  publicationReference: string | null
  repealedOn: Day | null
  repealedBy: string | null
  expiredOn: Day | null
  recordedAt: Date
}

const changed = alias(measures, 'changed')

export const adoptionColumns = {
  measureId: adoptions.measureId,
  reference: measures.reference,
  owner: measures.owner,
  kind: measures.kind,
  title: measures.title,
  grounds: measures.grounds,
  contact: measures.contact,
  changes: changed.reference,
  changesId: measures.changes,
  versionId: adoptions.versionId,
  versionNumber: versions.number,
  language: versions.language,
  sha256: versions.sha256,
  actTitle: adoptions.actTitle,
  actNumber: adoptions.actNumber,
  adoptedOn: adoptions.adoptedOn,
  comparedWith: adoptions.comparedWith,
  gazette: adoptions.gazette,
  gazetteReference: adoptions.gazetteReference,
  gazetteUrl: adoptions.gazetteUrl,
  gazettedOn: adoptions.gazettedOn,
  inForceOn: adoptions.inForceOn,
  publishedOn: adoptions.publishedOn,
  publicationReference: adoptions.publicationReference,
  repealedOn: adoptions.repealedOn,
  repealedBy: adoptions.repealedBy,
  expiredOn: adoptions.expiredOn,
  recordedAt: adoptions.recordedAt,
}

/** The latest day by which it was adopted, of those that are established: what records are ordered by. */
export const adoptedBy = dayOfAdoption(adoptions)

/** Records of adoption with their files, to be narrowed by `where`. */
export function selectAdoptions(db: Database | Tx) {
  return db
    .select(adoptionColumns)
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .innerJoin(versions, eq(versions.id, adoptions.versionId))
    .leftJoin(changed, eq(changed.id, measures.changes))
    .$dynamic()
}

/** Null before adoption. */
export async function findAdoption(db: Database | Tx, measureId: string): Promise<Adoption | null> {
  const [row] = await selectAdoptions(db).where(eq(adoptions.measureId, measureId))
  return row ?? null
}
