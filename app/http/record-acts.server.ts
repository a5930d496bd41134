import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { correctAdoption } from '#app/commands/correct-adoption.server.ts'
import { recordAdoption } from '#app/commands/record-adoption.server.ts'
import { recordApplication } from '#app/commands/record-application.server.ts'
import { recordPublication } from '#app/commands/record-publication.server.ts'
import { recordEntryIntoForce } from '#app/commands/record-entry-into-force.server.ts'
import { recordExpiry } from '#app/commands/record-expiry.server.ts'
import { recordGazette } from '#app/commands/record-gazette.server.ts'
import { recordRepeal } from '#app/commands/record-repeal.server.ts'
import {
  adoptionDays,
  correctAdoptionInput,
  recordAdoptionInput,
  recordPublicationInput,
  recordApplicationInput,
  recordEntryIntoForceInput,
  recordExpiryInput,
  recordGazetteInput,
  recordRepealInput,
} from '#app/measures/record-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { checkForm, type ReadForm } from './form.server.ts'
import { refusedForm } from './refusal.server.ts'

export type FormAnswer =
  | null
  | ReturnType<typeof refusedForm>
  | Extract<ReadForm<never>, { ok: false }>['response']

/**
 * The acts that the record page offers, told apart by the field `act`. Null: it is done. `session`: whose second
 * factor adoption asks for.
 */
export function actOnRecord(
  deps: Deps,
  actor: Actor,
  reference: string,
  form: FormData,
  session: { id: string } | null,
): Promise<FormAnswer> {
  switch (form.get('act')) {
    case 'adopt':
      return runForm(
        form,
        recordAdoptionInput,
        (input) => recordAdoption(deps, actor, reference, input, session),
        adoptionDays,
      )
    case 'correct-adoption':
      return runForm(
        form,
        correctAdoptionInput,
        (input) => correctAdoption(deps, actor, reference, input),
        adoptionDays,
      )
    case 'gazette':
      return runForm(
        form,
        recordGazetteInput,
        (input) => recordGazette(deps, actor, reference, input),
        adoptionDays,
      )
    case 'in-force':
      return runForm(form, recordEntryIntoForceInput, (input) =>
        recordEntryIntoForce(deps, actor, reference, input),
      )
    case 'application':
      return runForm(
        form,
        recordApplicationInput,
        (input) => recordApplication(deps, actor, reference, input),
        ['entryIds'],
      )
    case 'repeal':
      return runForm(form, recordRepealInput, (input) =>
        recordRepeal(deps, actor, reference, input),
      )
    case 'expiry':
      return runForm(form, recordExpiryInput, (input) =>
        recordExpiry(deps, actor, reference, input),
      )
    case 'publish':
      return runForm(form, recordPublicationInput, (input) =>
        recordPublication(deps, actor, reference, input),
      )
    default:
      return Promise.resolve(refusedForm(refuse('invalid-input'), {}))
  }
}

/** Checks a form, does the act, and gives back what is to be answered when it was not done. */
export async function runForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
  command: (input: z.infer<S>) => Promise<Result<object>>,
  lists: readonly string[] = [],
): Promise<FormAnswer> {
  const read = checkForm(form, schema, lists)
  if (!read.ok) return read.response
  const done = await command(read.input)
  return done.ok ? null : refusedForm(done, read.values)
}
