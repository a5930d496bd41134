import data from './delegations.data.json'
import type { DelegationCode } from './delegation-codes.ts'

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

/** The short name in the asked language where it is known, else in English. */
export function delegationName(code: DelegationCode, language = 'en'): string {
  const { name, names } = delegations[code]
  return language === 'en' ? name : (names[language] ?? name)
}

/** ISO 3166-1, for data that others read; for an institution that of the Union. */
export function isoCountry(code: DelegationCode): string {
  return delegations[code].iso2 ?? 'EU'
}

/** The names that a delegation gives itself, by language. */
export function ownNames(code: DelegationCode): Readonly<Record<string, string>> {
  return delegations[code].names
}

/** The official languages in which a delegation writes, the first one being the usual one. */
export function delegationLanguages(code: DelegationCode): readonly string[] {
  return delegations[code].languages
}
