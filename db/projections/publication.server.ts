import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../client.server.ts'
import { adoptions, notificationAddressees, notifications } from '../schema/measures.ts'
import {
  compilationEntries,
  compilations,
  entries,
  refusals,
  requirements,
} from '../schema/register.ts'
import { type Context, measureOf, type Projections } from './context.ts'

type PublicationEvent =
  | 'gazette-recorded'
  | 'entry-into-force-recorded'
  | 'entry-application-recorded'
  | 'notification-prepared'
  | 'notification-sent'
  | 'notification-acknowledged'
  | 'missing-content-asked'
  | 'missing-content-supplied'
  | 'measure-published'
  | 'compilation-recorded'
  | 'list-compiled'
  | 'entry-covered'
  | 'measure-repealed'
  | 'measure-expired'
  | 'requirement-recorded'
  | 'requirement-ended'
  | 'refusal-recorded'

export const publicationProjections: Projections<PublicationEvent> = {
  'gazette-recorded': (tx, event, context) =>
    addFacts(tx, context, {
      gazette: event.gazette,
      gazetteReference: event.reference,
      gazetteUrl: event.url,
      gazettedOn: event.gazettedOn,
    }),

  'entry-into-force-recorded': (tx, { inForceOn }, context) => addFacts(tx, context, { inForceOn }),

  'entry-application-recorded': (tx, { entryIds, applicableFrom }) =>
    tx.update(entries).set({ applicableFrom }).where(inArray(entries.id, entryIds)),

  'notification-prepared': (tx, event, context) =>
    tx.insert(notifications).values({
      id: event.notificationId,
      measureId: measureOf(context),
      article: event.article,
      reasons: event.reasons,
      description: event.description,
      packSha256: event.packSha256,
      preparedAt: context.at,
      preparedBy: context.actor?.personId ?? null,
    }),

  'notification-sent': (tx, { notificationId, addressees }) =>
    tx
      .insert(notificationAddressees)
      .values(addressees.map((addressee) => ({ ...addressee, notificationId })))
      .onConflictDoNothing(),

  'notification-acknowledged': (tx, { notificationId, acknowledgedOn, reference }) =>
    tx
      .update(notifications)
      .set({ acknowledgedOn, acknowledgementReference: reference })
      .where(eq(notifications.id, notificationId)),

  'missing-content-asked': (tx, { notificationId, question }) =>
    tx
      .update(notifications)
      .set({ missingContent: question, missingContentAnswer: null })
      .where(eq(notifications.id, notificationId)),

  'missing-content-supplied': (tx, { notificationId, answer }) =>
    tx
      .update(notifications)
      .set({ missingContentAnswer: answer })
      .where(eq(notifications.id, notificationId)),

  'measure-published': (tx, { ojReference, publishedOn }, context) =>
    addFacts(tx, context, { publicationReference: ojReference, publishedOn }),

  'compilation-recorded': async (tx, event, { at, actor }) => {
    await tx.insert(compilations).values({
      id: event.compilationId,
      kind: event.kind,
      ojReference: event.ojReference,
      publishedOn: event.publishedOn,
      title: event.title,
      url: event.url,
      note: event.note,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    })
    if (event.entryIds.length === 0) return
    await tx
      .insert(compilationEntries)
      .values(event.entryIds.map((entryId) => ({ compilationId: event.compilationId, entryId })))
  },

  // The same compilation in the history of one file: the rows are there already.
  'list-compiled': async () => {},

  'entry-covered': (tx, event) =>
    tx
      .update(entries)
      .set({
        annexICode: event.annexICode,
        coveredExtent: event.extent,
        coveredSince: event.since,
      })
      .where(eq(entries.id, event.entryId)),

  'measure-repealed': async (tx, { repealedOn, repealedBy }, context) => {
    await addFacts(tx, context, { repealedOn, repealedBy })
    await endEntries(tx, context, repealedOn, 'repealed')
  },

  'measure-expired': async (tx, { expiredOn }, context) => {
    await addFacts(tx, context, { expiredOn })
    await endEntries(tx, context, expiredOn, 'expired')
  },

  'requirement-recorded': (tx, event, { at, actor }) =>
    tx.insert(requirements).values({
      id: event.requirementId,
      entryId: event.entryId,
      compilationId: event.compilationId,
      relying: event.relying,
      exporterInformedOn: event.exporterInformedOn,
      customsInformedOn: event.customsInformedOn,
      information: event.information,
      audience: event.audience,
      warnings: event.warnings,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    }),

  'requirement-ended': (tx, { requirementId, endedOn, reason }) =>
    tx
      .update(requirements)
      .set({ endedOn, endReason: reason })
      .where(eq(requirements.id, requirementId)),

  'refusal-recorded': (tx, event, { at, actor }) =>
    tx.insert(refusals).values({
      id: event.refusalId,
      entryId: event.entryId,
      delegation: event.delegation,
      duesReference: event.duesReference,
      refusedOn: event.refusedOn,
      recordedAt: at,
      recordedBy: actor?.personId ?? null,
    }),
}

function addFacts(tx: Tx, context: Context, facts: Partial<typeof adoptions.$inferInsert>) {
  return tx
    .update(adoptions)
    .set(facts)
    .where(eq(adoptions.measureId, measureOf(context)))
}

/** Entries of the list that nothing ended before. */
async function endEntries(
  tx: Tx,
  context: Context,
  endedOn: string,
  endedBy: 'repealed' | 'expired',
) {
  await tx
    .update(entries)
    .set({ endedOn, endedBy })
    .where(and(eq(entries.measureId, measureOf(context)), isNull(entries.endedOn)))
}
