import { inArray } from 'drizzle-orm'
import { type Actor, anyReaderOf } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import { selectAdoptions } from '#db/adoptions.server.ts'
import type { Database } from '#db/client.server.ts'
import { deskTypes } from '#app/measures/events.ts'
import { deskOpenings } from '#app/measures/commission-desk.ts'
import {
  countDesk,
  countEntries,
  type DeskFilter,
  findDeskMeasureIds,
} from '#db/commission-desk.server.ts'
import { countedUntil } from '#db/counts.server.ts'
import { findCompilations } from '#db/compilations.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { findNotifications, type SentNotification } from '#db/notifications.server.ts'
import { type Knows, knowsWhere } from '#db/known-ends.server.ts'
import { adoptions } from '#db/schema/measures.ts'
import { isVisible } from './told-files.server.ts'

const pageSize = 50

/** What states have notified and published, with what is recorded about it at the Commission's. */
export async function findCommissionDesk(
  { db }: Deps,
  actor: Actor,
  filter: DeskFilter,
  page: number,
) {
  const permission = can(actor, 'use-commission-desk', null)
  if (!permission.ok) return permission
  const knows = knowsWhere(isVisible(db, actor))
  const [ids, total, compilations, ...open] = await Promise.all([
    findDeskMeasureIds(
      db,
      { ...filter, knows },
      { offset: (page - 1) * pageSize, limit: pageSize },
    ),
    countKept(db, filter, knows),
    findCompilations(db),
    ...deskOpenings.map((opening) =>
      countKept(db, { states: filter.states, open: [opening] }, knows),
    ),
  ])
  const [found, notifications, entryCounts] = await Promise.all([
    findMeasures(db, ids),
    findNotifications(db, ids),
    countEntries(db, ids, knows),
  ])
  const visible = found.filter((measure) => can(actor, 'see-file', fileSubject(measure)).ok)
  const records =
    visible.length === 0
      ? []
      : await selectAdoptions(db).where(
          inArray(
            adoptions.measureId,
            visible.map(({ id }) => id),
          ),
        )
  return {
    ok: true as const,
    page,
    pageSize,
    total,
    openings: deskOpenings.map((opening, index) => ({ opening, count: open[index] ?? 0 })),
    compilations: compilations.map(({ id, kind, ojReference, publishedOn }) => ({
      id,
      kind,
      ojReference,
      publishedOn,
    })),
    rows: visible.flatMap((measure) => {
      const record = records.find(({ measureId }) => measureId === measure.id)
      if (!record || measure.stage !== 'adopted') return []
      const own = notifications.filter(({ measureId }) => measureId === measure.id)
      return [
        {
          reference: measure.reference,
          owner: measure.owner,
          kind: measure.kind,
          title: record.title,
          actTitle: record.actTitle,
          actNumber: record.actNumber,
          language: record.language,
          adoptedOn: record.adoptedOn,
          gazette: record.gazette,
          gazettedOn: record.gazettedOn,
          inForceOn: record.inForceOn,
          publishedOn: record.publishedOn,
          publicationReference: record.publicationReference,
          inCompilationOn: measure.facts.inCompilationOn,
          endedOn: record.repealedOn ?? record.expiredOn,
          entries: entryCounts.get(measure.id) ?? { standing: 0, compiled: 0 },
          notifications: own.flatMap(asReceived),
        },
      ]
    }),
  }
}

export type CommissionDesk = Extract<Awaited<ReturnType<typeof findCommissionDesk>>, { ok: true }>

/** What is counted of the whole desk, so that nobody who looks afterwards waits for it. */
export async function countDeskAhead({ db }: Deps): Promise<void> {
  const knows = knowsWhere(isVisible(db, anyReaderOf('COM')))
  await countKept(db, { states: [], open: [] }, knows)
  for (const opening of deskOpenings) await countKept(db, { states: [], open: [opening] }, knows)
}

/** The desk is the Commission's, so all who use it know the same. */
function countKept(db: Database, filter: DeskFilter, knows: Knows): Promise<number> {
  const name = `desk ${JSON.stringify([filter.states, filter.open])}`
  return countedUntil(db, { about: 'everything', name, types: deskTypes }, () =>
    countDesk(db, { ...filter, knows }),
  )
}

/** A message as the Commission has it; of one that did not go to it, it knows nothing. */
function asReceived(notification: SentNotification) {
  const toUs = notification.addressees.find(({ delegation }) => delegation === 'COM')
  if (!toUs) return []
  return {
    id: notification.id,
    article: notification.article,
    sentOn: toUs.sentOn,
    reference: toUs.reference,
    acknowledgedOn: notification.acknowledgedOn,
    openQuestions: notification.questions.filter(({ answeredAt }) => answeredAt === null).length,
  }
}
