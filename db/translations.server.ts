import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { translations } from './schema/measures.ts'

export interface Translation {
  id: string
  versionId: string
  language: string
  sha256: string
  addedAt: Date
}

/** The courtesy translations that stand beside a version, by language. */
export function findTranslations(db: Database | Tx, versionId: string): Promise<Translation[]> {
  return db
    .select({
      id: translations.id,
      versionId: translations.versionId,
      language: translations.language,
      sha256: translations.sha256,
      addedAt: translations.addedAt,
    })
    .from(translations)
    .where(and(eq(translations.versionId, versionId), isNull(translations.endedAt)))
    .orderBy(asc(translations.language))
}
