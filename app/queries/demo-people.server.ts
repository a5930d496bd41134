import type { Deps } from '#app/commands/deps.ts'
import { demoIssuer, demoPeople } from '#app/demonstration/people.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { findPeopleOfIssuer } from '#db/people.server.ts'

export interface DemoDelegation {
  delegation: DelegationCode
  people: { subject: string; name: string; title: string }[]
}

/** Whom one can be in the demonstration: delegations in protocol order, drafters first. */
export async function demoPeopleByDelegation({ db }: Deps): Promise<DemoDelegation[]> {
  const people = await findPeopleOfIssuer(db, demoIssuer)
  const places = new Map(demoPeople.map(({ key, title }, place) => [key, { place, title }]))
  const placeOf = (subject: string) => places.get(subject)?.place ?? places.size
  return inProtocolOrder(people.map(({ delegation }) => delegation)).map((delegation) => ({
    delegation,
    people: people
      .filter((person) => person.delegation === delegation)
      .sort((a, b) => placeOf(a.subject) - placeOf(b.subject))
      .map(({ subject, name }) => ({ subject, name, title: places.get(subject)?.title ?? name })),
  }))
}
