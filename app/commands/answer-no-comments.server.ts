import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Decision } from '#app/measures/decision.ts'
import type { Measure } from '#app/measures/measure.ts'
import { type RefusalReason, refuse } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'
import type { Deps } from './deps.ts'
import { recordPosition } from './state-position.server.ts'

export interface NoComments {
  reference: string
  /** The version that was looked at; a newer one is not answered by this. */
  number: number
  /** Made by the form's page: the same form sent twice is one answer. */
  key: string
}

export interface NoCommentsOutcome {
  answered: string[]
  refused: { reference: string; reason: RefusalReason }[]
}

/**
 * Answers several files with "no comments", told to everybody who has each version. Files that
 * cannot be answered are named with the reason and hold up none of the others.
 */
export function answerNoComments(
  { db }: Deps,
  actor: Actor,
  files: readonly NoComments[],
): Promise<NoCommentsOutcome> {
  return db.transaction(async (tx) => {
    const outcome: NoCommentsOutcome = { answered: [], refused: [] }
    // All are held before anything is recorded, in one order, so that two such acts cannot wait
    // for each other.
    const held = await lockFiles(tx, files)
    for (const file of files) {
      const { reference } = file
      const measure = held.get(reference)
      const answer = measure ? await answerOne(tx, actor, measure, file) : refuse('not-found')
      if (answer.ok) outcome.answered.push(reference)
      else outcome.refused.push({ reference, reason: answer.reason })
    }
    return outcome
  })
}

async function lockFiles(tx: Tx, files: readonly NoComments[]): Promise<Map<string, Measure>> {
  const held = new Map<string, Measure>()
  for (const reference of [...new Set(files.map(({ reference }) => reference))].sort()) {
    const measure = await lockMeasureByReference(tx, reference)
    if (measure) held.set(reference, measure)
  }
  return held
}

async function answerOne(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  { number, key }: NoComments,
): Promise<Decision> {
  const version = measure.versions.find((version) => version.number === number)
  if (!version) return refuse('not-found')
  const permission = can(actor, 'state-position', { file: fileSubject(measure), version })
  if (!permission.ok) return permission
  return recordPosition(tx, actor, measure, version, {
    key,
    entryCode: null,
    stance: 'no-comments',
    intentions: [],
    reasons: '',
    audience: { kind: 'version' },
  })
}
