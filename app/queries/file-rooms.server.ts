import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { isPossible } from '#app/measures/transitions.ts'

/** The rooms of a file that this person may enter: the same on every page of the file. */
export function roomsOf(actor: Actor, measure: Measure) {
  const file = fileSubject(measure)
  const readable = readableVersions(actor, measure)
  const newest = readable.at(-1)
  const mayAdopt =
    isPossible('record-adoption', measure.stage) &&
    can(actor, 'act', { file, command: 'record-adoption' }).ok
  return {
    /** The newest version that may be read. */
    newest: newest ? { number: newest.number, kind: newest.kind } : null,
    /** On a final text no position is stated: that of a measure that nobody was asked about has none. */
    hasPositions: readable.some(({ kind }) => kind !== 'final'),
    hasDraft: measure.documentId !== null && can(actor, 'see-draft', file).ok,
    hasRecord: measure.stage === 'adopted' || mayAdopt,
    hasLanguages:
      measure.stage === 'adopted' &&
      measure.kind === 'national-control-list' &&
      can(actor, 'see-languages', file).ok,
  }
}

/** The versions of a file that this person may read, oldest first. */
export function readableVersions(actor: Actor, measure: Measure): Version[] {
  const file = fileSubject(measure)
  return measure.versions.filter((version) => can(actor, 'see-version', { file, version }).ok)
}

export type FileRooms = ReturnType<typeof roomsOf>
