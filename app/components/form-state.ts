import type { MessageValues } from '#app/messages/format.ts'
import type { RefusedPlace } from '#app/measures/refusals.ts'
import type { MessageKey } from '#app/messages/messages.ts'

/** What is wrong with one field, as a message of the catalogue. */
export type FieldError = MessageKey | { key: MessageKey; values: MessageValues }

/** The field of a form that names the person for whom its page was made. */
export const senderField = 'sender'

/**
 * What an action answers to a form that it could not accept: by field name, what is wrong and what
 * had been entered, so that nothing is lost where there is no script.
 */
export interface FormState {
  errors?: Readonly<Record<string, FieldError>>
  values?: Readonly<Record<string, string | readonly string[]>>
  /** Why the act was refused as a whole. */
  refusal?: MessageKey
  /** The places of texts that the refusal is about. */
  places?: readonly RefusedPlace[]
}

/** A form that was refused while its page could not be kept, as it was sent. */
export interface KeptForm {
  refusal: MessageKey
  /** Where it was sent to, and can be sent again. */
  to: string
  fields: readonly { name: string; value: string }[]
  /** Files are not kept: they have to be chosen again. */
  hasFiles: boolean
}
