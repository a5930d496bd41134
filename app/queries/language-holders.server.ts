import type { DelegationCode, MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findOffices } from '#db/delegations.server.ts'
import { findOfficers } from '#db/grants.server.ts'

export interface PossibleHolder {
  kind: 'person' | 'office'
  id: string
  name: string
  delegation: DelegationCode
}

/** Who can have a language version in hand: officers and services of the Commission, offices of the state. */
export async function findPossibleHolders(
  db: Database | Tx,
  owner: MemberStateCode,
): Promise<PossibleHolder[]> {
  const [officers, ...offices] = await Promise.all([
    findOfficers(db),
    findOffices(db, 'COM'),
    findOffices(db, owner),
  ])
  return [
    ...officers.map((one): PossibleHolder => ({ ...one, kind: 'person', delegation: 'COM' })),
    ...offices.flatMap((own, index) =>
      own.map(({ id, nameEn }): PossibleHolder => {
        const delegation = index === 0 ? 'COM' : owner
        return { kind: 'office', id, name: nameEn, delegation }
      }),
    ),
  ]
}
