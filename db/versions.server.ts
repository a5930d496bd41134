import { eq } from 'drizzle-orm'
import type { Marking } from '#app/measures/measure.ts'
import type { Database, Tx } from './client.server.ts'
import { measures, versions } from './schema/measures.ts'

export interface VersionHeader {
  title: string
  marking: Marking
  releasedAt: Date
  /** The owner's wish; no source sets a deadline. */
  commentsBy: string | null
  coverNote: string
}

/** What stands above the text of a version. */
export async function getVersionHeader(
  db: Database | Tx,
  versionId: string,
): Promise<VersionHeader> {
  const [row] = await db
    .select({
      title: measures.title,
      marking: measures.marking,
      releasedAt: versions.releasedAt,
      commentsBy: versions.commentsBy,
      coverNote: versions.coverNote,
    })
    .from(versions)
    .innerJoin(measures, eq(measures.id, versions.measureId))
    .where(eq(versions.id, versionId))
  if (!row) throw new Error(`no version ${versionId}`)
  return row
}
