import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { recordRefusal } from '#app/commands/record-refusal.server.ts'
import { recordRequirement } from '#app/commands/record-requirement.server.ts'
import { recordRefusalInput, recordRequirementInput } from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import { type FormAnswer, runForm } from './record-acts.server.ts'
import { refusedForm } from './refusal.server.ts'

/** What another state can record on a published entry, told apart by the field `act`. Null: it is done. */
export function actOnPublishedEntry(
  deps: Deps,
  actor: Actor,
  entryId: string,
  form: FormData,
): Promise<FormAnswer> {
  switch (form.get('act')) {
    case 'requirement':
      return runForm(
        form,
        recordRequirementInput,
        (input) => recordRequirement(deps, actor, entryId, input),
        ['delegations'],
      )
    case 'refusal':
      return runForm(form, recordRefusalInput, (input) =>
        recordRefusal(deps, actor, entryId, input),
      )
    default:
      return Promise.resolve(refusedForm(refuse('invalid-input'), {}))
  }
}
