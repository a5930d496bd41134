import type { DelegationCode, MemberStateCode } from './delegation-codes.ts'
import { isMemberState } from './delegation-codes.ts'
import data from './offices.data.json'

/** An authority that licenses exports of dual-use items in a state. Belgium has three, by region. */
export interface LicensingAuthority {
  /** Unique in its state: `licensing`, or the region. */
  readonly id: string
  readonly region: string | null
  /** In the state's own language. */
  readonly name: string
  readonly nameEn: string
  /** False where the name is from general knowledge only: screens then say so. */
  readonly verified: boolean
  readonly basis: string
}

interface StateOffices {
  readonly note: string | null
  readonly offices: readonly LicensingAuthority[]
}

const offices: Readonly<Record<MemberStateCode, StateOffices>> = data

/** The licensing authorities of a state; none for an institution. */
export function licensingAuthorities(code: DelegationCode): readonly LicensingAuthority[] {
  return isMemberState(code) ? offices[code].offices : []
}

/** What is to be known about a state's authorities, such as a change of title; often null. */
export function authorityNote(code: DelegationCode): string | null {
  return isMemberState(code) ? offices[code].note : null
}
