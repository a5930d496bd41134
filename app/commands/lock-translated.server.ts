import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { lockMeasureByReference } from '#db/measures.server.ts'

export interface TranslatedVersion {
  reference: string
  number: number
}

/** The file, held until commit, and its version, if the actor may put translations beside that. */
export async function lockTranslated(
  tx: Tx,
  actor: Actor,
  { reference, number }: TranslatedVersion,
): Promise<Result<{ measure: Measure; version: Version }>> {
  const measure = await lockMeasureByReference(tx, reference)
  return measure ? mayTranslate(actor, measure, number) : refuse('not-found')
}

export function mayTranslate(
  actor: Actor,
  measure: Measure,
  number: number,
): Result<{ measure: Measure; version: Version }> {
  const version = measure.versions.find((one) => one.number === number)
  if (!version) return refuse('not-found')
  const permission = can(actor, 'translate', { file: fileSubject(measure), version })
  return permission.ok ? { ok: true, measure, version } : permission
}
