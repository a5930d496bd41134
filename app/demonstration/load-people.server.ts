import { randomUUID } from 'node:crypto'
import type { EventOf } from '#app/measures/events.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { officeId } from '#db/delegations.server.ts'
import { knownId } from '#db/known-id.server.ts'
import { addPerson } from '#db/people.server.ts'
import { record } from '#db/record.server.ts'
import { type DemoPerson, demoIssuer, demoPeople } from './people.ts'

/** The id of a demo person by key, the same in every demonstration: `nl-drafter`. */
export function demoPersonId(key: string): string {
  return knownId(`demo-person:${key}`)
}

/** Deputies and chairs act for a period; in the demonstration it is a year. */
const periodDays = 365

/** The people and their roles. Delegations and offices are there already. */
export async function loadDemoPeople(tx: Tx): Promise<void> {
  const { instant } = await databaseTime(tx)
  for (const person of demoPeople) {
    await addPerson(tx, {
      id: demoPersonId(person.key),
      issuer: demoIssuer,
      subject: person.key,
      name: person.name,
      delegation: person.delegation,
      officeId: person.office ? officeId(person.office) : null,
    })
  }
  await record(
    tx,
    null,
    null,
    demoPeople.flatMap((person) => grantsTo(person, instant)),
  )
}

function grantsTo(person: DemoPerson, from: Date): EventOf<'role-granted'>[] {
  const until = new Date(from.getTime() + periodDays * 86_400_000)
  return person.roles.map((role) => ({
    type: 'role-granted',
    grantId: randomUUID(),
    personId: demoPersonId(person.key),
    role,
    body: person.body ?? null,
    validFrom: from.toISOString(),
    validUntil: role === 'deputy' || role === 'chair' ? until.toISOString() : null,
  }))
}
