import { eq } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { type FileSubject, fileSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Audience } from '#app/measures/audience.ts'
import { delegationCodes } from '#app/measures/delegation-codes.ts'
import {
  type Day,
  lastShared,
  type Measure,
  notificationAddressees,
  notifiedDelegations,
} from '#app/measures/measure.ts'
import { sharedAudience } from '#app/measures/visibility.ts'
import { isPossible, type TransitionCommand } from '#app/measures/transitions.ts'
import { codeWarnings } from '#app/text/code.ts'
import { entriesOf } from '#app/text/entries.ts'
import { plainText } from '#app/text/content.ts'
import { type Adoption, findAdoption } from '#db/adoptions.server.ts'
import type { Database } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findText } from '#db/documents.server.ts'
import {
  findEntriesEndedBy,
  findEntriesOfMeasure,
  type RegisteredEntry,
} from '#db/entries.server.ts'
import { findCompiledPeriods } from '#db/compilations.server.ts'
import { findNotifications, type SentNotification } from '#db/notifications.server.ts'
import { findMeasures } from '#db/measures.server.ts'
import { findSealState } from '#db/seals.server.ts'
import { findSecondFactor } from '#db/sessions.server.ts'
import { measures } from '#db/schema/measures.ts'
import { findFile } from './file-page.server.ts'
import { readableVersions, roomsOf } from './file-rooms.server.ts'
import { findVersions } from './file-versions.server.ts'
import { withVisibleEnds } from './visible-ends.server.ts'

async function findShownFactor(db: Database, sessionId: string) {
  const until = await findSecondFactor(db, sessionId)
  return { until: until?.toISOString() ?? null }
}

/** The record of one measure: what the law asks for apart from what was voluntary. */
export async function findRecordPage(
  deps: Deps,
  actor: Actor,
  reference: string,
  /** Whose second factor adoption asks for; null where nobody is asked. */
  session: { id: string } | null = null,
) {
  const { db } = deps
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const may = mayDo(actor, measure, file)
  const isInside = can(actor, 'see-draft', file).ok
  const adoption = await findAdoption(db, measure.id)
  const final = measure.versions.find(({ kind }) => kind === 'final')
  const readsFinal = final !== undefined && can(actor, 'see-version', { file, version: final }).ok
  const { details, stage, revision } = toldOf(actor, measure)
  const [versions, entries, notifications, related, draft, seal, secondFactor, { today }] =
    await Promise.all([
      findVersions(db, actor, measure),
      readsFinal ? findItems(db, actor, measure) : noItems,
      findVisibleNotifications(db, actor, measure),
      findRelated(db, actor, measure),
      !adoption && isInside ? findDraftState(db, measure) : null,
      final && readsFinal ? findSealState(db, 'adoption', final.id) : ('none' as const),
      session && may.adopt ? findShownFactor(db, session.id) : null,
      databaseTime(db),
    ])
  return {
    ok: true as const,
    today,
    secondFactor,
    file: {
      id: measure.id,
      reference: measure.reference,
      title: details.title,
      kind: measure.kind,
      owner: measure.owner,
      stage,
      revision,
      isOurs: actor.delegation === measure.owner,
    },
    rooms: roomsOf(actor, measure),
    voluntary: versions
      .filter(({ kind }) => kind !== 'final')
      .map(({ number, kind, releasedAt, recalledAt }) => ({ number, kind, releasedAt, recalledAt }))
      .toReversed(),
    lastShared: isInside ? (lastShared(measure)?.number ?? null) : null,
    /** Who learns of the adoption at once; for those who may record it alone. */
    adoptionReaches: may.adopt ? sharedAudience(measure) : null,
    draft,
    adoption: adoption && asAdoption(actor, measure, adoption),
    entries,
    readsFinal,
    seal,
    notifications,
    related,
    inCompilationOn: measure.stage === 'adopted' ? measure.facts.inCompilationOn : null,
    may,
  }
}

export type RecordPage = Extract<Awaited<ReturnType<typeof findRecordPage>>, { ok: true }>

function mayDo(actor: Actor, measure: Measure, file: FileSubject) {
  const act = (command: TransitionCommand) =>
    isPossible(command, measure.stage) && can(actor, 'act', { file, command }).ok
  const facts = measure.stage === 'adopted' ? measure.facts : null
  return {
    adopt: act('record-adoption'),
    correctAdoption: act('correct-adoption'),
    gazette: act('record-gazette'),
    enterIntoForce: act('record-entry-into-force'),
    apply: act('record-application'),
    notify: act('prepare-notification'),
    send: act('record-sending'),
    end: act('repeal'),
    hasEnded: facts !== null && (facts.repealedOn ?? facts.expiredOn) !== null,
    publish:
      act('record-publication') && facts !== null && notifiedDelegations(facts).includes('COM'),
    cover: act('cover'),
  }
}

/**
 * The act and its dates are told to everybody who was told of the adoption; of the final text only
 * those hear who may read it, and with what it was compared those who may read that too.
 */
function asAdoption(actor: Actor, measure: Measure, adoption: Adoption) {
  const readable = readableVersions(actor, measure)
  const mayRead = (number: number | null) => readable.some((version) => version.number === number)
  const { versionNumber: number, sha256, comparedWith } = adoption
  return {
    actTitle: adoption.actTitle,
    actNumber: adoption.actNumber,
    adoptedOn: adoption.adoptedOn,
    gazette: adoption.gazette,
    gazetteReference: adoption.gazetteReference,
    gazetteUrl: adoption.gazetteUrl,
    gazettedOn: adoption.gazettedOn,
    inForceOn: adoption.inForceOn,
    publishedOn: adoption.publishedOn,
    publicationReference: adoption.publicationReference,
    repealedOn: adoption.repealedOn,
    repealedBy: adoption.repealedBy,
    expiredOn: adoption.expiredOn,
    final: mayRead(number)
      ? { number, sha256, comparedWith: mayRead(comparedWith) ? comparedWith : null }
      : null,
  }
}

type RecordItem = ReturnType<typeof asItem> & {
  change: 'new' | 'changed' | 'ended'
  /** Since when it stands in the compilation, if it does. */
  inCompilationFrom: Day | null
}

const noItems: RecordItem[] = []

/** What the measure brought and what it ended, in the order of its text. */
async function findItems(db: Database, actor: Actor, measure: Measure): Promise<RecordItem[]> {
  const [brought, ended] = await Promise.all([
    findEntriesOfMeasure(db, measure.id).then((found) => withVisibleEnds(db, actor, found)),
    findEntriesEndedBy(db, measure.id).then((found) => withVisibleEnds(db, actor, found)),
  ])
  const continued = new Set(brought.map(({ previousId }) => previousId))
  const gone = ended.filter(({ id }) => !continued.has(id))
  const periods = await findCompiledPeriods(
    db,
    brought.map(({ id }) => id),
  )
  return [
    ...brought.map((entry) => ({
      ...asItem(entry),
      change: entry.previousId ? ('changed' as const) : ('new' as const),
      inCompilationFrom: periods.get(entry.id)?.find(({ until }) => until === null)?.from ?? null,
    })),
    ...gone.map((entry) => ({
      ...asItem(entry),
      change: 'ended' as const,
      inCompilationFrom: null,
    })),
  ]
}

function asItem(entry: RegisteredEntry) {
  const { id, code, key, heading, edition, applicableFrom, inForceFrom, lastDay } = entry
  const { endedOn, endedBy, isPublic } = entry
  return {
    id,
    code,
    key,
    heading,
    edition,
    applicableFrom,
    inForceFrom,
    lastDay,
    endedOn,
    endedBy,
    isPublic,
    warnings: codeWarnings(code),
  }
}

/**
 * The owner sees its messages from their preparation, each addressee once it was sent them; what the
 * Commission missed stays between it and the owner. The policy's words for the acts say so.
 */
async function findVisibleNotifications(db: Database, actor: Actor, measure: Measure) {
  const all = await findNotifications(db, [measure.id])
  return all.flatMap((notification) => {
    const shown = visibleNotification(actor, measure, notification)
    return shown ? [shown] : []
  })
}

export function visibleNotification(
  actor: Actor,
  measure: Measure,
  notification: SentNotification,
) {
  const file = fileSubject(measure)
  const sees = (type: 'notification-sent' | 'missing-content-asked', audience: Audience) =>
    can(actor, 'see-event', {
      type,
      file,
      lane: 'released',
      delegation: measure.owner,
      audience,
    }).ok
  const isInside = can(actor, 'see-draft', file).ok
  const delegations = notification.addressees.map(({ delegation }) => delegation)
  if (!isInside && !sees('notification-sent', { kind: 'named', delegations })) return null
  return {
    ...notification,
    preparedAt: notification.preparedAt.toISOString(),
    addresseeCount: notificationAddressees(measure.owner, delegationCodes).length,
    questions: sees('missing-content-asked', { kind: 'owner-commission' })
      ? notification.questions.map(({ id, question, answer, askedAt, answeredAt }) => ({
          id,
          question,
          answer,
          askedAt: askedAt.toISOString(),
          answeredAt: answeredAt?.toISOString() ?? null,
        }))
      : [],
  }
}

/** The measure that this one changes, and those that change it, as far as the reader may see them. */
async function findRelated(db: Database, actor: Actor, measure: Measure) {
  const rows = await db
    .select({ id: measures.id, reference: measures.reference, kind: measures.kind })
    .from(measures)
    .where(eq(measures.changes, measure.id))
  const ids = [...rows.map(({ id }) => id), ...(measure.changes ? [measure.changes] : [])]
  const visible = await findReadable(db, actor, ids)
  const [changed] = visible.filter(({ id }) => id === measure.changes)
  return {
    changes: changed
      ? { reference: changed.reference, title: changed.title, kind: changed.kind }
      : null,
    changedBy: visible
      .filter(({ id }) => id !== measure.changes)
      .map(({ reference, title, kind, stage }) => ({ reference, title, kind, stage })),
  }
}

async function findReadable(db: Database, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const visible = (await findMeasures(db, ids)).filter(
    (other) => can(actor, 'see-file', fileSubject(other)).ok,
  )
  return visible.map((other) => {
    const { details, stage } = toldOf(actor, other)
    const { id, reference, kind } = other
    return { id, reference, kind, stage, title: details.title }
  })
}

/** What would be adopted now: whether it says anything, and which codes are odd. It warns only. */
async function findDraftState(db: Database, measure: Measure) {
  const text = measure.documentId ? await findText(db, measure.documentId) : null
  if (!text) return null
  const entries = entriesOf(text.content)
  return {
    isEmpty: plainText(text.content).trim() === '',
    entryCount: entries.length,
    oddCodes: entries
      .map(({ path, heading, code }) => ({ path, heading, warnings: codeWarnings(code) }))
      .filter(({ warnings }) => warnings.length > 0),
  }
}
