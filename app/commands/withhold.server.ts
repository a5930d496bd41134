import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/access/actor.ts'
import { jointSubject } from '#app/access/joint-subject.ts'
import { can } from '#app/access/policy.ts'
import { commentSubject, type FileSubject, fileSubject } from '#app/access/subjects.ts'
import { type Audience, reached } from '#app/measures/audience.ts'
import { delegationCodes, type DelegationCode } from '#app/measures/delegation-codes.ts'
import type { EventType, RecordedEvent } from '#app/measures/events.ts'
import type { Measure } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { attachmentVisibility } from '#app/measures/visibility.ts'
import { canBeWithheld, type WithheldTarget, withheldBy } from '#app/measures/withholding.ts'
import type { Withhold } from '#app/measures/withholding-inputs.ts'
import type { Tx } from '#db/client.server.ts'
import { findComment } from '#db/comments.server.ts'
import { findActs, type RecordedAct } from '#db/events.server.ts'
import { findJointComment } from '#db/joint-comments.server.ts'
import { isPublishedText } from '#db/languages.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import {
  isNothing,
  type Plan,
  planWithholding,
  withheldEvent,
} from '#db/withholding-plan.server.ts'
import { withhold as putOutOfReach, withholdActs } from '#db/withholding.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'

/**
 * Sees to it that nobody reads words any more that must not be in the portal, from the commit on and on every
 * node. They are put aside, to be purged or restored by whoever may release.
 */
export function withhold(
  { db }: Deps,
  actor: Actor,
  reference: string,
  { key, targets }: Withhold,
): Promise<Result<object>> {
  return once(
    db,
    actor,
    { key, act: 'withhold', content: { reference, targets } },
    () => ({ ok: true }),
    async (tx) => {
      const measure = await lockMeasureByReference(tx, reference)
      if (!measure) return refuse('not-found')
      const file = fileSubject(measure)
      const acts = await findActs(tx, measure.id)
      for (const target of targets) {
        const of = await findWhose(tx, actor, { measure, file, acts }, target)
        if (of === null) return refuse('not-found')
        if (of === 'public') return refuse('is-public')
        const permission = can(actor, 'withhold', { file, of })
        if (!permission.ok) return permission
      }
      const withheld = withheldBy(targets, acts)
      const plan = await planWithholding(tx, measure, acts, withheld)
      if (isNothing(plan)) return refuse('already-withheld')
      const withholdingId = randomUUID()
      const audience = audienceOf(actor, measure, acts, plan, withheld.versions)
      await putOutOfReach(tx, measure.id, withholdingId, plan)
      await record(tx, actor, measure, [withheldEvent(withholdingId, targets, audience, plan)])
      await withholdActs(tx, withholdingId, plan)
      return { ok: true }
    },
  )
}

interface File {
  measure: Measure
  file: FileSubject
  acts: readonly RecordedAct[]
}

/** Whose a target is; null where this person does not see it, or it is none. */
async function findWhose(
  tx: Tx,
  actor: Actor,
  { measure, file, acts }: File,
  target: WithheldTarget,
): Promise<DelegationCode | 'public' | null> {
  const { owner } = measure
  const versionOf = (id: string) => measure.versions.find((version) => version.id === id)
  switch (target.kind) {
    case 'draft':
      return can(actor, 'see-draft', file).ok && measure.documentId ? owner : null
    case 'version': {
      const version = versionOf(target.versionId)
      if (version?.number !== target.number) return null
      // What is in the gazette is no secret, and not ours to take back.
      if (version.kind === 'final' && file.isPublic) return 'public'
      return can(actor, 'see-version', { file, version }).ok ? owner : null
    }
    case 'translation': {
      const { event } = acts.find(isTranslation(target.translationId)) ?? {}
      const version = event?.type === 'translation-added' ? versionOf(event.versionId) : undefined
      return version && can(actor, 'see-version', { file, version }).ok ? owner : null
    }
    case 'language-version': {
      const act = acts.find(({ event }) => textAdded(event, target.languageVersionId) !== null)
      const sha256 = act && textAdded(act.event, target.languageVersionId)
      if (!act || !sha256 || !can(actor, 'see-languages', file).ok) return null
      return (await isPublishedText(tx, sha256)) ? 'public' : (act.delegation ?? owner)
    }
    case 'attachment': {
      const { event } = acts.find(isAttachment(target.attachmentId)) ?? {}
      const isSeen =
        event?.type === 'attachment-added' &&
        can(actor, 'read-attachment', { file, attachment: event }).ok
      return isSeen ? owner : null
    }
    case 'comment': {
      const comment = await findComment(tx, measure.id, target.commentId)
      const version = comment && versionOf(comment.versionId)
      if (!comment || !version) return null
      const subject = commentSubject({ file, version }, comment)
      if (!can(actor, 'see-comment', subject).ok) return null
      return comment.signatories.includes(actor.delegation) ? actor.delegation : comment.delegation
    }
    case 'joint-comment': {
      const joint = await findJointComment(tx, measure.id, target.jointId)
      const subject = joint && jointSubject(measure, joint)
      if (!subject || !can(actor, 'see-joint', subject).ok) return null
      return subject.joined.includes(actor.delegation) ? actor.delegation : null
    }
    case 'act': {
      const act = acts.find(({ id }) => id === target.eventId)
      if (!act || !canBeWithheld(act.event)) return null
      if (file.isPublic && ofTheMeasure.has(act.event.type)) return 'public'
      const { lane, delegation, audience } = act
      const subject = { type: act.event.type, file, lane, delegation, audience }
      return can(actor, 'see-event', subject).ok ? (delegation ?? owner) : null
    }
  }
}

/** What the register says of a measure. */
const ofTheMeasure: ReadonlySet<EventType> = new Set([
  'file-opened',
  'details-changed',
  'adoption-recorded',
  'adoption-corrected',
  'gazette-recorded',
])

function isTranslation(id: string) {
  return ({ event }: RecordedAct) =>
    event.type === 'translation-added' && event.translationId === id
}

/** The hash of a language version that an act added. */
function textAdded(event: RecordedEvent, id: string): string | null {
  if (event.type !== 'language-versions-added') return null
  return event.versions.find(({ languageVersionId }) => languageVersionId === id)?.sha256 ?? null
}

function isAttachment(id: string) {
  return ({ event }: RecordedAct) => event.type === 'attachment-added' && event.attachmentId === id
}

/** Whom any of it had reached: they are told, and their screens ask again. Null: nobody else. */
function audienceOf(
  { delegation }: Actor,
  measure: Measure,
  acts: readonly RecordedAct[],
  plan: Plan,
  versions: ReadonlySet<string>,
): Audience | null {
  const { owner } = measure
  const file = { ...fileSubject(measure), versions: measure.versions }
  const told = new Set<DelegationCode>()
  const tell = (audience: Audience | null, author: DelegationCode) => {
    if (audience) for (const code of reached(audience, { owner, author })) told.add(code)
  }
  for (const version of measure.versions)
    if (versions.has(version.id)) tell(version.audience, owner)
  const ids = new Set(plan.acts.map(({ key }) => key))
  const texts = new Set(plan.texts.map(({ key }) => key))
  for (const { id, audience, delegation: author, event, lane } of acts) {
    if (event.type === 'attachment-added' && plan.attachments.includes(event.attachmentId))
      tell(attachmentVisibility(event, file).audience, owner)
    const isOfTexts =
      event.type === 'language-versions-added' &&
      event.versions.some(({ sha256 }) => texts.has(sha256))
    if (!ids.has(id) && !isOfTexts) continue
    if (lane === 'public') for (const version of measure.versions) tell(version.audience, owner)
    tell(audience, author ?? owner)
    if (author) told.add(author)
  }
  told.delete(delegation)
  if (told.size === 0) return null
  const delegations = delegationCodes.filter((code) => told.has(code))
  return { kind: 'named', delegations }
}
