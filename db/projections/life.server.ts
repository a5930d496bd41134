import { and, eq, isNull } from 'drizzle-orm'
import type { EventOf } from '#app/measures/events.ts'
import type { VersionKind } from '#app/measures/measure.ts'
import type { Tx } from '../client.server.ts'
import {
  adoptions,
  attachments,
  measures,
  nationalSteps,
  parallelDrafts,
  translations,
  versions,
} from '../schema/measures.ts'
import { type Context, measureOf, type Projections } from './context.ts'
import { beginEntries } from './entries.server.ts'

type LifeEvent =
  | 'file-opened'
  | 'details-changed'
  | 'notice-written'
  | 'notice-given'
  | 'draft-opened'
  | 'version-shared'
  | 'version-recalled'
  | 'translation-added'
  | 'translation-withdrawn'
  | 'measure-withdrawn'
  | 'adoption-recorded'
  | 'parallel-draft-linked'
  | 'attachment-added'
  | 'attachment-removed'
  | 'national-step-recorded'

type FrozenEvent = EventOf<'notice-given' | 'version-shared' | 'adoption-recorded'>

export const lifeProjections: Projections<LifeEvent> = {
  'file-opened': (tx, event, { at, actor }) =>
    tx.insert(measures).values({
      id: event.measureId,
      reference: event.reference,
      owner: event.owner,
      kind: event.kind,
      grounds: event.grounds,
      title: event.title,
      originalLanguage: event.originalLanguage,
      marking: event.marking,
      contact: event.contact,
      stage: event.documentId ? 'drafting' : 'considering',
      documentId: event.documentId,
      changes: event.changes,
      openedAt: at,
      openedBy: actor?.personId ?? null,
      changedAt: at,
    }),

  'details-changed': (tx, { title, grounds, marking, contact, about }, context) =>
    change(tx, context, { title, grounds, marking, contact, ...about }),

  'notice-written': (tx, { notice }, context) => change(tx, context, { notice }),

  'notice-given': (tx, event, context) => addVersion(tx, event, context, 'notice'),

  'draft-opened': (tx, { documentId }, context) =>
    change(tx, context, { documentId, stage: 'drafting' }),

  'version-shared': async (tx, event, context) => {
    await addVersion(tx, event, context, 'draft')
    await change(tx, context, { stage: 'shared' })
  },

  'version-recalled': (tx, { versionId, reason }, { at }) =>
    tx
      .update(versions)
      .set({ recalledAt: at, recallReason: reason })
      .where(eq(versions.id, versionId)),

  'measure-withdrawn': (tx, { reason }, context) =>
    change(tx, context, {
      stage: 'withdrawn',
      withdrawnAt: context.at,
      withdrawalReason: reason,
    }),

  'translation-added': async (tx, event, { at, actor }) => {
    const { translationId: id, versionId, language, sha256 } = event
    const standing = and(eq(translations.versionId, versionId), eq(translations.language, language))
    await tx
      .update(translations)
      .set({ endedAt: at })
      .where(and(standing, isNull(translations.endedAt)))
    const addedBy = actor?.personId ?? null
    await tx.insert(translations).values({ id, versionId, language, sha256, addedAt: at, addedBy })
  },

  'translation-withdrawn': (tx, { translationId, reason }, { at }) =>
    tx
      .update(translations)
      .set({ endedAt: at, withdrawnBecause: reason })
      .where(eq(translations.id, translationId)),

  'adoption-recorded': async (tx, event, context) => {
    await addVersion(tx, event, context, 'final')
    await change(tx, context, { stage: 'adopted' })
    await tx.insert(adoptions).values({
      measureId: measureOf(context),
      versionId: event.versionId,
      actTitle: event.actTitle,
      actNumber: event.actNumber,
      adoptedOn: event.adoptedOn,
      comparedWith: event.comparedWith,
      recordedAt: context.at,
      recordedBy: context.actor?.personId ?? null,
    })
    await beginEntries(tx, event, context)
  },

  'parallel-draft-linked': async (tx, { otherId }, context) => {
    const measureId = measureOf(context)
    const released = await tx.$count(versions, eq(versions.measureId, measureId))
    await tx
      .insert(parallelDrafts)
      .values({ measureId, otherId, fromVersion: released + 1 })
      .onConflictDoNothing()
  },

  // The bytes were stored beside it, in the same transaction (`db/attachments`).
  'attachment-added': async () => {},

  'attachment-removed': (tx, { attachmentId }, { at }) =>
    tx
      .update(attachments)
      .set({ removedAt: at, bytes: null })
      .where(eq(attachments.id, attachmentId)),

  'national-step-recorded': (tx, { stepId, title, on }, context) =>
    tx
      .insert(nationalSteps)
      .values({ id: stepId, measureId: measureOf(context), title, on })
      .onConflictDoUpdate({ target: nationalSteps.id, set: { title, on } }),
}

function change(tx: Tx, context: Context, values: Partial<typeof measures.$inferInsert>) {
  return tx
    .update(measures)
    .set(values)
    .where(eq(measures.id, measureOf(context)))
}

async function addVersion(tx: Tx, event: FrozenEvent, context: Context, kind: VersionKind) {
  const [details] = await tx
    .select({
      title: measures.title,
      grounds: measures.grounds,
      marking: measures.marking,
      contact: measures.contact,
    })
    .from(measures)
    .where(eq(measures.id, measureOf(context)))
  await tx.insert(versions).values({
    id: event.versionId,
    measureId: measureOf(context),
    number: event.number,
    kind,
    language: event.language,
    sha256: event.sha256,
    documentSeq: 'documentSeq' in event ? event.documentSeq : null,
    // The final text follows the record: to whom it was notified, or published.
    audience: 'audience' in event ? event.audience : { kind: 'owner' },
    details,
    commentsBy: 'commentsBy' in event ? event.commentsBy : null,
    coverNote: 'coverNote' in event ? event.coverNote : '',
    releasedAt: context.at,
    releasedBy: context.actor?.personId ?? null,
  })
}
