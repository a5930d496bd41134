import type { Actor, Visitor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { type FileSubject, fileSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { SealedAct } from '#app/measures/events/proof.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { SealedSaying, Sight } from '#app/measures/seal.ts'
import { type SealedFile, sealedFormat, writeSealedFile } from '#app/proof/sealed-record.ts'
import { findProof } from '#db/checkpoints.server.ts'
import { findRecalledComments } from '#db/comments.server.ts'
import { findCompilation } from '#db/compilations.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { findNotification } from '#db/notifications.server.ts'
import { findParts, findSeal, type Seal } from '#db/seals.server.ts'
import { visibleNotification } from './record-page.server.ts'

/** Refused as `not-yet-sealed` until a checkpoint covers it, which takes a minute. */
export type SealedRecord = Result<{ file: string }>

/** The sealed record of an adoption, for whoever reads the final text; of the public nobody is asked. */
export async function findSealedAdoption(
  deps: Deps,
  visitor: Visitor,
  reference: string,
): Promise<SealedRecord> {
  const measure = await findMeasureByReference(deps.db, reference)
  const final = measure?.versions.find(({ kind }) => kind === 'final')
  if (!measure || !final) return refuse('not-found')
  const file = fileSubject(measure)
  const permission = can(visitor, 'see-version', { file, version: final })
  if (!permission.ok) return permission
  const reading = {
    visitor,
    measure,
    file,
    recalled: await findRecalledComments(deps.db, measure.id),
  }
  return sealedRecord(deps, 'adoption', final.id, (sight) => sees(reading, sight))
}

/** For the state that notified and for those to whom it went. */
export async function findSealedNotification(
  deps: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
): Promise<SealedRecord> {
  const measure = await findMeasureByReference(deps.db, reference)
  if (!measure || !can(actor, 'see-file', fileSubject(measure)).ok) return refuse('not-found')
  const notification = await findNotification(deps.db, measure.id, notificationId)
  if (!notification || !visibleNotification(actor, measure, notification)) {
    return refuse('not-found')
  }
  const isHouse = can(actor, 'see-draft', fileSubject(measure)).ok
  return sealedRecord(
    deps,
    'notification',
    notificationId,
    ({ of }) => of === 'act' || (of === 'house' && isHouse),
  )
}

/** What the Official Journal published is everybody's. */
export async function findSealedCompilation(deps: Deps, id: string): Promise<SealedRecord> {
  if (!(await findCompilation(deps.db, id))) return refuse('not-found')
  return sealedRecord(deps, 'compilation', id, (sight) => sight.of === 'act')
}

async function sealedRecord(
  { db }: Deps,
  of: SealedAct,
  subjectId: string,
  isShown: (sight: Sight) => boolean,
): Promise<SealedRecord> {
  const seal = await findSeal(db, of, subjectId)
  if (!seal) return refuse('not-found')
  const proof = await findProof(db, seal.event.id)
  if (!proof) return refuse('not-yet-sealed')
  const kept = (await findParts(db, seal.id)).toSorted((a, b) =>
    a.commitment < b.commitment ? -1 : 1,
  )
  return {
    ok: true,
    file: writeSealedFile({
      format: sealedFormat,
      event: sealedEvent(seal),
      content: seal.content,
      parts: kept
        .filter(({ sight }) => isShown(sight))
        .map(({ name, salt, content }) => ({ name, salt, content })),
      withheld: kept.filter(({ sight }) => !isShown(sight)).map(({ commitment }) => commitment),
      path: proof.path,
      checkpoint: proof.note,
      key: proof.key,
    }),
  }
}

/** The event as the file tells it: with its salt, as all have that are sealed. */
function sealedEvent({ event }: Seal): SealedFile['event'] {
  const { salt } = event
  if (!salt || event.type !== 'record-sealed') throw new Error(`event ${event.id} seals nothing`)
  return { ...event, type: event.type, salt, audience: null }
}

interface Reading {
  visitor: Visitor
  measure: Measure
  file: FileSubject
  /** Comments that were recalled, also since. */
  recalled: ReadonlySet<string>
}

function sees(reading: Reading, sight: Sight): boolean {
  const { visitor, measure, file } = reading
  const versionOf = (id: string) => measure.versions.find((version) => version.id === id)
  switch (sight.of) {
    case 'act':
      return true
    case 'house':
      return can(visitor, 'see-draft', file).ok
    case 'version': {
      const version = versionOf(sight.versionId)
      return version !== undefined && can(visitor, 'see-version', { file, version }).ok
    }
    case 'comment':
      return readsSaying(reading, sight)
    case 'quote': {
      const version = versionOf(sight.openedIn)
      return (
        version !== undefined &&
        can(visitor, 'see-version', { file, version }).ok &&
        readsSaying(reading, sight)
      )
    }
    case 'position': {
      const version = versionOf(sight.versionId)
      return version !== undefined && can(visitor, 'see-position', { ...sight, file, version }).ok
    }
    case 'nothing':
      return false
  }
}

function readsSaying({ visitor, measure, file, recalled }: Reading, saying: SealedSaying): boolean {
  const version = measure.versions.find(({ id }) => id === saying.versionId)
  if (!version) return false
  const isRecalled = recalled.has(saying.commentId)
  const subject = { ...saying, file, version, lane: 'released' as const, isRecalled }
  return can(visitor, 'read-comment', subject).ok
}
