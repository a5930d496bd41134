/**
 * The 27 Member States by their EU codes in protocol order: the alphabetical order of their names
 * in their own languages (Interinstitutional Style Guide, 7.1). Greece is EL.
 */
export const memberStates = [
  'BE', 'BG', 'CZ', 'DK', 'DE', 'EE', 'IE', 'EL', 'ES', 'FR', 'HR', 'IT', 'CY', 'LV',
  'LT', 'LU', 'HU', 'MT', 'NL', 'AT', 'PL', 'PT', 'RO', 'SI', 'SK', 'FI', 'SE',
] as const // prettier-ignore

/** COM: the Commission. GSC: the General Secretariat of the Council. */
export const institutions = ['COM', 'GSC'] as const

/** Member States first, then institutions: the order of every table and list. */
export const delegationCodes = [...memberStates, ...institutions] as const

export type MemberStateCode = (typeof memberStates)[number]
export type InstitutionCode = (typeof institutions)[number]

/** A delegation: a Member State or an institution as it acts in the portal. */
export type DelegationCode = MemberStateCode | InstitutionCode

export function isMemberState(code: string): code is MemberStateCode {
  return (memberStates as readonly string[]).includes(code)
}

export function isDelegation(code: string): code is DelegationCode {
  return (delegationCodes as readonly string[]).includes(code)
}

/** Protocol order, without repetitions; the Commission and the Council secretariat stand last. */
export function inProtocolOrder<Code extends DelegationCode>(codes: Iterable<Code>): Code[] {
  return [...new Set(codes)].sort((a, b) => delegationCodes.indexOf(a) - delegationCodes.indexOf(b))
}
