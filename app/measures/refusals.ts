import type { ConcordancePlace } from '#app/text/concordance-parts.ts'

/** Why something was not done. Listed once: routes turn them into a status, screens into a sentence. */
export const refusalReasons = [
  // Nobody learns from an answer whether something exists that they may not see.
  'not-found',
  'not-signed-in',
  'not-allowed',
  // who sends is not, or no more, who had the page
  'session-ended',
  'other-sender',
  'rights-withdrawn',
  // the life of a measure
  'not-in-this-stage',
  'already-adopted',
  'already-recorded',
  'sent-to-some',
  'already-repealed',
  'not-notified',
  'not-gazetted',
  'not-published',
  'not-a-list',
  'no-such-point',
  'changes-another',
  'nothing-to-share',
  'already-shared',
  'version-recalled',
  'date-before-adoption',
  'date-after-what-followed',
  'date-before-sending',
  'date-before-corrected',
  'date-after-acknowledgement',
  'date-in-the-future',
  'date-in-the-past',
  'no-addressees',
  'stale-form',
  'sent-before',
  'not-yet-sealed',
  // words that must not be here
  'is-public',
  'already-withheld',
  'withheld-since',
  // comments and positions
  'already-released',
  'not-released',
  'superseded',
  'comment-recalled',
  'merged',
  'supersede-apart',
  'text-changed',
  'text-too-long',
  'signatures-missing',
  'other-reply',
  'placed',
  'joint-alone',
  'reasons-needed',
  'contradictory-intentions',
  'intention-of-a-state',
  'wording-changed',
  'told-in-words',
  'already-taken-up',
  'no-proposed-wording',
  'nothing-proposed',
  'draft-changed',
  'proposals-collide',
  'audience-too-wide',
  // people
  'invitation-used',
  'invitation-expired',
  'last-administrator',
  'own-grants',
  'own-release',
  'too-many-attempts',
  'known-elsewhere',
  'role-not-here',
  'period-needed',
  // signing in
  'not-known-here',
  'sign-in-interrupted',
  'sign-in-refused',
  'second-factor-needed',
  'second-factor-missing',
  'somebody-else',
  'provider-unreachable',
  // input and files
  'invalid-input',
  'unreadable-form',
  'malformed-address',
  'too-many-fields',
  'file-too-large',
  'file-type-refused',
  'document-closed',
  'papers-waiting',
  // Word documents
  'file-needed',
  'word-not-a-document',
  'word-damaged',
  'word-too-large',
  'word-too-many-notes',
  'word-too-deep',
  'word-entities',
  'word-encrypted',
  'word-took-too-long',
  'word-without-origin',
  'word-of-another-file',
  'word-of-another-version',
  'language-of-the-original',
  'nothing-in-it',
  // language versions
  'table-unreadable',
  'table-too-large',
  'no-entry-in-it',
  'differences-left',
  'places-missing',
  'gaps-left',
  'nothing-to-hand-over',
] as const

export type RefusalReason = (typeof refusalReasons)[number]

/** An expected "no". It is returned, never thrown. */
export interface Refusal {
  ok: false
  reason: RefusalReason
  /** The field of the form that it is about. */
  field?: string
  /** The places of texts that it is about. */
  places?: readonly RefusedPlace[]
}

/** A place of an entry, as pages name it. */
export type RefusedPlace = Omit<ConcordancePlace, 'id'>

export type Result<T> = ({ ok: true } & T) | Refusal

export function refuse(reason: RefusalReason, field?: string): Refusal {
  return field === undefined ? { ok: false, reason } : { ok: false, reason, field }
}
