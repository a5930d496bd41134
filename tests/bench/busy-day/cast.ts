import type { DelegationCode } from '../../../app/measures/delegation-codes.ts'
import type { Role } from '../../../app/measures/roles.ts'

/** Somebody who sits before the file on a busy day. */
export interface Player {
  delegation: DelegationCode
  role: Role
}

/** How many of a delegation are there: who releases, who only writes inside, who only reads. */
const delegations: Partial<
  Record<DelegationCode, [releasing: number, writing: number, reading: number]>
> = {
  NL: [3, 12, 10],
  DE: [3, 12, 5],
  FR: [3, 12, 5],
  SE: [2, 8, 5],
  BE: [2, 12, 4],
  IT: [2, 8, 5],
  PL: [2, 6, 2],
  EL: [2, 6, 2],
  FI: [1, 2, 1],
  COM: [4, 0, 9],
}

/** 150 people of nine states and the Commission. */
export const cast: readonly Player[] = Object.entries(delegations).flatMap(([code, counts]) => {
  const delegation = code as DelegationCode
  const [releasing, writing, reading] = counts
  const releaser: Role = delegation === 'COM' ? 'officer' : 'representative'
  return [
    ...Array.from({ length: releasing }, () => ({ delegation, role: releaser })),
    ...Array.from({ length: writing }, (_, index): Player => ({
      delegation,
      role: index % 2 === 0 ? 'expert' : 'drafter',
    })),
    ...Array.from({ length: reading }, (): Player => ({ delegation, role: 'reader' })),
  ]
})
