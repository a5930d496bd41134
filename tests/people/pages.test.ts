import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { getSettings, officeId } from '#db/delegations.server.ts'
import { findGrants } from '#db/grants.server.ts'
import { findPendingInvitations } from '#db/invitations.server.ts'
import { findPerson } from '#db/people.server.ts'
import { demonstrationDatabase } from '#tests/setup/demonstration.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { startWatchdog } from '#tests/setup/watchdog.ts'
import { visitor } from './visitor.ts'

const watchdog = startWatchdog()
const database = await demonstrationDatabase()
const { origin, stop } = await startPortal(watchdog, { DATABASE_URL: database.url })
afterAll(async () => {
  await stop()
  await database.close()
  await watchdog.finish()
})

async function signedIn(person: string) {
  const browser = visitor()
  await browser.post(`${origin}/sign-in/demonstration`, { person })
  return browser
}

const germanDrafter = demoPersonId('de-drafter')

const pages = [
  ['/people', 'routes/people._index'],
  ['/people/invite', 'routes/people.invite'],
  [`/people/${demoPersonId('nl-drafter')}`, 'routes/people.$personId'],
] as const

describe('the pages about people', () => {
  it.each(['nl-drafter', 'nl-representative', 'com-officer', 'ie-duwp-chair'])(
    'are not there for %s, nor their loaders called alone, nor their actions',
    async (person) => {
      const browser = await signedIn(person)
      for (const [path, route] of pages) {
        expect((await browser.get(`${origin}${path}`)).status).toBe(404)
        const alone = await browser.get(`${origin}${path}?_data=${encodeURIComponent(route)}`)
        expect(alone.status).toBe(404)
        expect(alone.text).not.toContain('Drafter, Netherlands')
        const posted = await browser.post(`${origin}${path}?_data=${encodeURIComponent(route)}`, {
          act: 'deactivate',
          key: randomUUID(),
          name: 'X',
          roles: 'expert',
        })
        expect(posted.status).toBe(404)
      }
      expect(await findPerson(database.db, demoPersonId('nl-drafter'))).toMatchObject({
        isActive: true,
      })
    },
  )

  it('send whoever is not signed in to the sign-in page', async () => {
    for (const [path] of [...pages, ['/account', '']]) {
      const { location } = await visitor().get(`${origin}${path}`)
      expect(location).toBe(`${origin}/sign-in?return=${encodeURIComponent(path)}`)
    }
  })

  it('answer alike about people of others, people who are not there, and what is no id', async () => {
    const browser = await signedIn('nl-administrator')
    const answers = await Promise.all(
      [germanDrafter, randomUUID(), 'x', "' OR 1=1"].map(async (id) => {
        const { status, text } = await browser.get(`${origin}/people/${encodeURIComponent(id)}`)
        return { status, words: /<main[^]*?<\/main>/.exec(text)?.[0] }
      }),
    )
    expect(new Set(answers.map(({ words }) => words)).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 404 })
  })

  it('let an administrator change the own delegation only, whatever a form names (row 37)', async () => {
    const browser = await signedIn('nl-administrator')
    await browser.post(`${origin}/people`, {
      draftersMayRelease: 'yes',
      functionalMailbox: 'post@example.nl',
      delegation: 'DE',
    })
    expect(await getSettings(database.db, 'DE')).toMatchObject({ draftersMayRelease: false })
    expect(await getSettings(database.db, 'NL')).toEqual({
      draftersMayRelease: true,
      functionalMailbox: 'post@example.nl',
    })
    await browser.post(`${origin}/people/invite`, {
      key: randomUUID(),
      name: 'Trojan',
      roles: 'representative',
      delegation: 'DE',
      createdBy: germanDrafter,
    })
    expect(await findPendingInvitations(database.db, 'DE')).toEqual([])
    expect(await findPendingInvitations(database.db, 'NL')).toMatchObject([{ name: 'Trojan' }])
    const foreign = await browser.post(`${origin}/people/${germanDrafter}`, {
      act: 'grant',
      key: randomUUID(),
      role: 'representative',
    })
    expect(foreign.status).toBe(404)
    expect(await findGrants(database.db, germanDrafter)).toHaveLength(1)
  })

  it.each([
    ['people/invite', { name: '', roles: 'expert' }, 'Fill this in'],
    ['people/invite', { name: 'A', roles: 'emperor' }, 'Choose'],
    ['people/invite', { name: 'A'.repeat(121), roles: 'expert' }, 'too long'],
    [
      'people/invite',
      { name: 'A', roles: 'expert', officeId: officeId('DE:customs') },
      'could not',
    ],
    ['people/invite', { name: 'A', roles: 'officer' }, 'cannot have this role'],
    ['people', { functionalMailbox: 'nowhere' }, 'Enter a mail address'],
    ['people', { functionalMailbox: 'a@example.nl\r\nBcc: b@example.nl' }, 'Enter a mail address'],
    [
      `people/${demoPersonId('nl-reader')}`,
      { act: 'grant', role: 'deputy' },
      'which day is the last',
    ],
    [
      `people/${demoPersonId('nl-reader')}`,
      { act: 'grant', role: 'expert', until: '2020-01-01' },
      'has passed',
    ],
    [
      `people/${demoPersonId('nl-reader')}`,
      { act: 'grant', role: 'expert', until: 'soon' },
      'Enter a date',
    ],
    [`people/${demoPersonId('nl-reader')}`, { act: 'conquer' }, 'could not be accepted'],
  ] as const)('say at /%s what is wrong with %j', async (path, form, words) => {
    const browser = await signedIn('nl-administrator')
    const answer = await browser.post(`${origin}/${path}`, { key: randomUUID(), ...form })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
  })
})
