import type { CommentType, Intention, ReplyOutcome, Stance } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'

/** What is said about the amendment of the demonstration. Invented; no state has said any of it. */
export interface DemoComment {
  readonly by: DelegationCode
  readonly version: 1 | 2
  /** Id of the element that it is about; null for the whole. */
  readonly element: string | null
  /** Words in the first paragraph of the element, where it is about words. */
  readonly quote?: string
  readonly type: CommentType
  readonly isQuestion?: boolean
  readonly body: string
  readonly wording?: string
  /** Left in the inner lane; released otherwise, to all who have the version unless `reach` says less. */
  readonly isInner?: boolean
  readonly reach?: 'owner' | 'owner-commission'
  readonly reply?: { readonly outcome: ReplyOutcome; readonly reason: string }
}

export const demoComments: readonly DemoComment[] = [
  {
    by: 'DE',
    version: 1,
    element: '3b801.f.6.a-1',
    quote: 'not exceeding 3.00 nm',
    type: 'control-parameter',
    body: 'An overlay of 3.00 nm reaches equipment that has been on the market for fifteen years. The risk assessment speaks of 2.40 nm.',
    wording: 'not exceeding 2.40 nm',
    reply: {
      outcome: 'taken-up',
      reason: 'The upper value follows the risk assessment again: 2.40 nm.',
    },
  },
  {
    by: 'FR',
    version: 1,
    element: '3b801.f.7-1',
    quote: 'Equipment designed to raise the throughput',
    type: 'scope',
    body: 'The same effect is reached by software. Without it the point can be circumvented.',
    wording: 'Equipment and software designed to raise the throughput',
    reply: { outcome: 'taken-up', reason: 'Software is now named.' },
  },
  {
    by: 'COM',
    version: 1,
    element: '3b801.a.4.b-1',
    quote: 'at 685 °C or lower',
    type: 'control-parameter',
    body: 'Entry 3B501.a.4 of Annex I speaks of a deposition below 685 °C. The two differ at exactly 685 °C.',
    wording: 'below 685 °C',
    reply: { outcome: 'taken-up', reason: 'Aligned with Annex I.' },
  },
  {
    by: 'BE',
    version: 1,
    element: 'lead-time-1',
    quote: 'two months',
    type: 'effect-on-operators',
    body: 'Our licensing offices would need three months to inform the operators concerned.',
    reply: { outcome: 'taken-up', reason: 'Three months.' },
  },
  {
    by: 'DK',
    version: 1,
    element: '3b801.f-note-1-1',
    quote: 'a K factor of 0.25',
    type: 'definition',
    isQuestion: true,
    body: 'Entry 3B001.f uses 0.35 and 3B501.f uses 0.25. Is the difference meant?',
    reply: {
      outcome: 'answered',
      reason: 'Yes: the point is to be read together with 3B501.f.',
    },
  },
  {
    by: 'IT',
    version: 1,
    element: 'operators-1',
    type: 'effect-on-operators',
    body: 'The effect on companies that service installed equipment is not described.',
    reply: { outcome: 'partly', reason: 'A transition for servicing is now foreseen.' },
  },
  {
    by: 'SE',
    version: 1,
    element: 'customs-1',
    quote: 'the overlay is not visible to customs',
    type: 'scope',
    body: 'Customs would need a document that states the overlay.',
    reply: { outcome: 'taken-up', reason: 'The technical annex to the contract is named.' },
  },
  {
    by: 'ES',
    version: 1,
    element: null,
    type: 'legal-basis',
    body: 'The grounds are clear. We would welcome one sentence on human rights considerations, or their express absence.',
    reach: 'owner-commission',
    reply: { outcome: 'not', reason: 'Only public security is relied on, and the text says so.' },
  },
  {
    by: 'DE',
    version: 2,
    element: '3b801.f.6.a-1',
    quote: 'as specified by the manufacturer at delivery or after an upgrade',
    type: 'definition',
    body: 'Who specifies the overlay after an upgrade by somebody else than the manufacturer?',
    isQuestion: true,
  },
  {
    by: 'FR',
    version: 2,
    element: '3b801.f.8-1',
    quote: 'Kits designed to improve the overlay',
    type: 'scope',
    body: 'Agreed in substance. “Kits” should also cover services that lead to the same result.',
    wording: 'Kits and services designed to improve the overlay',
  },
  {
    by: 'AT',
    version: 2,
    element: 'operators-2',
    quote: 'twelve months',
    type: 'effect-on-operators',
    body: 'Contracts for servicing usually run for twenty-four months.',
    wording: 'twenty-four months',
  },
  {
    by: 'PL',
    version: 2,
    element: null,
    type: 'editorial',
    body: 'The numbering of points in 3B801.f leaves no gap any more; references in licences issued so far stay valid.',
  },
  {
    by: 'FI',
    version: 2,
    element: '3b801.f.5-1',
    type: 'scope',
    body: 'This point repeats 3B501.f.1.b of Annex I. Could it be repealed at the same time?',
    isQuestion: true,
  },
  {
    by: 'NL',
    version: 2,
    element: '3b801.f.8-1',
    type: 'scope',
    body: 'Customs: kits are usually declared as parts. Check with the tariff unit before adoption.',
    isInner: true,
  },
  {
    by: 'DE',
    version: 2,
    element: 'lead-time-1',
    type: 'effect-on-operators',
    body: 'For the ministry: our operators asked for a transition until the end of the quarter.',
    isInner: true,
  },
]

export interface DemoPosition {
  readonly by: DelegationCode
  readonly version: 1 | 2
  readonly entry?: string
  readonly stance: Stance
  readonly intentions?: readonly Intention[]
  readonly reasons?: string
}

export const demoPositions: readonly DemoPosition[] = [
  { by: 'DE', version: 1, stance: 'comments', intentions: ['plans-same-control'] },
  {
    by: 'FR',
    version: 1,
    stance: 'comments',
    intentions: ['considers-article-10'],
  },
  { by: 'DK', version: 1, stance: 'question' },
  { by: 'CZ', version: 1, stance: 'no-comments', intentions: ['no-known-producer'] },
  {
    by: 'IT',
    version: 1,
    stance: 'concern',
    reasons: 'The effect on companies that service installed equipment has to be described first.',
  },
  { by: 'BE', version: 1, stance: 'supports' },
  { by: 'DE', version: 2, stance: 'question', intentions: ['plans-same-control'] },
  { by: 'FR', version: 2, stance: 'supports', intentions: ['considers-article-10'] },
  { by: 'FR', version: 2, entry: '3B801', stance: 'comments' },
  { by: 'CZ', version: 2, stance: 'no-comments', intentions: ['no-known-producer'] },
  { by: 'LT', version: 2, stance: 'supports', intentions: ['no-known-producer'] },
  { by: 'IT', version: 2, stance: 'comments', intentions: ['considers-article-10'] },
  { by: 'SE', version: 2, stance: 'supports', intentions: ['no-plans'] },
]
