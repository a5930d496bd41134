import { json } from '@remix-run/node'
import type { FormState } from '#app/components/form-state.ts'
import type { Refusal, RefusalReason } from '#app/measures/refusals.ts'

/** What a refusal is in HTTP. Conflicts with what is recorded already are 409, bad input 422. */
export function statusOf(reason: RefusalReason): number {
  switch (reason) {
    case 'not-found':
      return 404
    case 'not-signed-in':
    case 'session-ended':
      return 401
    case 'not-allowed':
    case 'other-sender':
    case 'rights-withdrawn':
    case 'not-known-here':
    case 'sign-in-refused':
    case 'second-factor-needed':
    case 'second-factor-missing':
    case 'somebody-else':
    case 'own-grants':
      return 403
    case 'sign-in-interrupted':
    case 'unreadable-form':
    case 'malformed-address':
      return 400
    case 'provider-unreachable':
    case 'not-yet-sealed':
    case 'papers-waiting':
      return 503
    case 'invitation-used':
    case 'invitation-expired':
      return 410
    case 'too-many-attempts':
      return 429
    case 'file-too-large':
    case 'word-too-large':
    case 'word-too-many-notes':
    case 'table-too-large':
    case 'too-many-fields':
      return 413
    case 'file-type-refused':
      return 415
    case 'invalid-input':
    case 'no-such-point':
    case 'reasons-needed':
    case 'contradictory-intentions':
    case 'intention-of-a-state':
    case 'no-addressees':
    case 'nothing-to-share':
    case 'nothing-proposed':
    case 'text-too-long':
    case 'date-in-the-future':
    case 'date-in-the-past':
    case 'date-before-adoption':
    case 'date-after-what-followed':
    case 'audience-too-wide':
    case 'period-needed':
    case 'role-not-here':
    case 'date-before-sending':
    case 'date-before-corrected':
    case 'file-needed':
    case 'word-not-a-document':
    case 'word-damaged':
    case 'word-too-deep':
    case 'word-entities':
    case 'word-encrypted':
    case 'word-took-too-long':
    case 'word-without-origin':
    case 'word-of-another-file':
    case 'word-of-another-version':
    case 'language-of-the-original':
    case 'nothing-in-it':
    case 'table-unreadable':
    case 'no-entry-in-it':
    case 'differences-left':
    case 'places-missing':
    case 'gaps-left':
      return 422
    default:
      return 409
  }
}

/** For loaders: what may not be read is answered by the error page. */
export function refusal({ reason }: Refusal): Response {
  return json({ reason }, { status: statusOf(reason) })
}

/**
 * For actions: the form comes back with the reason and what was typed. Whoever refuses knows what
 * it is about: a reason that names its field stands next to it, any other in the form's summary.
 */
export function refusedForm({ reason, field, places }: Refusal, values: FormState['values']) {
  const key = `refusals.${reason}` as const
  const state: FormState = {
    ...(field ? { errors: { [field]: key } } : { refusal: key }),
    values,
    ...(places && { places }),
  }
  return json(state, { status: statusOf(reason) })
}
