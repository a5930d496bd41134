import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import { type NoticeFields, noticeFields } from '#app/measures/events/life.ts'
import type { Measure } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findNotice } from '#db/notices.server.ts'
import { versions, versionTexts } from '#db/schema/measures.ts'

export interface NoticeText {
  /** As it is being written: inside the house only. */
  written: NoticeFields | null
  /** As it was given, for those it reached. */
  given: NoticeFields | null
  givenNumber: number | null
}

export async function findNoticeText(
  db: Database,
  actor: Actor,
  measure: Measure,
): Promise<NoticeText> {
  const file = fileSubject(measure)
  const given = measure.versions.findLast(
    (version) => version.kind === 'notice' && can(actor, 'see-version', { file, version }).ok,
  )
  const [written, released] = await Promise.all([
    can(actor, 'see-draft', file).ok ? findNotice(db, measure.id) : null,
    given ? findGivenNotice(db, given.id) : null,
  ])
  return {
    written: written?.notice ?? null,
    given: released,
    givenNumber: given?.number ?? null,
  }
}

async function findGivenNotice(db: Database, versionId: string): Promise<NoticeFields | null> {
  const [row] = await db
    .select({ content: versionTexts.content })
    .from(versions)
    .innerJoin(versionTexts, eq(versionTexts.sha256, versions.sha256))
    .where(eq(versions.id, versionId))
  const notice = noticeFields.safeParse(row?.content)
  return notice.success ? notice.data : null
}
