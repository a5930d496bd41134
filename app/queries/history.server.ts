import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { FileSubject } from '#app/access/subjects.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import type { Measure, VersionKind } from '#app/measures/measure.ts'
import type { Database } from '#db/client.server.ts'
import { findActs } from '#db/events.server.ts'

/** A line of a file's history, for those who may know of it. */
export interface HistoryLine {
  id: number
  at: string
  delegation: DelegationCode | null
  /** Named inside the person's own delegation only. */
  person: string | null
  isInner: boolean
  type: RecordedEvent['type']
  /** Of the version on which something was written. */
  versionKind: VersionKind | null
  values: Record<string, string | number>
}

/** The acts of one file that this person may know of, newest first. */
export async function findHistory(
  db: Database,
  actor: Actor,
  measure: Pick<Measure, 'id' | 'versions'>,
  file: FileSubject,
): Promise<HistoryLine[]> {
  const acts = await findActs(db, measure.id)
  const kinds = new Map(measure.versions.map(({ id, kind }) => [id, kind]))
  const kindOfVersion = (event: RecordedEvent) =>
    event.type === 'comment-written' ? (kinds.get(event.versionId) ?? null) : null
  return acts
    .filter(
      ({ event, lane, delegation, audience }) =>
        can(actor, 'see-event', { type: event.type, file, lane, delegation, audience }).ok &&
        // Its name goes with it when the version that it went along with is recalled.
        (event.type !== 'attachment-added' ||
          can(actor, 'read-attachment', { file, attachment: event }).ok),
    )
    .map(({ id, at, delegation, person, lane, event }) => ({
      id,
      at: at.toISOString(),
      delegation,
      person: delegation === actor.delegation ? person : null,
      isInner: lane === 'inner',
      type: event.type,
      versionKind: kindOfVersion(event),
      values: valuesOf(event),
    }))
    .toReversed()
}

/** The single facts of an act that its line names; never whole texts. */
function valuesOf(event: RecordedEvent): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(event)) {
    if (!lineFacts.has(name)) continue
    if (typeof value === 'string' || typeof value === 'number') values[name] = value
    if (value === null && establishedDays.has(name)) values[name] = notEstablished
  }
  // Told to everybody who had a version, also where the final text is not theirs to know of.
  if (event.type === 'adoption-recorded') delete values.number
  if (event.type === 'adoption-recorded' && event.actNumber === '') {
    values.actNumber = 'none'
    values.actTitle = event.actTitle
  }
  if ('correction' in event) values.correction = event.correction ?? 'none'
  if (event.type === 'adoption-corrected') {
    values.actNumber = event.actNumber || 'none'
    values.formerNumber = event.corrected.actNumber || 'none'
    values.formerDay = event.corrected.adoptedOn ?? notEstablished
  }
  if (event.type === 'sending-corrected') {
    values.addressees = event.addressees.join(', ')
    values.formerChannel = event.corrected.channel
    values.formerDay = event.corrected.sentOn ?? notEstablished
  }
  if (event.type === 'acknowledgement-corrected') values.formerDay = event.corrected.acknowledgedOn
  if (event.type === 'sending-corrected' || event.type === 'acknowledgement-corrected') {
    values.reference = event.reference || 'none'
    values.formerReference = event.corrected.reference || 'none'
  }
  if (event.type === 'translation-added' || event.type === 'translation-withdrawn')
    values.language = event.language
  if (event.type === 'translation-withdrawn') values.reason = event.reason
  if ('versions' in event) values.versions = event.versions.length
  if (event.type === 'language-versions-published')
    values.versions = event.languageVersionIds.length
  if (event.type === 'language-held') values.entries = event.entryIds.length
  if (event.type === 'language-package-handed-over') values.recipient = event.recipient
  if (event.type === 'language-version-withdrawn') values.reason = event.reason
  if (
    event.type === 'language-versions-added' ||
    event.type === 'language-versions-checked' ||
    event.type === 'language-version-withdrawn' ||
    event.type === 'language-held'
  )
    values.language = event.language
  if ('invited' in event) values.invited = event.invited.join(', ')
  if ('signatories' in event) values.signatories = event.signatories.join(', ')
  if (event.type === 'joint-comment-signed') values.documentSeq = event.documentSeq
  if (event.type === 'entry-covered') values.point = event.point ?? 'none'
  if (event.type === 'comments-merged') values.sources = event.sourceIds.length
  if (event.type === 'measure-in-note') values.isNamed = event.isNamed ? 'yes' : 'no'
  if (event.type === 'measure-publication-corrected') {
    values.of = event.of
    values.formerReference = event.corrected.ojReference
    values.formerDay = event.corrected.publishedOn
  }
  if (event.type === 'list-compiled') values.entries = event.entryIds.length
  return values
}

/** Days that may be said not to be established. */
const establishedDays: ReadonlySet<string> = new Set(['adoptedOn', 'gazettedOn', 'sentOn'])

const lineFacts: ReadonlySet<string> = new Set([
  'number',
  'reference',
  'otherReference',
  'name',
  'title',
  'actNumber',
  'adoptedOn',
  'gazettedOn',
  'inForceOn',
  'publishedOn',
  'acknowledgedOn',
  'sentOn',
  'handedOn',
  'channel',
  'repealedOn',
  'expiredOn',
  'ojReference',
  'article',
  'stance',
  'outcome',
  'answer',
  'provision',
  'duesReference',
  'annexICode',
  'extent',
])
