import { eq } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { versions } from './schema/measures.ts'

export interface VersionHeader {
  releasedAt: Date
  /** Of its text. */
  language: string
  /** The owner's wish; no source sets a deadline. */
  commentsBy: string | null
  coverNote: string
  /** When and why the owner took it back. */
  recalled: { at: Date; reason: string } | null
}

/** What stands above the text of a version. */
export async function getVersionHeader(
  db: Database | Tx,
  versionId: string,
): Promise<VersionHeader> {
  const [row] = await db
    .select({
      releasedAt: versions.releasedAt,
      language: versions.language,
      commentsBy: versions.commentsBy,
      coverNote: versions.coverNote,
      recalledAt: versions.recalledAt,
      recallReason: versions.recallReason,
    })
    .from(versions)
    .where(eq(versions.id, versionId))
  if (!row) throw new Error(`no version ${versionId}`)
  const { recalledAt, recallReason, ...header } = row
  return { ...header, recalled: recalledAt && { at: recalledAt, reason: recallReason ?? '' } }
}
