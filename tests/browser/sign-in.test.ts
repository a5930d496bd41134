import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { addPerson } from '#db/people.server.ts'
import { freePort } from '#tests/setup/ports.ts'
import { startProvider } from '#tests/people/provider.ts'
import { expectNoSerious } from './axe.ts'
import { openPortal } from './harness.ts'

const port = await freePort()
const origin = `http://localhost:${port}`
const provider = await startProvider(await freePort(), `${origin}/auth/callback`)
const portal = await openPortal({
  PORT: String(port),
  PUBLIC_ORIGIN: origin,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.client.id,
  OIDC_CLIENT_SECRET: provider.client.secret,
  LOG_LEVEL: 'error',
})
afterAll(async () => {
  await portal.close()
  await provider.stop()
})

it('signs in at the identity provider and comes back, under the content security policy', async () => {
  provider.subject = 'subject-of-anna'
  await portal.database.db.transaction((tx) =>
    addPerson(tx, {
      id: randomUUID(),
      issuer: provider.issuer,
      subject: 'subject-of-anna',
      name: 'Somebody, Netherlands',
      delegation: 'NL',
      officeId: null,
    }),
  )
  const page = await portal.visit()
  await page.goto('/account')
  await expectNoSerious(page)
  await page.getByRole('button', { name: 'Sign in with 127.0.0.1' }).click()
  await page.waitForURL('**/account')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Somebody, Netherlands')
})

it('says to somebody who is not known what to do', async () => {
  provider.subject = 'subject-of-nobody'
  const page = await portal.visit()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with 127.0.0.1' }).click()
  await page.getByText('Ask the administrator of your delegation for an invitation').waitFor()
  await expectNoSerious(page)
  expect(portal.takeComplaints()).toEqual([expect.stringContaining('status of 403')])
})
