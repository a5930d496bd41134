import data from './delegations.data.json'

/**
 * Who acts in the portal: the 27 Member States by their EU codes (Greece is EL) in protocol order,
 * then the Commission and the General Secretariat of the Council.
 */
export const MEMBER_STATES = [
  'BE',
  'BG',
  'CZ',
  'DK',
  'DE',
  'EE',
  'IE',
  'EL',
  'ES',
  'FR',
  'HR',
  'IT',
  'CY',
  'LV',
  'LT',
  'LU',
  'HU',
  'MT',
  'NL',
  'AT',
  'PL',
  'PT',
  'RO',
  'SI',
  'SK',
  'FI',
  'SE',
] as const

export const INSTITUTIONS = ['COM', 'GSC'] as const

export const DELEGATIONS = [...MEMBER_STATES, ...INSTITUTIONS] as const

export type MemberState = (typeof MEMBER_STATES)[number]
export type Institution = (typeof INSTITUTIONS)[number]
export type DelegationCode = MemberState | Institution

interface Delegation {
  /** 1 to 27 for the states, 28 and 29 for the institutions. */
  readonly protocolOrder: number
  /** ISO 3166-1, only for data exchanged outside the Union; null for an institution. */
  readonly iso2: string | null
  /** The short name in English. */
  readonly name: string
  /** The short name in its own languages, by language code. */
  readonly names: Readonly<Record<string, string>>
  readonly languages: readonly string[]
}

const delegations: Readonly<Record<DelegationCode, Delegation>> = data

const known: ReadonlySet<string> = new Set(DELEGATIONS)
const states: ReadonlySet<string> = new Set(MEMBER_STATES)

export function isDelegation(code: string): code is DelegationCode {
  return known.has(code)
}

export function isMemberState(code: string): code is MemberState {
  return states.has(code)
}

/** The short name in the asked language where it is known, else in English. */
export function delegationName(code: DelegationCode, language = 'en'): string {
  const { name, names } = delegations[code]
  return language === 'en' ? name : (names[language] ?? name)
}

/** The names that a delegation gives itself, by language. */
export function ownNames(code: DelegationCode): Readonly<Record<string, string>> {
  return delegations[code].names
}

/** The official languages in which a delegation writes, the first one being the usual one. */
export function delegationLanguages(code: DelegationCode): readonly string[] {
  return delegations[code].languages
}

export function byProtocolOrder(a: DelegationCode, b: DelegationCode): number {
  return delegations[a].protocolOrder - delegations[b].protocolOrder
}

/** Sorted as in the Union's documents; the list that was given is left as it is. */
export function inProtocolOrder<Code extends DelegationCode>(codes: Iterable<Code>): Code[] {
  return [...codes].sort(byProtocolOrder)
}
