import { desc, eq, getTableColumns } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { versions, versionTexts } from '#db/schema/measures.ts'

/**
 * The versions of a file that this person may know of, newest first. Those who had a version that
 * was recalled see that it was, not what it said.
 */
export async function findVersions(db: Database, actor: Actor, measure: Measure) {
  const file = fileSubject(measure)
  const rows = await db
    .select({ ...getTableColumns(versions), wordings: versionTexts.wordings })
    .from(versions)
    .innerJoin(versionTexts, eq(versionTexts.sha256, versions.sha256))
    .where(eq(versions.measureId, measure.id))
    .orderBy(desc(versions.number))
  return rows.flatMap((row) => {
    const isRecalled = row.recalledAt !== null
    const subject = { file, version: { ...row, isRecalled } }
    const mayRead = can(actor, 'see-version', subject).ok
    if (!mayRead && !can(actor, 'see-recall', subject).ok) return []
    return [
      {
        number: row.number,
        kind: row.kind,
        language: row.language,
        audience: row.audience,
        sha256: mayRead ? row.sha256 : null,
        commentsBy: row.commentsBy,
        coverNote: mayRead ? row.coverNote : '',
        releasedAt: row.releasedAt.toISOString(),
        recalledAt: row.recalledAt?.toISOString() ?? null,
        recallReason: row.recallReason,
        isWithheld: row.wordings !== null,
        mayRead,
      },
    ]
  })
}

export type VersionLine = Awaited<ReturnType<typeof findVersions>>[number]
