import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { type FileSubject, fileSubject } from '#app/access/subjects.ts'
import { toldOf } from '#app/access/told.ts'
import { reaches } from '#app/measures/audience.ts'
import { type Measure, sendingTo } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { sharedAudience } from '#app/measures/visibility.ts'
import { isPossible, type TransitionCommand } from '#app/measures/transitions.ts'
import { wasGiven } from '#app/measures/visibility.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { Database } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { positions } from '#db/schema/comments.ts'
import { adoptions, attachments, measures, nationalSteps } from '#db/schema/measures.ts'
import { compareCodes } from '#app/text/code.ts'
import { entries } from '#db/schema/register.ts'
import { roomsOf } from './file-rooms.server.ts'
import { findVersions } from './file-versions.server.ts'
import { findHistory } from './history.server.ts'
import { findNoticeText } from './notice-text.server.ts'
import { findDriftsOf } from './drifted-pairs.server.ts'
import { findParallelDrafts } from './parallel-drafts.server.ts'

/** Everything the file's page shows to this person, and nothing else. */
export async function findFilePage(deps: Deps, actor: Actor, reference: string) {
  const { db } = deps
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const may = mayDo(actor, measure, file)
  const { details, stage, revision } = toldOf(actor, measure)
  const [
    opening,
    versions,
    facts,
    notice,
    steps,
    files,
    parallel,
    drifted,
    history,
    answers,
    codes,
    now,
  ] = await Promise.all([
    findOpening(db, actor, measure),
    findVersions(db, actor, measure),
    findFacts(db, measure.id),
    findNoticeText(db, actor, measure),
    findSteps(db, actor, measure),
    findAttachments(db, actor, measure),
    findParallelDrafts(db, actor, measure),
    findDriftsOf(db, actor, measure),
    findHistory(db, actor, measure, file),
    findAnswers(db, actor, measure),
    findCodes(db, actor, measure),
    databaseTime(db),
  ])
  return {
    ok: true as const,
    today: now.today,
    file: {
      ...details,
      ...opening,
      id: measure.id,
      reference: measure.reference,
      owner: measure.owner,
      kind: measure.kind,
      stage,
      revision,
      isOurs: actor.delegation === measure.owner,
      facts,
      notified: firstSent(actor, measure),
      inCompilationOn: measure.stage === 'adopted' ? measure.facts.inCompilationOn : null,
      notice,
      versions,
      steps,
      attachments: files,
      parallelDrafts: parallel,
      drifted,
      answers,
      codes,
      history,
    },
    rooms: roomsOf(actor, measure),
    /** Who learns of a withdrawal at once; for those who may withdraw alone. */
    withdrawalReaches: may.withdraw ? sharedAudience(measure) : null,
    may,
  }
}

export type FilePage = Extract<Awaited<ReturnType<typeof findFilePage>>, { ok: true }>

/**
 * The day on which the first message went to the last of its addressees, as far as this person knows
 * of it: of the messages that went to others alone they know nothing. Null where there was none.
 */
function firstSent(actor: Actor, measure: Measure): { on: string | null } | null {
  if (measure.stage !== 'adopted') return null
  const known = measure.facts.notifications.filter(
    (message) =>
      message.sent.length > 0 &&
      (actor.delegation === measure.owner || sendingTo(message, actor.delegation) !== null),
  )
  const [first] = known
  return first ? { on: first.sent.at(-1)?.on ?? null } : null
}

/** The file, for a route that shows one of its rooms. */
export async function findFile(
  { db }: Deps,
  actor: Actor,
  reference: string,
): Promise<Result<{ measure: Measure; file: FileSubject }>> {
  const measure = await findMeasureByReference(db, reference)
  if (!measure) return refuse('not-found')
  const file = fileSubject(measure)
  const permission = can(actor, 'see-file', file)
  return permission.ok ? { ok: true, measure, file } : permission
}

/** Which acts the page offers: those that are theirs to make and possible now. */
function mayDo(actor: Actor, measure: Measure, file: FileSubject) {
  const act = (command: TransitionCommand) =>
    isPossible(command, measure.stage) && can(actor, 'act', { file, command }).ok
  return {
    writeDraft: measure.documentId !== null && can(actor, 'write-draft', file).ok,
    changeDetails: can(actor, 'change-details', file).ok,
    attach: can(actor, 'attach', file).ok,
    withhold: can(actor, 'withhold', { file, of: actor.delegation }).ok,
    giveNotice: act('give-notice'),
    openDraft: act('open-draft'),
    share: act('share'),
    recall: act('recall'),
    withdraw: act('withdraw'),
    recordAdoption: act('record-adoption'),
    openAmendment:
      measure.stage === 'adopted' &&
      actor.delegation === measure.owner &&
      can(actor, 'open-file', null).ok,
  }
}

/** Its language, and when it was opened and ended. The opening is an act inside the house. */
async function findOpening(db: Database, actor: Actor, measure: Measure) {
  const [row] = await db
    .select({
      originalLanguage: measures.originalLanguage,
      openedAt: measures.openedAt,
      withdrawnAt: measures.withdrawnAt,
    })
    .from(measures)
    .where(eq(measures.id, measure.id))
  if (!row) throw new Error(`no file ${measure.id}`)
  const isInside = can(actor, 'see-draft', fileSubject(measure)).ok
  return {
    originalLanguage: row.originalLanguage,
    openedAt: isInside ? row.openedAt.toISOString() : null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  }
}

/** What the record of adoption tells everybody who knows of it: of the act, not of the final text. */
async function findFacts(db: Database, measureId: string) {
  const [row] = await db
    .select({
      adoptedOn: adoptions.adoptedOn,
      actNumber: adoptions.actNumber,
      gazette: adoptions.gazette,
      gazettedOn: adoptions.gazettedOn,
      gazetteReference: adoptions.gazetteReference,
      inForceOn: adoptions.inForceOn,
      publishedOn: adoptions.publishedOn,
      publicationReference: adoptions.publicationReference,
      repealedOn: adoptions.repealedOn,
      expiredOn: adoptions.expiredOn,
    })
    .from(adoptions)
    .where(eq(adoptions.measureId, measureId))
  return row ?? null
}

/** The codes of the entries that the final text brought, for those who may read it. */
async function findCodes(db: Database, actor: Actor, measure: Measure): Promise<string[]> {
  const file = fileSubject(measure)
  const final = measure.versions.find(({ kind }) => kind === 'final')
  if (!final || !can(actor, 'see-version', { file, version: final }).ok) return []
  const rows = await db
    .selectDistinct({ code: entries.code })
    .from(entries)
    .where(eq(entries.measureId, measure.id))
  return rows.map(({ code }) => code).toSorted(compareCodes)
}

interface NationalStep {
  id: string
  title: string
  on: string | null
}

/** Steps of the national procedure stay inside the house. */
async function findSteps(db: Database, actor: Actor, measure: Measure): Promise<NationalStep[]> {
  if (!can(actor, 'see-draft', fileSubject(measure)).ok) return []
  return db
    .select({ id: nationalSteps.id, title: nationalSteps.title, on: nationalSteps.on })
    .from(nationalSteps)
    .where(eq(nationalSteps.measureId, measure.id))
    .orderBy(asc(nationalSteps.on))
}

/** The attachments that this person may read, in the order in which they were added. */
async function findAttachments(db: Database, actor: Actor, measure: Measure) {
  const file = fileSubject(measure)
  const rows = await db
    .select({
      id: attachments.id,
      name: attachments.name,
      kind: attachments.kind,
      language: attachments.language,
      mediaType: attachments.mediaType,
      size: attachments.size,
      otherChannel: attachments.otherChannel,
      isShared: attachments.isShared,
      isWithheld: attachments.isWithheld,
    })
    .from(attachments)
    .where(and(eq(attachments.measureId, measure.id), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.addedAt))
  const mayAttach = can(actor, 'attach', file).ok
  return rows
    .filter((attachment) => can(actor, 'read-attachment', { file, attachment }).ok)
    .map((attachment) => ({
      ...attachment,
      mayRemove: mayAttach && !wasGiven(attachment, measure),
    }))
}

/** Who stands where on the newest version, as far as this person may know. Silence is not among them. */
async function findAnswers(db: Database, actor: Actor, measure: Measure) {
  const file = fileSubject(measure)
  const last = measure.versions.findLast(
    (version) =>
      version.kind !== 'final' &&
      !version.isRecalled &&
      can(actor, 'see-version', { file, version }).ok,
  )
  if (!last) return []
  const rows = await db
    .select({
      delegation: positions.delegation,
      stance: positions.stance,
      audience: positions.audience,
      statedAt: positions.statedAt,
    })
    .from(positions)
    .where(
      and(
        eq(positions.versionId, last.id),
        isNull(positions.supersededBy),
        isNull(positions.entryCode),
      ),
    )
    .orderBy(asc(positions.statedAt))
  return rows
    .filter(({ audience, delegation }) =>
      reaches(audience, { owner: measure.owner, author: delegation }, actor.delegation),
    )
    .map(({ delegation, stance, statedAt }) => ({
      delegation,
      stance,
      statedAt: statedAt.toISOString(),
    }))
}
