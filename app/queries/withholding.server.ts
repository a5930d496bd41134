import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { FileSubject, WithheldSubject } from '#app/access/subjects.ts'
import type { Deps } from '#app/commands/deps.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { EventType, RecordedEvent } from '#app/measures/events.ts'
import type { Measure, VersionKind } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { canBeWithheld } from '#app/measures/withholding.ts'
import { withheldWords, withoutWords } from '#app/measures/without-words.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import type { Database } from '#db/client.server.ts'
import { findComments } from '#db/comments.server.ts'
import { findText } from '#db/documents.server.ts'
import { findActs, type RecordedAct } from '#db/events.server.ts'
import { findUnpublishedVersions } from '#db/languages.server.ts'
import { findWithholdings, type Withholding } from '#db/withholdings.server.ts'
import { findFile } from './file-page.server.ts'
import { findHistory, type HistoryLine } from './history.server.ts'
import { type PlaceName, placeNameOf } from '#app/text/place-name.ts'

/** Something that was said, by its first words. */
export interface SaidLine {
  id: string
  delegation: DelegationCode
  provision: string
  versionKind: VersionKind
  words: string
}

/** What a person may withhold of a file, of what they see of it, and what is withheld of it. */
export async function findWithholding(deps: Deps, actor: Actor, reference: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const permission = can(actor, 'withhold', { file, of: actor.delegation })
  if (!permission.ok) return permission
  const isOwner = actor.delegation === measure.owner
  const acts = (await findActs(deps.db, measure.id)).filter((act) => isSeen(actor, file, act))
  const isTheirs = (act: RecordedAct) => isOwner || act.delegation === actor.delegation
  const theirs = acts.filter(isTheirs)
  const history = await findHistory(deps.db, actor, measure, file)
  return {
    ok: true as const,
    reference: measure.reference,
    title: measure.details.title,
    draft: isOwner ? await findLines(deps.db, actor, measure, file) : null,
    versions: isOwner ? versionsOf(measure, file) : [],
    translations: isOwner ? translationsIn(theirs) : [],
    languageVersions: await findInLanguages(deps.db, actor, measure, file, theirs),
    comments: await findSaid(deps.db, actor, measure, file),
    joints: theirs.flatMap(({ event }) =>
      event.type === 'joint-comment-opened'
        ? [{ id: event.jointId, provision: event.provision }]
        : [],
    ),
    attachments: isOwner ? attachmentsIn(theirs) : [],
    acts: othersIn(theirs, history),
    withholdings: (await findWithholdings(deps.db, measure.id))
      .filter((one) => can(actor, 'see-withheld', subjectOf(file, one)).ok)
      .map((one) => viewOf(one, actor)),
  }
}

export type WithholdingPage = Extract<Awaited<ReturnType<typeof findWithholding>>, { ok: true }>

/** One thing that was withheld, for whoever purges or restores it. */
export async function findOneWithholding(deps: Deps, actor: Actor, reference: string, id: string) {
  const found = await findFile(deps, actor, reference)
  if (!found.ok) return found
  const { measure, file } = found
  const all = await findWithholdings(deps.db, measure.id)
  const withholding = all.find((one) => one.id === id)
  if (!withholding || !can(actor, 'see-withheld', subjectOf(file, withholding)).ok)
    return refuse('not-found')
  const may = can(actor, 'purge', subjectOf(file, withholding)).ok
  return {
    ok: true as const,
    reference: measure.reference,
    title: measure.details.title,
    withholding: viewOf(withholding, actor),
    mayEnd: may && withholding.ended === null,
  }
}

function subjectOf(file: FileSubject, { delegation: of, audience }: Withholding): WithheldSubject {
  return { file, of, audience }
}

function viewOf(withholding: Withholding, actor: Actor) {
  const { id, delegation, targets, at, by, ended } = withholding
  const isInside = delegation === actor.delegation
  const count = (kind: Withholding['targets'][number]['kind']) =>
    targets.filter((target) => target.kind === kind).length
  return {
    id,
    delegation,
    at: at.toISOString(),
    by: isInside ? by : null,
    versions: targets.flatMap((target) => (target.kind === 'version' ? [target.number] : [])),
    counts: {
      draft: count('draft'),
      translation: count('translation'),
      'language-version': count('language-version'),
      'joint-comment': count('joint-comment'),
      comment: count('comment'),
      attachment: count('attachment'),
      act: count('act'),
    },
    ended: ended && {
      as: ended.as,
      at: ended.at.toISOString(),
      // Why, and at whose order, is told inside.
      by: isInside ? ended.by : null,
      reason: isInside ? ended.reason : '',
      orderedBy: isInside ? ended.orderedBy : '',
    },
  }
}

export type WithholdingView = ReturnType<typeof viewOf>

function isSeen(actor: Actor, file: FileSubject, act: RecordedAct): boolean {
  const { event, lane, delegation, audience } = act
  return can(actor, 'see-event', { type: event.type, file, lane, delegation, audience }).ok
}

/** The lines of the living text, and the entries, which say more than their lines do. */
async function findLines(
  db: Database,
  actor: Actor,
  { documentId }: Measure,
  file: FileSubject,
): Promise<{ id: string; place: PlaceName }[] | null> {
  if (!documentId || !can(actor, 'see-draft', file).ok) return null
  const text = await findText(db, documentId)
  if (!text) return null
  return elementsOf(withIds(text.content))
    .filter(({ kind, text: words }) =>
      kind === 'entry' ? true : (kind === 'paragraph' || kind === 'heading') && words.trim() !== '',
    )
    .map((element) => ({ id: element.id, place: placeNameOf(element) }))
}

function versionsOf({ versions }: Measure, { isPublic }: FileSubject) {
  return versions
    .filter(({ kind, isWithheld }) => !isWithheld && !(kind === 'final' && isPublic))
    .map(({ id, number, kind }) => ({ id, number, kind }))
}

function translationsIn(acts: readonly RecordedAct[]) {
  return acts.flatMap(({ event }) =>
    event.type === 'translation-added'
      ? [{ id: event.translationId, number: event.number, language: event.language }]
      : [],
  )
}

/** Entries in other languages that no compilation published, of those that these acts brought in. */
async function findInLanguages(
  db: Database,
  actor: Actor,
  { id }: Measure,
  file: FileSubject,
  acts: readonly RecordedAct[],
) {
  if (!can(actor, 'see-languages', file).ok) return []
  const added = new Set(
    acts.flatMap(({ event }) =>
      event.type === 'language-versions-added'
        ? event.versions.map(({ languageVersionId }) => languageVersionId)
        : [],
    ),
  )
  const versions = await findUnpublishedVersions(db, id)
  return versions
    .filter((version) => added.has(version.id))
    .map(({ addedAt, ...version }) => ({ ...version, addedAt: addedAt.toISOString() }))
}

function attachmentsIn(acts: readonly RecordedAct[]) {
  return acts.flatMap(({ event }) =>
    event.type === 'attachment-added' && event.name !== withheldWords
      ? [{ id: event.attachmentId, name: event.name }]
      : [],
  )
}

async function findSaid(
  db: Database,
  actor: Actor,
  measure: Measure,
  file: FileSubject,
): Promise<SaidLine[]> {
  const comments = await findComments(db, measure.id)
  return comments.flatMap((comment): SaidLine[] => {
    const version = measure.versions.find(({ id }) => id === comment.versionId)
    if (!version || comment.body === withheldWords) return []
    const { delegation, lane, audience, signatories } = comment
    const subject = { file, version, delegation, lane, audience, signatories }
    const isTheirs =
      actor.delegation === measure.owner ||
      actor.delegation === delegation ||
      signatories.includes(actor.delegation)
    if (!isTheirs || !can(actor, 'see-comment', subject).ok) return []
    return [
      {
        id: comment.id,
        delegation,
        provision: comment.provision,
        versionKind: version.kind,
        words: (comment.body || comment.proposedWording || '').slice(0, 120),
      },
    ]
  })
}

/** Acts that are chosen as something else: the words of these go with it. */
const chosenOtherwise: ReadonlySet<EventType> = new Set([
  'comment-written',
  'comment-revised',
  'comment-recalled',
  'inside-reply-written',
  'joint-comment-opened',
  'joint-comment-released',
  'attachment-added',
  'attachment-removed',
  'threads-carried',
  'thread-placed',
  'wording-taken-up',
])

/** Every other act in which somebody wrote something. */
function othersIn(acts: readonly RecordedAct[], history: readonly HistoryLine[]): HistoryLine[] {
  const written = new Set(
    acts
      .filter(({ event }) => !chosenOtherwise.has(event.type) && hasWords(event))
      .map(({ id }) => id),
  )
  return history.filter(({ id }) => written.has(id))
}

function hasWords(event: RecordedEvent): boolean {
  return canBeWithheld(event) && canonicalJson(withoutWords(event)) !== canonicalJson(event)
}
