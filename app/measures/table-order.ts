import {
  type DelegationCode,
  delegationCodes,
  isMemberState,
  memberStates,
} from './delegation-codes.ts'

/**
 * The order in which delegations stand in a table. In Council tables the state that presides stands
 * first and the others in the order of presidencies, which moves every six months and is not known
 * here: who prints names the first ones, and the others follow from the last of these in protocol
 * order, going round. Nobody named: protocol order. Institutions stand last.
 */
export function tableOrder(first: readonly DelegationCode[]): DelegationCode[] {
  const named = [...new Set(first)].filter(isMemberState)
  const last = named.at(-1)
  const turn = last ? memberStates.indexOf(last) : 0
  const round = [...memberStates.slice(turn), ...memberStates.slice(0, turn)]
  const institutions = delegationCodes.filter((code) => !isMemberState(code))
  return [...new Set<DelegationCode>([...named, ...round, ...institutions])]
}
