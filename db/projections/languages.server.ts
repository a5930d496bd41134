import { and, eq, inArray, isNull } from 'drizzle-orm'
import { languageHolders, languagePackages, languageVersions } from '../schema/languages.ts'
import type { Projections } from './context.ts'

type LanguageEvent =
  | 'language-versions-added'
  | 'language-versions-checked'
  | 'language-version-withdrawn'
  | 'language-held'
  | 'language-versions-published'
  | 'language-package-handed-over'

export const languageProjections: Projections<LanguageEvent> = {
  'language-versions-added': async (tx, { language, versions }, { at, actor }) => {
    await tx
      .update(languageVersions)
      .set({ endedAt: at })
      .where(
        and(
          eq(languageVersions.language, language),
          inArray(
            languageVersions.entryId,
            versions.map(({ entryId }) => entryId),
          ),
          isNull(languageVersions.endedAt),
        ),
      )
    await tx.insert(languageVersions).values(
      versions.map(({ languageVersionId: id, entryId, sha256 }) => ({
        id,
        entryId,
        language,
        sha256,
        addedAt: at,
        addedBy: actor?.personId ?? null,
      })),
    )
  },

  'language-versions-checked': async (tx, { versions, reason }, { at, actor }) => {
    for (const { languageVersionId, differences, unread } of versions) {
      await tx
        .update(languageVersions)
        .set({
          checkedAt: at,
          checkedBy: actor?.personId ?? null,
          differences,
          unread,
          checkReason: reason,
        })
        .where(eq(languageVersions.id, languageVersionId))
    }
  },

  'language-version-withdrawn': (tx, { languageVersionId, reason }, { at }) =>
    tx
      .update(languageVersions)
      .set({ endedAt: at, withdrawnBecause: reason })
      .where(eq(languageVersions.id, languageVersionId)),

  'language-held': async (tx, { language, entryIds, holder }, { at }) => {
    await tx
      .delete(languageHolders)
      .where(
        and(eq(languageHolders.language, language), inArray(languageHolders.entryId, entryIds)),
      )
    if (!holder) return
    await tx.insert(languageHolders).values(
      entryIds.map((entryId) => ({
        entryId,
        language,
        personId: holder.kind === 'person' ? holder.id : null,
        officeId: holder.kind === 'office' ? holder.id : null,
        since: at,
      })),
    )
  },

  'language-versions-published': (tx, { compilationId, languageVersionIds }) =>
    tx
      .update(languageVersions)
      .set({ compilationId })
      .where(inArray(languageVersions.id, languageVersionIds)),

  'language-package-handed-over': (tx, event, { at, actor }) =>
    tx.insert(languagePackages).values({
      id: event.packageId,
      recipient: event.recipient,
      handedOn: event.handedOn,
      reference: event.reference,
      reason: event.reason,
      manifestSha256: event.manifestSha256,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    }),
}
