import { eq } from 'drizzle-orm'
import { type NoticeFields, noticeFields } from '#app/measures/events/life.ts'
import type { Database, Tx } from './client.server.ts'
import { measures } from './schema/measures.ts'

/** The early notice as it is being written, and the language of the file. */
export async function findNotice(
  db: Database | Tx,
  measureId: string,
): Promise<{ notice: NoticeFields; language: string } | null> {
  const [row] = await db
    .select({ notice: measures.notice, language: measures.originalLanguage })
    .from(measures)
    .where(eq(measures.id, measureId))
  const notice = noticeFields.safeParse(row?.notice)
  return row && notice.success ? { notice: notice.data, language: row.language } : null
}
