import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter, UNSAFE_ErrorResponseImpl } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { FailurePage } from '#app/components/failure-page.tsx'
import { LocaleProvider } from '#app/components/locale.tsx'
import { PageFactsProvider, failureMessage } from '#app/components/page-facts.ts'

function page(error: unknown, at = '/'): string {
  return renderToStaticMarkup(
    <MemoryRouter initialEntries={[at]}>
      <PageFactsProvider
        value={{ nonce: '', incident: '3158cd7c-2d7b', isAway: false, hasScripts: true }}
      >
        <LocaleProvider locale="en" now="2026-11-21T10:00:00Z">
          <FailurePage error={error} />
        </LocaleProvider>
      </PageFactsProvider>
    </MemoryRouter>,
  )
}

const answer = (status: number, data: unknown = null) =>
  new UNSAFE_ErrorResponseImpl(status, '', data)

describe('the page of a failure', () => {
  it('names the incident and nothing of the program where the fault is ours', () => {
    const error = new Error('relation "drafts" does not exist')
    const html = page(error)
    expect(html).toContain('3158cd7c-2d7b')
    expect(html).not.toContain('drafts')
  })

  it('names the incident of a later failure rather than that of the page', () => {
    const html = page(new Error(failureMessage('77a0e4b1-9c3f')))
    expect(html).toContain('77a0e4b1-9c3f')
    expect(html).not.toContain('3158cd7c-2d7b')
  })

  it('says that the database is away where that is why', () => {
    const html = page(new Error(failureMessage('77a0e4b1-9c3f', true)))
    expect(html).toContain('Try again in a minute')
    expect(html).toContain('77a0e4b1-9c3f')
  })

  it('says the same of what does not exist and of what may not be seen', () => {
    expect(page(answer(404, { reason: 'not-found' }))).toBe(page(answer(404)))
    expect(page(answer(404))).not.toContain('incident')
  })

  it('says in the register that absence does not mean uncontrolled, and leads back to it', () => {
    const html = page(answer(404, { reason: 'not-found' }), '/register/NL/9Z999')
    expect(html).toContain('may be controlled all the same')
    expect(html).not.toContain('delegation')
    expect(html).toContain('href="/register"')
  })

  it('says why something was refused', () => {
    expect(page(answer(409, { reason: 'already-adopted' }))).toContain(
      'Adoption of this measure has already been recorded',
    )
  })

  it('shows no words that were sent along with an answer', () => {
    expect(page(answer(400, { reason: '<b>planted</b>' }))).not.toContain('planted')
    expect(page(answer(400, 'planted'))).not.toContain('planted')
  })
})
