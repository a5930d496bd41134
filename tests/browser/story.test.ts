import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPersonId } from '#app/demonstration/load-people.server.ts'
import { roleGrants } from '#db/schema/people.ts'
import { openPortal, type VisitedPortal } from './harness.ts'
import {
  awake,
  chooseWords,
  confirm,
  field,
  keep,
  release,
  share,
  signIn,
  today,
  wasKept,
} from './story-steps.ts'

const title = 'Cryogenic pumps of the story'
const heading = 'Cryogenic pumps with a base temperature below 4 K'
const code = '3B899'
const longEnough = 180_000

let visited: VisitedPortal

beforeAll(async () => {
  visited = await openPortal()
}, longEnough)
afterAll(() => visited?.close())

/** Who plays in it, each at a machine of their own. */
interface Cast {
  drafter: Page
  representative: Page
  germany: Page
  commission: Page
  public: Page
}

test(
  'a control goes from early notice to Article 10 between five people, and each sees it come',
  async () => {
    const cast = await enterTheStage()
    const file = await giveEarlyNotice(cast)
    await writeTheDraft(cast, file)
    const first = await shareForComments(cast, file)
    await comment(cast, first)
    await statePosition(cast, first)
    await answer(cast, first)
    await shareAgain(cast, file)
    const notification = await adoptAndNotify(cast, file)
    await publish(cast, file, notification)
    await findInRegister(cast)
    await relyOnIt(cast)
    expect(visited.takeComplaints()).toEqual([])
  },
  longEnough,
)

/** Germany has one person for all: its drafter is its representative, too. */
async function enterTheStage(): Promise<Cast> {
  await visited.database.db
    .insert(roleGrants)
    .values({ personId: demoPersonId('de-drafter'), role: 'representative' })
  const enter = async (name: string) => {
    const page = await visited.visit()
    page.setDefaultTimeout(20_000)
    await signIn(page, name)
    return page
  }
  const [drafter, representative, germany, commission, visitor] = await Promise.all([
    enter('Drafter, Netherlands'),
    enter('Authorised representative, Netherlands'),
    enter('Drafter, Germany'),
    enter('Officer, European Commission'),
    visited.visit(),
  ])
  visitor.setDefaultTimeout(20_000)
  return { drafter, representative, germany, commission, public: visitor }
}

/** The path of the file. */
async function giveEarlyNotice({ drafter, representative }: Cast): Promise<string> {
  await awake(drafter, '/notices/new')
  await field(drafter, 'Title').fill(title)
  await drafter.getByLabel('Public security').check()
  await field(drafter, 'Risk identified').fill('Use in the making of military sensors.')
  await field(drafter, 'Technology').fill('Pumps that reach very low temperatures.')
  await field(drafter, 'What is envisaged').fill('A control of the pumps, not of their parts.')
  await drafter.getByRole('button', { name: 'Keep the notice' }).click()
  await drafter.waitForURL(/\/files\/\d{4}-NL-\d+$/)
  const file = new URL(drafter.url()).pathname
  await keep(drafter)

  await awake(representative, `${file}/notice`)
  await confirm(representative, 'Give the early notice', 'Give the early notice?')
  await representative.waitForURL(`**${file}`)

  await confirm(drafter, 'Open the draft', 'Open a draft for this file?')
  await drafter.getByRole('link', { name: 'Write the draft' }).click()
  await drafter.getByRole('textbox', { name: 'Text of the draft' }).waitFor()
  expect(await wasKept(drafter)).toBe(true)
  return file
}

async function writeTheDraft({ drafter, representative }: Cast, file: string) {
  await representative.goto(`${file}/draft`)
  await representative.getByRole('textbox', { name: 'Text of the draft' }).waitFor()
  await drafter.locator('#draft-subject p').first().click()
  await representative.locator('#draft-risk p').first().click()
  await Promise.all([
    drafter.keyboard.type('Pumps for very low temperatures.'),
    representative.keyboard.type('They serve cooled sensors.'),
  ])
  await representative.getByText('Pumps for very low temperatures.').waitFor()
  await drafter.getByText('They serve cooled sensors.').waitFor()

  await drafter.locator('#draft-items p').first().click()
  await drafter.getByRole('button', { name: 'Entry', exact: true }).click()
  await drafter.keyboard.type(heading)
  await drafter.getByLabel('Code', { exact: true }).fill(code)
  await representative.getByText(heading).first().waitFor()
  await expect
    .poll(() => representative.getByLabel('Code', { exact: true }).inputValue(), {
      timeout: 20_000,
    })
    .toBe(code)
  for (const page of [drafter, representative])
    await page.getByText('Saved', { exact: true }).waitFor()
}

/** The path of the comments room. Germany has had its home page open since before. */
async function shareForComments(cast: Cast, file: string): Promise<string> {
  const { representative, germany } = cast
  await awake(germany, '/home')
  await keep(germany)
  await share(representative, file)
  await germany
    .getByRole('table', { name: 'Shared with us, not yet answered' })
    .getByRole('row', { name: title })
    .getByText('Draft shared for comments')
    .waitFor()
  expect(await wasKept(germany)).toBe(true)
  return `${file}/versions/2`
}

async function comment({ drafter, germany, commission }: Cast, room: string) {
  for (const page of [drafter, germany, commission]) {
    await awake(page, room)
    await page.getByText('Present now').waitFor()
    await keep(page)
  }
  await chooseWords(germany, heading, 'below 4 K')
  await germany.getByRole('button', { name: 'Comment on these words' }).click()
  await germany.getByLabel('What it is about').selectOption('Control parameter')
  await germany.getByLabel('Comment', { exact: true }).fill('Pumps for hospitals reach 3.5 K.')
  await field(germany, 'Proposed wording').fill('below 3 K')
  await release(germany)
  for (const page of [drafter, commission])
    await page.locator('[data-comment]', { hasText: 'Pumps for hospitals' }).waitFor()

  await commission.getByRole('button', { name: 'Write a comment', exact: true }).click()
  await commission.getByLabel('What it is about').selectOption('Legal basis')
  await commission.getByLabel('Comment', { exact: true }).fill('Which of the two grounds is it?')
  await release(commission)
  for (const page of [drafter, germany])
    await page.locator('[data-comment]', { hasText: 'Which of the two grounds' }).waitFor()
  for (const page of [drafter, germany, commission]) expect(await wasKept(page)).toBe(true)
}

async function statePosition({ drafter, germany }: Cast, room: string) {
  await germany.getByRole('link', { name: 'State our position' }).click()
  await germany.getByRole('radio', { name: 'Concern' }).check()
  await field(germany, 'Reasons').fill('Hospitals would need authorisations.')
  await confirm(germany, 'State the position …', 'State this position?', 'State it')
  await germany.getByRole('row', { name: 'Germany' }).getByText('Concern').waitFor()
  await drafter.getByRole('log').getByText('Germany has stated its position').waitFor()
  expect(await wasKept(drafter)).toBe(true)
  expect(new URL(drafter.url()).pathname).toBe(room)
}

async function answer({ representative, drafter, germany, commission }: Cast, room: string) {
  await awake(germany, room)
  await awake(representative, room)
  const asked = representative.locator('[data-comment]', { hasText: 'Which of the two grounds' })
  await asked.getByText('Reply', { exact: true }).click()
  await asked.getByLabel('Answered', { exact: true }).check()
  await asked.getByLabel('Reasons').fill('Public security, as the file says.')
  await asked.getByRole('button', { name: 'Send the reply' }).click()
  await commission.getByText('Public security, as the file says.').waitFor()

  await representative.getByRole('button', { name: 'Take up the wording …' }).click()
  const dialog = representative.getByRole('dialog', { name: 'Take up this wording?' })
  await dialog.getByRole('button', { name: 'Take up', exact: true }).click()
  for (const page of [germany, drafter, commission])
    await page.getByText('The proposed wording was put into the draft').waitFor()
  expect(await wasKept(commission)).toBe(true)
}

async function shareAgain({ representative, germany }: Cast, file: string) {
  await share(representative, file)
  await germany.getByRole('link', { name: 'Go to version 3' }).click()
  await germany.waitForURL('**/versions/3')
  await germany.locator('.text').getByText('below 3 K').first().waitFor()
  for (const words of ['Pumps for hospitals reach 3.5 K.', 'Which of the two grounds is it?'])
    await germany.locator('[data-comment]', { hasText: words }).waitFor()
}

/** The path of the notification. */
async function adoptAndNotify({ representative }: Cast, file: string): Promise<string> {
  await awake(representative, `${file}/record`)
  await field(representative, 'Title of the national act').fill('Regeling koude pompen')
  await field(representative, 'Adopted on').fill(today)
  await field(representative, 'Gazette').fill('Staatscourant')
  await field(representative, 'Number or page').fill('2026, 899')
  await field(representative, 'Published in the gazette on').fill(today)
  await field(representative, 'Enters into force on').fill(today)
  await confirm(representative, 'Record adoption', 'Record that the measure has been adopted?')
  await representative.getByRole('link', { name: 'Prepare a notification' }).click()
  await field(representative, 'Precise reasons').fill('Public security: cooled military sensors.')
  await representative.getByRole('button', { name: 'Make the pack' }).click()
  await representative.waitForURL(/\/notifications\/[0-9a-f-]{36}$/)
  await representative.getByText('Record the sending', { exact: true }).click()
  await field(representative, 'Channel').fill('note verbale')
  await field(representative, 'Sent on').fill(today)
  await confirm(representative, 'Record', 'Record the sending?')
  await representative
    .getByText('Record the sending', { exact: true })
    .waitFor({ state: 'detached' })
  return new URL(representative.url()).pathname
}

async function publish({ commission }: Cast, file: string, notification: string) {
  await awake(commission, notification)
  await commission.getByText('Record the acknowledgement').click()
  await field(commission, 'Received and acknowledged on').fill(today)
  await commission.getByRole('button', { name: 'Record', exact: true }).click()
  await commission.getByText('Record the acknowledgement').waitFor({ state: 'detached' })

  await awake(commission, `${file}/record`)
  await commission.getByText('Record publication of the measure in the C series').click()
  await field(commission, 'Official Journal reference').fill('C/2026/8991')
  await field(commission, 'Published on').fill(today)
  await confirm(commission, 'Record', 'Record publication in the C series?')
  await commission.getByText('C/2026/8991').first().waitFor()

  await awake(commission, '/commission/compilations/new')
  const entry = commission.getByRole('checkbox', { name: `${code}, edition 1` })
  expect(await entry.isChecked()).toBe(true)
  await field(commission, 'Official Journal reference').fill('C/2026/8992')
  await field(commission, 'Published on').fill(today)
  await field(commission, 'Title').fill('Compilation of national control lists')
  await confirm(commission, 'Record the compilation', 'Record the compilation?')
  await commission.waitForURL(/\/compilations\/[0-9a-f-]{36}$/)
  await commission.getByText(code).first().waitFor()
}

async function findInRegister({ public: visitor }: Cast) {
  await visitor.goto('/register')
  await field(visitor, 'Code or words').fill(code)
  await visitor.keyboard.press('Enter')
  await visitor.getByRole('link', { name: code, exact: true }).click()
  await visitor.getByRole('heading', { level: 1, name: 'Cryogenic pumps' }).waitFor()
  await visitor.getByText('below 3 K').first().waitFor()
  const address = await visitor.getByRole('link', { name: 'JSON' }).getAttribute('href')
  const response = await visitor.request.get(address ?? '')
  expect(response.status()).toBe(200)
  expect(await response.json()).toMatchObject({ issuer: 'NL', code })
}

async function relyOnIt({ germany, public: visitor }: Cast) {
  await germany.goto(new URL(visitor.url()).pathname)
  await germany.getByRole('link', { name: 'Record a requirement or a refusal' }).click()
  await germany.waitForURL(/\/article-10\/entries\/[0-9a-f-]{36}$/)
  await field(germany, 'Exporter informed on').fill(today)
  await field(germany, 'Why you inform them, or why nobody').fill(
    'Others may see the same exporter group.',
  )
  await germany.getByRole('button', { name: 'Record the requirement' }).click()
  await germany.waitForURL('**/article-10')
  await germany.getByRole('row', { name: code }).first().waitFor()
}
