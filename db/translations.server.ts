import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database, Tx } from './client.server.ts'
import { translations, versionTexts } from './schema/measures.ts'

export interface Translation {
  id: string
  versionId: string
  language: string
  sha256: string
  addedAt: Date
  /** Its words were withheld. */
  isWithheld: boolean
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
      isWithheld: sql<boolean>`${versionTexts.wordings} IS NOT NULL`,
    })
    .from(translations)
    .innerJoin(versionTexts, eq(versionTexts.sha256, translations.sha256))
    .where(and(eq(translations.versionId, versionId), isNull(translations.endedAt)))
    .orderBy(asc(translations.language))
}
