import type { Anchor } from './anchor.ts'
import type { DelegationCode } from './delegation-codes.ts'
import type { EventOf, RecordedEvent } from './events.ts'
import type { WithheldTarget } from './events/withholding.ts'
import type { Sight } from './seal.ts'

export type { WithheldTarget } from './events/withholding.ts'

/**
 * What hangs on something that is withheld. Words go on from where they were written into other places: the
 * portal quotes texts beside comments, makes packs of them and seals them. What people wrote themselves
 * after reading them it cannot know; they choose that too, or whoever wrote it does.
 */

/** An act of a file, as far as it matters here. */
export interface FileAct {
  id: number
  delegation: DelegationCode | null
  event: RecordedEvent
}

/** What is withheld of an act: all that somebody wrote, or what it quotes of a text. */
export type Extent = 'words' | 'quotes'

export interface Withheld {
  acts: Map<number, Extent>
  /** Hashes of frozen texts. */
  texts: Set<string>
  /** Hashes of the packs of notifications. */
  packs: Set<string>
  attachments: Set<string>
  versions: Set<string>
  comments: Set<string>
  jointComments: Set<string>
  draft: Extract<WithheldTarget, { kind: 'draft' }> | null
}

/** What stands in the Official Journal: no words of one's own. */
const ofOthers: ReadonlySet<RecordedEvent['type']> = new Set(['measure-published', 'list-compiled'])

/** Whether an act of a file has words of its own that can be withheld. */
export function canBeWithheld({ type }: RecordedEvent): boolean {
  return !ofOthers.has(type)
}

/** Everything of a file that goes along with the targets; `acts`: all there are, in order. */
export function withheldBy(targets: readonly WithheldTarget[], acts: readonly FileAct[]): Withheld {
  const chosen: Chosen = { versions: new Set(), comments: new Set(), jointComments: new Set() }
  const withheld: Withheld = {
    ...chosen,
    acts: new Map(),
    texts: new Set(),
    packs: new Set(),
    attachments: new Set(),
    draft: targets.find((target) => target.kind === 'draft') ?? null,
  }
  for (const target of targets) addTarget(withheld, target, acts)
  addMerged(withheld.comments, acts)
  addSameTexts(withheld, acts)
  const told = { ...withheld, ...aboutThem(withheld, acts) }
  for (const { id, event } of acts) {
    const extent = withheld.acts.get(id) ?? extentOf(event, told)
    if (extent) withheld.acts.set(id, extent)
  }
  addPacks(withheld, acts)
  return withheld
}

type Chosen = Pick<Withheld, 'versions' | 'comments' | 'jointComments'>

function addTarget(withheld: Withheld, target: WithheldTarget, acts: readonly FileAct[]) {
  switch (target.kind) {
    case 'draft':
      break
    case 'version':
      withheld.versions.add(target.versionId)
      break
    case 'translation':
      for (const { event } of acts) {
        if (event.type === 'translation-added' && event.translationId === target.translationId)
          withheld.texts.add(event.sha256)
      }
      break
    case 'language-version':
      for (const { event } of acts) {
        if (event.type !== 'language-versions-added') continue
        for (const { languageVersionId, sha256 } of event.versions)
          if (languageVersionId === target.languageVersionId) withheld.texts.add(sha256)
      }
      break
    case 'joint-comment':
      withheld.jointComments.add(target.jointId)
      for (const { event } of acts) {
        if (event.type === 'joint-comment-released' && event.jointId === target.jointId)
          withheld.comments.add(event.commentId)
      }
      break
    case 'comment':
      withheld.comments.add(target.commentId)
      break
    case 'attachment':
      withheld.attachments.add(target.attachmentId)
      break
    case 'act':
      withheld.acts.set(target.eventId, 'words')
  }
}

/** What was merged says the same as what it was merged into. */
function addMerged(comments: Set<string>, acts: readonly FileAct[]) {
  for (let before = -1; before !== comments.size;) {
    before = comments.size
    for (const { event } of acts) {
      if (event.type !== 'comments-merged') continue
      const all = [event.commentId, ...event.sourceIds]
      if (all.some((id) => comments.has(id))) for (const id of all) comments.add(id)
    }
  }
}

/** The texts of versions with their translations, and versions that were frozen from the same words. */
function addSameTexts({ versions, texts }: Withheld, acts: readonly FileAct[]) {
  for (const { event } of acts) {
    if ((isFrozen(event) || event.type === 'translation-added') && versions.has(event.versionId))
      texts.add(event.sha256)
  }
  for (const { event } of acts) {
    if (isFrozen(event) && texts.has(event.sha256)) versions.add(event.versionId)
  }
}

function isFrozen(
  event: RecordedEvent,
): event is EventOf<'notice-given' | 'version-shared' | 'adoption-recorded'> {
  return ['notice-given', 'version-shared', 'adoption-recorded'].includes(event.type)
}

interface About {
  /** An early notice is among the versions: it is written in acts of its own. */
  hasNotice: boolean
  /** Comments on the versions, which quote them. */
  quoting: ReadonlySet<string>
}

function aboutThem({ versions }: Withheld, acts: readonly FileAct[]): About {
  const given = acts.filter(({ event }) => event.type === 'notice-given' && isFrozen(event))
  const quoting = acts.flatMap(({ event }) =>
    event.type === 'comment-written' && versions.has(event.versionId) ? [event.commentId] : [],
  )
  return {
    hasNotice: given.some(({ event }) => isFrozen(event) && versions.has(event.versionId)),
    quoting: new Set(quoting),
  }
}

function extentOf(event: RecordedEvent, withheld: Withheld & About): Extent | null {
  const { versions, comments, jointComments, attachments, quoting } = withheld
  switch (event.type) {
    case 'notice-written':
      return withheld.hasNotice ? 'words' : null
    // A cover note says what the version is about.
    case 'version-shared':
      return versions.has(event.versionId) ? 'words' : null
    case 'comment-written':
    case 'comment-revised': {
      if (comments.has(event.commentId)) return 'words'
      const base = event.proposal?.versionId
      return quoting.has(event.commentId) || (base && versions.has(base)) ? 'quotes' : null
    }
    case 'comment-recalled':
    case 'inside-reply-written':
    case 'joint-comment-released':
      return comments.has(event.commentId) ? 'words' : null
    case 'wording-taken-up':
      if (comments.has(event.commentId)) return 'words'
      return quoting.has(event.commentId) || isOfDraft(withheld, event.elementId) ? 'quotes' : null
    case 'threads-carried':
    case 'thread-placed':
      return versions.has(event.versionId) ? 'quotes' : null
    case 'joint-comment-opened':
      if (jointComments.has(event.jointId)) return 'words'
      return versions.has(event.versionId) ? 'quotes' : null
    case 'attachment-added':
    case 'attachment-removed':
      return attachments.has(event.attachmentId) ? 'words' : null
    case 'word-brought-in':
      return event.notes.some(({ anchor }) => isOfDraft(withheld, elementOf(anchor)))
        ? 'words'
        : null
    default:
      return null
  }
}

function elementOf(anchor: Anchor): string | null {
  return anchor.kind === 'whole' ? null : anchor.elementId
}

function isOfDraft({ draft }: Withheld, elementId: string | null): boolean {
  if (!draft) return false
  return draft.elements === null || (elementId !== null && draft.elements.includes(elementId))
}

/** What a pack is made of, besides its own words. */
const inPacks: ReadonlySet<RecordedEvent['type']> = new Set([
  'file-opened',
  'details-changed',
  'adoption-recorded',
  'adoption-corrected',
  'gazette-recorded',
  'measure-repealed',
])

function addPacks(withheld: Withheld, acts: readonly FileAct[]) {
  const isFinalWithheld = acts.some(
    ({ event }) => event.type === 'adoption-recorded' && withheld.versions.has(event.versionId),
  )
  const isPartWithheld = acts.some(
    ({ id, event }) => inPacks.has(event.type) && withheld.acts.get(id) === 'words',
  )
  for (const { id, event } of acts) {
    if (event.type !== 'notification-prepared') continue
    // It describes the items in words of its own.
    if (isFinalWithheld) withheld.acts.set(id, 'words')
    if (isPartWithheld || withheld.acts.has(id)) withheld.packs.add(event.packSha256)
  }
}

/** A part of a sealed record, and what was sealed. */
export interface PartOfSeal {
  name: string
  sight: Sight
  subjectId: string
}

/** Whether a part of a sealed record says what is withheld. */
export function isPartWithheld(
  { name, sight, subjectId }: PartOfSeal,
  withheld: Withheld,
  acts: readonly FileAct[],
): boolean {
  const { versions, comments } = withheld
  const words = acts.filter(({ id }) => withheld.acts.get(id) === 'words')
  const isSaid = (types: readonly RecordedEvent['type'][]) =>
    words.some(({ event }) => types.includes(event.type))
  if ('commentId' in sight && comments.has(sight.commentId)) return true
  switch (name) {
    case 'text':
    case 'whole-text':
      return versions.has(subjectId)
    // A comment is sealed with the wording that it proposes.
    case 'comment':
    case 'quote':
      return (
        ('versionId' in sight && versions.has(sight.versionId)) ||
        ('openedIn' in sight && versions.has(sight.openedIn))
      )
    case 'reply':
      return words.some(
        ({ event }) =>
          (event.type === 'reply-given' || event.type === 'reply-answered') &&
          'commentId' in sight &&
          sight.commentId === event.commentId,
      )
    case 'position':
      return words.some(
        ({ event, delegation }) =>
          event.type === 'position-stated' &&
          sight.of === 'position' &&
          sight.delegation === delegation &&
          sight.versionId === event.versionId,
      )
    case 'measure':
    case 'details':
      return isSaid(['file-opened', 'details-changed'])
    case 'act':
      return isSaid(['adoption-recorded', 'adoption-corrected'])
    case 'dates':
      return isSaid(['gazette-recorded'])
    case 'pack':
      return acts.some(
        ({ event }) =>
          event.type === 'notification-prepared' &&
          event.notificationId === subjectId &&
          withheld.packs.has(event.packSha256),
      )
    case 'sending':
      return words.some(
        ({ event }) =>
          (event.type === 'notification-sent' || event.type === 'sending-corrected') &&
          event.notificationId === subjectId,
      )
    default:
      return false
  }
}
