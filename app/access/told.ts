import type { Details, Measure, Stage } from '#app/measures/measure.ts'
import { isPossible } from '#app/measures/transitions.ts'
import type { Visitor } from './actor.ts'
import { can } from './policy.ts'
import { type FileSubject, fileSubject } from './subjects.ts'

/** A file as one reader is told of it. */
export interface ToldFile {
  details: Details
  stage: Stage
  /** For those with an act that names it; 0 for others, to whom it would count the acts inside. */
  revision: number
}

/**
 * What a reader who may see a file is told of it. What is released is frozen, also what the file
 * says about itself: until they are notified of the measure or it is public, others know the file
 * as it was when a version last reached them, recalled or not, and no step inside the owner's house.
 * A withdrawal and an adoption are told to everybody who was given a version. Lists ask the same of
 * the database (`app/queries/told-files`).
 */
export function toldOf(actor: Visitor, measure: Measure): ToldFile {
  const file = fileSubject(measure)
  const revision = namesRevision(actor, file) ? measure.revision : 0
  if (can(actor, 'read-current', file).ok)
    return { details: measure.details, stage: measure.stage, revision }
  const last = measure.versions.findLast((version) => wasGiven(actor, file, version))
  if (!last) throw new Error(`${measure.reference} is told to somebody who may not see it`)
  return { details: last.details, stage: stageAfter(last.kind, measure.stage), revision }
}

/**
 * Whether a reader is told what the owner said of a file inside its house before it released the
 * version of this number: it goes along with that one and those after it.
 */
export function isToldWith(actor: Visitor, measure: Measure, fromVersion: number): boolean {
  const file = fileSubject(measure)
  return (
    can(actor, 'read-current', file).ok ||
    measure.versions.some(
      (version) => version.number >= fromVersion && wasGiven(actor, file, version),
    )
  )
}

/** Recalled since or not. */
function wasGiven(
  actor: Visitor,
  file: FileSubject,
  version: FileSubject['versions'][number],
): boolean {
  return (
    can(actor, 'see-version', { file, version }).ok ||
    can(actor, 'see-recall', { file, version }).ok
  )
}

function stageAfter(kind: Measure['versions'][number]['kind'], stage: Stage): Stage {
  if (stage === 'withdrawn' || stage === 'adopted') return stage
  return kind === 'notice' ? 'considering' : 'shared'
}

/** The owner's acts on a file and the Commission's record of its publication name the revision. */
function namesRevision(actor: Visitor, file: FileSubject): boolean {
  const publishes =
    isPossible('record-publication', file.stage) &&
    can(actor, 'act', { file, command: 'record-publication' }).ok
  return can(actor, 'see-draft', file).ok || (publishes && can(actor, 'read-current', file).ok)
}
