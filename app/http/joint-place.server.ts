import { z } from 'zod'
import type { JointPlace } from '#app/commands/lock-joint-comment.server.ts'
import { refuse } from '#app/measures/refusals.ts'
import { requireReference } from './reference.server.ts'
import { refusal } from './refusal.server.ts'

/** The joint comment that an address names. */
export function requireJointPlace(
  params: Readonly<Record<string, string | undefined>>,
): JointPlace {
  const reference = requireReference(params)
  const id = z.uuid().safeParse(params.id)
  if (!id.success) throw refusal(refuse('not-found'))
  return { reference, id: id.data }
}
