import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { type EventOf, eventSchema } from '#app/measures/events.ts'
import type { Database, Tx } from './client.server.ts'
import { adoptions, measures } from './schema/measures.ts'
import { events } from './schema/record.ts'
import { entries, requirements } from './schema/register.ts'

export interface PublicationCorrection extends EventOf<'publication-corrected'> {
  /** The act. */
  id: number
  at: Date
}

/** Every correction of a compilation or note, the first one first. */
export function findPublicationCorrections(
  db: Database | Tx,
  publicationId: string,
): Promise<PublicationCorrection[]> {
  return findCorrections(db, 'publicationId', publicationId)
}

/** Those of all compilations, in the order in which they were made. */
export function findCompilationCorrections(db: Database | Tx): Promise<PublicationCorrection[]> {
  return findCorrections(db, 'of', 'compilation')
}

async function findCorrections(
  db: Database | Tx,
  field: 'publicationId' | 'of',
  value: string,
): Promise<PublicationCorrection[]> {
  const rows = await db
    .select({ id: events.id, at: events.at, content: events.content })
    .from(events)
    .where(
      and(
        eq(events.type, 'publication-corrected'),
        eq(sql`(${events.content}::jsonb ->> ${field}::text)`, value),
      ),
    )
    .orderBy(asc(events.id))
  return rows.flatMap(({ id, at, content }) => {
    const event = eventSchema.parse(JSON.parse(content ?? 'null'))
    return event.type === 'publication-corrected' ? [{ ...event, id, at }] : []
  })
}

/** Where a compilation or a note stands, as it is recorded. */
export type PublishedAt = Pick<
  EventOf<'publication-corrected'>,
  'of' | 'publicationId' | 'ojReference' | 'publishedOn'
>

export interface FileOfPublication {
  measureId: string
  owner: MemberStateCode
  /** It is that by which the measure was published first (Article 9(4), first sentence). */
  isFirst: boolean
}

/**
 * The files that a publication is about, by id: those whose history has it, whether it names them or no
 * longer does, and those that were published first where it stands.
 */
export async function findFilesOfPublication(
  db: Database | Tx,
  { of, publicationId, ojReference, publishedOn }: PublishedAt,
): Promise<FileOfPublication[]> {
  const [type, field] =
    of === 'compilation' ? ['list-compiled', 'compilationId'] : ['measure-in-note', 'noteId']
  const isFirst =
    of === 'compilation'
      ? sql<boolean>`false`
      : sql<boolean>`(${adoptions.publicationReference} = ${ojReference}
          AND ${adoptions.publishedOn} = ${publishedOn}::date) IS TRUE`
  const isInHistory = inArray(
    adoptions.measureId,
    db
      .select({ id: events.measureId })
      .from(events)
      .where(
        and(
          eq(events.type, type),
          eq(sql`(${events.content}::jsonb ->> ${field}::text)`, publicationId),
        ),
      ),
  )
  return db
    .select({ measureId: adoptions.measureId, owner: measures.owner, isFirst })
    .from(adoptions)
    .innerJoin(measures, eq(measures.id, adoptions.measureId))
    .where(or(isInHistory, isFirst))
    .orderBy(asc(adoptions.measureId))
}

/** The states whose standing requirements under Article 10 rest on entries of these files. */
export async function findRelyingOn(
  db: Database | Tx,
  measureIds: readonly string[],
): Promise<MemberStateCode[]> {
  if (measureIds.length === 0) return []
  const rows = await db
    .selectDistinct({ relying: requirements.relying })
    .from(requirements)
    .innerJoin(entries, eq(entries.id, requirements.entryId))
    .where(and(isNull(requirements.endedOn), inArray(entries.measureId, [...measureIds])))
  return rows.map(({ relying }) => relying)
}
