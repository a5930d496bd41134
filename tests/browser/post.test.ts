import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import { findActorById } from '#db/actors.server.ts'
import { findMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { keepText } from '#db/version-texts.server.ts'
import { openMeasure } from '#tests/db/adopted-list.ts'
import { scanners } from '#tests/text/sample.ts'
import { expectNoSerious } from './axe.ts'
import { openPortal } from './harness.ts'

const planted = 'Zwaluwstaart'

const portal = await openPortal()
let reference: string

beforeAll(async () => {
  const { db } = portal.database
  const measure = await openMeasure(db, { title: planted })
  reference = measure.reference
  const actor = await findActorById(db, demoPersonId('nl-representative'))
  const act = (event: RecordedEvent) =>
    db.transaction(async (tx) => record(tx, actor, await findMeasure(tx, measure.id), [event]))
  const shared = async (number: number) => {
    const sha256 = await db.transaction((tx) => keepText(tx, scanners))
    const versionId = randomUUID()
    await act({
      type: 'version-shared',
      versionId,
      number,
      sha256,
      language: 'en',
      documentSeq: 0,
      audience: { kind: 'named', delegations: ['DE'] },
      commentsBy: null,
      coverNote: planted,
    })
    return versionId
  }
  const versionId = await shared(1)
  await act({ type: 'version-recalled', versionId, number: 1, reason: planted })
  await shared(2)
})
afterAll(() => portal.close())

describe('the post', () => {
  it('shows what came at once, what waits, and where mail goes', async () => {
    const page = await portal.visitAs('de-drafter')
    await expect
      .poll(async () => {
        await page.goto('/post')
        return page.getByRole('region', { name: 'Received' }).getByText(reference).count()
      })
      .toBeGreaterThan(0)
    const received = page.getByRole('table', { name: 'Received' })
    expect(
      await received.getByRole('link', { name: `Version recalled ${reference}` }).count(),
    ).toBe(1)
    const waiting = page.getByRole('table', { name: 'Next digest' })
    const link = waiting.getByRole('link', { name: `Version shared for comments ${reference}` })
    expect(await link.last().getAttribute('href')).toMatch(/^\/files\/.*\/versions\/\d$/)
    expect(await page.getByText('Mail is shown here only').count()).toBe(1)
    expect(await page.content()).not.toContain(planted)
  })

  it('goes to an own address when one is given, and says what is wrong with it', async () => {
    const page = await portal.visitAs('fr-drafter')
    await page.goto('/post')
    const field = page.getByLabel('Your own address')
    await field.fill('drafter at fr')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: /Enter a mail address/ }).waitFor()
    expect(await field.inputValue()).toBe('drafter at fr')
    await field.fill('drafter@fr.example')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: /Enter a mail address/ }).waitFor({ state: 'detached' })
    await page.reload()
    expect(await field.inputValue()).toBe('drafter@fr.example')
    // Chromium reports the status of the refused form.
    expect(portal.takeComplaints()).toEqual([expect.stringContaining('422')])
  })

  it.each([1280, 400])('has nothing serious for axe at %d px, and fits', async (width) => {
    const page = await portal.visitAs('de-drafter', { viewport: { width, height: 900 } })
    await page.goto('/post')
    await expectNoSerious(page)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })

  it('does not exist for an administrator, and asks a stranger to sign in', async () => {
    const administrator = await portal.visitAs('de-administrator')
    expect((await administrator.goto('/post'))?.status()).toBe(404)
    const data = await administrator.request.get('/post?_data=routes%2Fpost')
    expect(data.status()).toBe(404)
    const stranger = await portal.visit()
    await stranger.goto('/post')
    expect(new URL(stranger.url()).pathname).toMatch(/^\/sign-in/)
    // Chromium reports the status of the page itself.
    expect(portal.takeComplaints()).toEqual([expect.stringContaining('404')])
  })
})
