import type { z } from 'zod'
import type { Actor } from '#app/access/actor.ts'
import type { Deps } from '#app/commands/deps.ts'
import { linkParallelDraft } from '#app/commands/link-parallel-draft.server.ts'
import { openDraft } from '#app/commands/open-draft.server.ts'
import { recall } from '#app/commands/recall.server.ts'
import { recordNationalStep } from '#app/commands/record-national-step.server.ts'
import { removeAttachment } from '#app/commands/remove-attachment.server.ts'
import { withdraw } from '#app/commands/withdraw.server.ts'
import {
  parallelInput,
  recallInput,
  removalInput,
  stepInput,
  withdrawInput,
} from '#app/measures/inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { checkForm, type ReadForm } from './form.server.ts'
import { refusedForm } from './refusal.server.ts'

type Answer =
  | null
  | ReturnType<typeof refusedForm>
  | Extract<ReadForm<never>, { ok: false }>['response']

/** The acts that a file's page offers, told apart by the field `act`. Null: it is done. */
export async function actOnFile(
  deps: Deps,
  actor: Actor,
  reference: string,
  form: FormData,
): Promise<Answer> {
  switch (form.get('act')) {
    case 'recall':
      return run(form, recallInput, (input) => recall(deps, actor, reference, input))
    case 'withdraw':
      return run(form, withdrawInput, (input) => withdraw(deps, actor, reference, input))
    case 'link':
      return run(form, parallelInput, (input) =>
        linkParallelDraft(deps, actor, reference, input.reference),
      )
    case 'step':
      return run(form, stepInput, (input) => recordNationalStep(deps, actor, reference, input))
    case 'remove-attachment':
      return run(form, removalInput, ({ attachment }) =>
        removeAttachment(deps, actor, reference, attachment),
      )
    case 'open-draft': {
      const opened = await openDraft(deps, actor, reference)
      return opened.ok ? null : refusedForm(opened, { act: 'open-draft' })
    }
    default:
      return refusedForm(refuse('invalid-input'), {})
  }
}

async function run<S extends z.ZodType>(
  form: FormData,
  schema: S,
  command: (input: z.infer<S>) => Promise<Result<object>>,
): Promise<Answer> {
  const read = checkForm(form, schema)
  if (!read.ok) return read.response
  const done = await command(read.input)
  return done.ok ? null : refusedForm(done, read.values)
}
