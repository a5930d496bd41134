import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { delegationCodes, memberStates } from '#app/measures/delegation-codes.ts'
import { findOffices, getSettings, loadDelegationsOffices } from '#db/delegations.server.ts'
import { knownId } from '#db/known-id.server.ts'
import { delegations, offices } from '#db/schema/people.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await database.db.transaction(loadDelegationsOffices)
})
afterAll(() => database.close())

const allOffices = () => database.db.select().from(offices).orderBy(offices.id)

describe('delegations and offices', () => {
  it('are loaded once, however often the portal starts, and keep what a delegation set', async () => {
    const before = await allOffices()
    await database.db
      .update(delegations)
      .set({ draftersMayRelease: true, functionalMailbox: 'dual-use@example.nl' })
      .where(eq(delegations.code, 'NL'))
    await database.db.transaction(loadDelegationsOffices)
    expect(await allOffices()).toEqual(before)
    expect(await database.db.select().from(delegations)).toHaveLength(delegationCodes.length)
    expect(await getSettings(database.db, 'NL')).toEqual({
      draftersMayRelease: true,
      functionalMailbox: 'dual-use@example.nl',
    })
  })

  it('give every state a ministry, customs and at least one licensing office, Belgium three', async () => {
    for (const state of memberStates) {
      const kinds = (await findOffices(database.db, state)).map(({ kind }) => kind)
      expect(kinds[0]).toBe('ministry')
      expect(kinds).toContain('customs')
      expect(kinds.filter((kind) => kind === 'licensing')).toHaveLength(state === 'BE' ? 3 : 1)
    }
  })

  it('have ids that are UUIDs', () => {
    expect(knownId('office:NL:ministry')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})
