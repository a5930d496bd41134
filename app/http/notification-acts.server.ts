import type { Actor } from '#app/access/actor.ts'
import { acknowledge } from '#app/commands/acknowledge.server.ts'
import { askMissingContent } from '#app/commands/ask-missing-content.server.ts'
import { correctAcknowledgement } from '#app/commands/correct-acknowledgement.server.ts'
import { correctSending } from '#app/commands/correct-sending.server.ts'
import type { Deps } from '#app/commands/deps.ts'
import { recordSending } from '#app/commands/record-sending.server.ts'
import { supplyMissingContent } from '#app/commands/supply-missing-content.server.ts'
import {
  acknowledgeInput,
  askMissingContentInput,
  correctAcknowledgementInput,
  correctSendingInput,
  recordSendingInput,
  sendingLists,
  supplyMissingContentInput,
} from '#app/measures/record-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import { type FormAnswer, runForm } from './record-acts.server.ts'
import { refusedForm } from './refusal.server.ts'

/** The acts that the page of a notification offers, told apart by the field `act`. Null: it is done. */
export function actOnNotification(
  deps: Deps,
  actor: Actor,
  reference: string,
  notificationId: string,
  form: FormData,
): Promise<FormAnswer> {
  switch (form.get('act')) {
    case 'send':
      return runForm(
        form,
        recordSendingInput,
        (input) => recordSending(deps, actor, reference, notificationId, input),
        sendingLists,
      )
    case 'correct-sending':
      return runForm(
        form,
        correctSendingInput,
        (input) => correctSending(deps, actor, reference, notificationId, input),
        sendingLists,
      )
    case 'acknowledge':
      return runForm(form, acknowledgeInput, (input) =>
        acknowledge(deps, actor, reference, notificationId, input),
      )
    case 'correct-acknowledgement':
      return runForm(form, correctAcknowledgementInput, (input) =>
        correctAcknowledgement(deps, actor, reference, notificationId, input),
      )
    case 'ask':
      return runForm(form, askMissingContentInput, (input) =>
        askMissingContent(deps, actor, reference, notificationId, input),
      )
    case 'supply':
      return runForm(form, supplyMissingContentInput, (input) =>
        supplyMissingContent(deps, actor, reference, notificationId, input),
      )
    default:
      return Promise.resolve(refusedForm(refuse('invalid-input'), {}))
  }
}
