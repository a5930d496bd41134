import { type DelegationCode, delegationCodes, inProtocolOrder } from './delegation-codes.ts'

/**
 * Whom something that was released reaches. The owner of the file always sees what concerns the
 * file; whoever released it always sees it too.
 * `all`: all Member States and the Commission. A body's secretariat is never meant by `all`
 * (product invariant 6): it is named.
 */
export type Audience =
  | { kind: 'owner' }
  | { kind: 'owner-commission' }
  | { kind: 'named'; delegations: DelegationCode[] }
  | { kind: 'all' }

export const audienceKinds = ['owner', 'owner-commission', 'named', 'all'] as const

/** Whether `reader` belongs to the audience of something in a file of `owner`, released by `author`. */
export function reaches(
  audience: Audience,
  { owner, author }: { owner: DelegationCode; author: DelegationCode },
  reader: DelegationCode,
): boolean {
  if (reader === owner || reader === author) return true
  switch (audience.kind) {
    case 'owner':
      return false
    case 'owner-commission':
      return reader === 'COM'
    case 'named':
      return audience.delegations.includes(reader)
    case 'all':
      return reader !== 'GSC'
  }
}

/** Whether everybody in `inner` is in `outer` too. */
export function within(inner: Audience, outer: Audience): boolean {
  if (inner.kind === 'owner') return true
  if (outer.kind === 'all') return inner.kind !== 'named' || !inner.delegations.includes('GSC')
  if (inner.kind === 'all') return false
  const outerCodes =
    outer.kind === 'named' ? outer.delegations : outer.kind === 'owner' ? [] : ['COM']
  const innerCodes = inner.kind === 'named' ? inner.delegations : ['COM']
  return innerCodes.every((code) => (outerCodes as string[]).includes(code))
}

/** Whether both reach the same. */
export function isSameAudience(one: Audience, other: Audience): boolean {
  return within(one, other) && within(other, one)
}

/** Everybody in the audience of something in a file of `owner`, released by `author`, both included. */
export function reached(
  audience: Audience,
  parties: { owner: DelegationCode; author: DelegationCode },
): DelegationCode[] {
  return delegationCodes.filter((code) => reaches(audience, parties, code))
}

/** The same audience, its two sides not named: they belong to it anyway. */
export function withoutParties(
  audience: Audience,
  { owner, author }: { owner: DelegationCode; author: DelegationCode },
): Audience {
  if (audience.kind !== 'named') return audience
  const others = audience.delegations.filter((code) => code !== owner && code !== author)
  return others.length > 0 ? named(others) : { kind: 'owner' }
}

/** The same audience and one delegation more, where it did not belong to it anyway. */
export function including(audience: Audience, delegation: DelegationCode): Audience {
  switch (audience.kind) {
    case 'all':
      return delegation === 'GSC' ? named([...delegationCodes]) : audience
    case 'named':
      return named([...audience.delegations, delegation])
    case 'owner-commission':
      return delegation === 'COM' ? audience : named(['COM', delegation])
    case 'owner':
      return named([delegation])
  }
}

/** Everybody whom any of these reaches. */
export function union(audiences: readonly Audience[]): Audience {
  return audiences.reduce(
    (wide, audience) =>
      within(audience, wide)
        ? wide
        : within(wide, audience)
          ? audience
          : namedBy(audience).reduce(including, wide),
    { kind: 'owner' },
  )
}

/** Whom an audience reaches besides the two sides of what was released. */
function namedBy(audience: Audience): readonly DelegationCode[] {
  switch (audience.kind) {
    case 'owner':
      return []
    case 'owner-commission':
      return ['COM']
    case 'named':
      return audience.delegations
    case 'all':
      return delegationCodes.filter((code) => code !== 'GSC')
  }
}

function named(delegations: DelegationCode[]): Audience {
  return { kind: 'named', delegations: inProtocolOrder(delegations) }
}
