import type { DelegationCode } from './delegation-codes.ts'
import { isMemberState } from './delegation-codes.ts'
import { licensingAuthorities } from './offices.ts'

/** The houses in which the people of a delegation sit. */
export const officeKinds = [
  'ministry',
  'licensing',
  'customs',
  'services',
  'permanent-representation',
  'commission-service',
  'council-secretariat',
] as const
export type OfficeKind = (typeof officeKinds)[number]

export interface Office {
  /** Stays the same from one start to the next. */
  readonly key: string
  readonly delegation: DelegationCode
  readonly kind: OfficeKind
  readonly name: string
  readonly nameEn: string
  readonly isVerified: boolean
}

/**
 * What the other offices are called is not known for every state: they are named by what they do,
 * and marked as not verified.
 */
const usual: ReadonlyArray<{ kind: OfficeKind; name: string }> = [
  { kind: 'customs', name: 'Customs' },
  { kind: 'services', name: 'Intelligence and security services' },
  { kind: 'permanent-representation', name: 'Permanent Representation to the European Union' },
]

/** The offices of a delegation: the ministry, the licensing authorities by region, the others. */
export function officesOf(delegation: DelegationCode): Office[] {
  const office = (kind: OfficeKind, name: string, more: Partial<Office> = {}): Office => ({
    key: `${delegation}:${kind}`,
    delegation,
    kind,
    name,
    nameEn: name,
    isVerified: false,
    ...more,
  })
  if (delegation === 'COM')
    return [office('commission-service', 'Service in charge of dual-use export controls')]
  if (!isMemberState(delegation))
    return [office('council-secretariat', 'Secretariat of the Working Party on Dual-Use Goods')]
  return [
    office('ministry', 'Ministry in charge of export controls'),
    ...licensingAuthorities(delegation).map(({ id, name, nameEn, verified }) =>
      office('licensing', name, {
        key: `${delegation}:licensing:${id}`,
        nameEn,
        isVerified: verified,
      }),
    ),
    ...usual.map(({ kind, name }) => office(kind, name)),
  ]
}
