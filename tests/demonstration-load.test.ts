import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoActor } from '#app/demonstration/acting.server.ts'
import { loadDemonstration } from '#app/demonstration/load.server.ts'
import { loadDemoPeople } from '#app/demonstration/load-people.server.ts'
import { findFiles } from '#app/queries/files.server.ts'
import { findCommentsRoom } from '#app/queries/comments-room.server.ts'
import { findHome } from '#app/queries/home.server.ts'
import { findRecordPage } from '#app/queries/record-page.server.ts'
import { referencesOf } from '#app/text/references.ts'
import { findText } from '#db/documents.server.ts'
import { findMeasureByReference } from '#db/measures.server.ts'
import { loadDelegationsOffices } from '#db/delegations.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await database.db.transaction(async (tx) => {
    await loadDelegationsOffices(tx)
    await loadDemoPeople(tx)
    await loadDemonstration(tx)
  })
})
afterAll(() => database.close())

const everything = { words: '', owner: [], kind: [], stage: [], page: 1 }

describe('the loaded demonstration', () => {
  it('has files at every stage, each seen by those whom it reached', async () => {
    const seen = async (key: string) => {
      const { files } = await findFiles({ db: database.db }, demoActor(key), everything)
      return files.map(({ owner, stage }) => `${owner} ${stage}`).toSorted()
    }
    expect(await seen('nl-drafter')).toEqual([
      'DE adopted',
      'DE shared',
      'DK adopted',
      'DK adopted',
      'EE considering',
      'ES adopted',
      'FR adopted',
      'FR adopted',
      'IT adopted',
      'NL adopted',
      'NL adopted',
      'NL adopted',
      'NL shared',
      'PL adopted',
    ])
    expect(await seen('pt-drafter')).toEqual([
      'DE adopted',
      'DK adopted',
      'DK adopted',
      'ES adopted',
      'FR adopted',
      'FR adopted',
      'IT adopted',
      'NL adopted',
      'NL adopted',
      'NL adopted',
      'NL shared',
      'PL adopted',
    ])
    expect(await seen('fi-drafter')).toContain('FI drafting')
  })

  it('has a record with notification, sendings, acknowledgement and a question that waits', async () => {
    const deps = { db: database.db }
    const { files } = await findFiles(deps, demoActor('pl-representative'), everything)
    const reference = files.find(({ owner }) => owner === 'PL')?.reference ?? ''
    const pageOf = async (key: string) => {
      const page = await findRecordPage(deps, demoActor(key), reference)
      return page.ok ? page.notifications : []
    }
    const [notification] = await pageOf('pl-representative')
    expect(new Set(notification?.addressees.map(({ sentOn }) => sentOn)).size).toBe(2)
    expect(notification?.addressees).toHaveLength(27)
    expect(notification?.acknowledgedOn).not.toBeNull()
    expect(notification?.questions).toMatchObject([{ answer: null }])
    expect(await pageOf('de-representative')).toMatchObject([{ questions: [] }])
    expect(await pageOf('com-officer')).toMatchObject([{ questions: [{ answer: null }] }])
  })

  it('says of each comment on the first version what became of its words in the second', async () => {
    const deps = { db: database.db }
    const { files } = await findFiles(deps, demoActor('nl-representative'), everything)
    const reference =
      files.find(({ owner, stage }) => owner === 'NL' && stage === 'shared')?.reference ?? ''
    const found = await findCommentsRoom(deps, demoActor('nl-representative'), reference, 2)
    if (!found.ok) throw new Error(found.reason)
    const carried = found.room.threads.flatMap(({ condition, quoteNow, comments: [first] }) =>
      condition ? [[first?.delegation, condition, quoteNow]] : [],
    )
    expect(carried.toSorted()).toEqual([
      ['BE', 'text-changed', 'three months'],
      ['COM', 'text-changed', 'below 685 °C'],
      ['DE', 'text-changed', 'not exceeding 2.40 nm'],
      ['DK', 'exact', null],
      ['FR', 'text-changed', 'Equipment and software designed to raise the throughput'],
      ['IT', 'exact', null],
      [
        'SE',
        'text-changed',
        'the overlay in the technical annex to the contract, which customs may ask for',
      ],
    ])
  })

  it('has the codes in its drafts follow what they name', async () => {
    const { db } = database
    const { files } = await findFiles({ db }, demoActor('nl-drafter'), everything)
    const shared = files.filter(({ stage }) => stage === 'shared')
    const found = await Promise.all(
      shared.map(async ({ reference }) => {
        const measure = await findMeasureByReference(db, reference)
        const text = await findText(db, measure?.documentId ?? '')
        return text ? referencesOf(text.content) : []
      }),
    )
    const references = found.flat()
    expect(references.filter(({ state }) => state === 'plain')).toEqual([])
    const meant = references.map(({ written, state, reference }) => [
      written,
      state,
      reference?.issuer,
    ])
    expect(meant).toContainEqual(['3B501.f.1.b', 'sound', 'EU'])
    expect(meant).toContainEqual(['3B801.f.5', 'sound', null])
  })

  it('leaves something to do for those who sign in', async () => {
    const germany = await findHome({ db: database.db }, demoActor('de-representative'))
    expect(germany.awaitingRelease).toHaveLength(1)
    expect(germany.unanswered.map(({ owner }) => owner)).toEqual(['EE'])
    const netherlands = await findHome({ db: database.db }, demoActor('nl-representative'))
    expect(netherlands.questions).toHaveLength(2)
  })
})
