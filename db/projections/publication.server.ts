import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { EventOf } from '#app/measures/events.ts'
import type { Tx } from '../client.server.ts'
import {
  adoptions,
  notificationAddressees,
  notificationQuestions,
  notifications,
} from '../schema/measures.ts'
import {
  compilationEntries,
  compilations,
  entryCoverages,
  informationNoteLines,
  informationNotes,
} from '../schema/register.ts'
import { type Context, measureOf, type Projections } from './context.ts'
import {
  adoptEntries,
  applyEntries,
  endEntries,
  enterIntoForce,
  publishEntries,
} from './entries.server.ts'

type PublicationEvent =
  | 'adoption-corrected'
  | 'gazette-recorded'
  | 'entry-into-force-recorded'
  | 'entry-application-recorded'
  | 'notification-prepared'
  | 'notification-sent'
  | 'sending-corrected'
  | 'notification-acknowledged'
  | 'acknowledgement-corrected'
  | 'missing-content-asked'
  | 'missing-content-supplied'
  | 'measure-published'
  | 'compilation-recorded'
  | 'list-compiled'
  | 'information-note-recorded'
  | 'measure-in-note'
  | 'publication-corrected'
  | 'measure-publication-corrected'
  | 'entry-covered'
  | 'measure-repealed'
  | 'measure-expired'

export const publicationProjections: Projections<PublicationEvent> = {
  'adoption-corrected': async (tx, { actTitle, actNumber, adoptedOn }, context) => {
    await addFacts(tx, context, { actTitle, actNumber, adoptedOn })
    await adoptEntries(tx, measureOf(context))
  },

  'gazette-recorded': async (tx, event, context) => {
    await addFacts(tx, context, {
      gazette: event.gazette,
      gazetteReference: event.reference,
      gazetteUrl: event.url,
      gazettedOn: event.gazettedOn,
    })
    await publishEntries(tx, [measureOf(context)])
  },

  'entry-into-force-recorded': async (tx, { inForceOn }, context) => {
    await addFacts(tx, context, { inForceOn })
    await enterIntoForce(tx, measureOf(context), inForceOn)
  },

  'entry-application-recorded': (tx, { entryIds, applicableFrom }, context) =>
    applyEntries(tx, measureOf(context), entryIds, applicableFrom),

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

  'sending-corrected': (tx, { notificationId, addressees, channel, sentOn, reference }) =>
    tx
      .update(notificationAddressees)
      .set({ channel, sentOn, reference })
      .where(
        and(
          eq(notificationAddressees.notificationId, notificationId),
          inArray(notificationAddressees.delegation, addressees),
        ),
      ),

  'notification-acknowledged': acknowledge,

  'acknowledgement-corrected': acknowledge,

  'missing-content-asked': (tx, { questionId, notificationId, question }, { at, actor }) =>
    tx.insert(notificationQuestions).values({
      id: questionId,
      notificationId,
      question,
      askedAt: at,
      askedBy: actor?.personId ?? null,
    }),

  'missing-content-supplied': (tx, { questionId, answer }, { at, actor }) =>
    tx
      .update(notificationQuestions)
      .set({ answer, answeredAt: at, answeredBy: actor?.personId ?? null })
      .where(eq(notificationQuestions.id, questionId)),

  'measure-published': async (tx, { ojReference, publishedOn }, context) => {
    await addFacts(tx, context, { publicationReference: ojReference, publishedOn })
    await publishEntries(tx, [measureOf(context)])
  },

  'compilation-recorded': async (tx, event, { at, actor }) => {
    await tx.insert(compilations).values({
      id: event.compilationId,
      kind: event.kind,
      corrects: event.corrects,
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

  // The rows are there already; what was compiled is public from now.
  'list-compiled': (tx, _event, context) => publishEntries(tx, [measureOf(context)]),

  'information-note-recorded': async (tx, event, { at, actor }) => {
    const { noteId: id, ojReference, publishedOn, title, url, note, lines } = event
    const recordedBy = actor?.personId ?? null
    await tx
      .insert(informationNotes)
      .values({ id, ojReference, publishedOn, title, url, note, recordedAt: at, recordedBy })
    if (lines.length === 0) return
    await tx.insert(informationNoteLines).values(
      lines.map((line, position) => ({
        noteId: event.noteId,
        measureId: line.measureId,
        position,
        line,
      })),
    )
  },

  // The first publication is that of Article 9(4), first sentence; later notes name it again.
  'measure-in-note': async (tx, { ojReference, publishedOn, isNamed }, context) => {
    if (!isNamed) return
    const measureId = measureOf(context)
    await tx
      .update(adoptions)
      .set({ publicationReference: ojReference, publishedOn })
      .where(and(eq(adoptions.measureId, measureId), isNull(adoptions.publishedOn)))
    await publishEntries(tx, [measureId])
  },

  'publication-corrected': async (tx, event) => {
    const { of, publicationId, ojReference, publishedOn, title, url, note, corrected } = event
    const said = { ojReference, publishedOn, title, url, note }
    if (of === 'compilation') {
      await tx.update(compilations).set(said).where(eq(compilations.id, publicationId))
      return
    }
    await tx.update(informationNotes).set(said).where(eq(informationNotes.id, publicationId))
    // What was published first with that note was published where the note stands.
    await tx
      .update(adoptions)
      .set({ publicationReference: ojReference, publishedOn })
      .where(
        and(
          eq(adoptions.publicationReference, corrected.ojReference),
          eq(adoptions.publishedOn, corrected.publishedOn),
        ),
      )
  },

  // The correction has moved it already.
  'measure-publication-corrected': async () => {},

  'entry-covered': (tx, { entryId, point, annexICode, extent, since, comparison }, { at, actor }) =>
    tx
      .insert(entryCoverages)
      .values({
        entryId,
        point: point ?? '',
        annexICode,
        extent,
        since,
        comparison,
        recordedAt: at,
        recordedBy: actor?.personId ?? null,
      })
      .onConflictDoUpdate({
        target: [
          entryCoverages.entryId,
          entryCoverages.point,
          entryCoverages.annexICode,
          entryCoverages.since,
        ],
        set: { extent, comparison },
      }),

  'measure-repealed': async (tx, { repealedOn, repealedBy }, context) => {
    await addFacts(tx, context, { repealedOn, repealedBy, expiredOn: null })
    await endEntries(tx, measureOf(context))
  },

  'measure-expired': async (tx, { expiredOn }, context) => {
    await addFacts(tx, context, { expiredOn, repealedOn: null, repealedBy: null })
    await endEntries(tx, measureOf(context))
  },
}

function acknowledge(
  tx: Tx,
  {
    notificationId,
    acknowledgedOn,
    reference,
  }: EventOf<'notification-acknowledged' | 'acknowledgement-corrected'>,
) {
  return tx
    .update(notifications)
    .set({ acknowledgedOn, acknowledgementReference: reference })
    .where(eq(notifications.id, notificationId))
}

function addFacts(tx: Tx, context: Context, facts: Partial<typeof adoptions.$inferInsert>) {
  return tx
    .update(adoptions)
    .set(facts)
    .where(eq(adoptions.measureId, measureOf(context)))
}
