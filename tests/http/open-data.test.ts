import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openData } from '#app/http/open-data.server.ts'
import { jsonSearch } from '#app/open-data/parameters.ts'

const context = { origin: 'https://concert.example' }
const asking = (headers: Record<string, string> = {}, query = '') => ({
  request: new Request(`http://localhost/register.json${query}`, { headers }),
  context,
})
const entries = z.object({ entries: z.number() })

describe('what the register gives away', () => {
  it('has a tag of what it says, and is sent once to who keeps it', async () => {
    const first = openData.json(asking(), entries, { entries: 1 })
    const tag = first.headers.get('etag') ?? ''
    expect(first.status).toBe(200)
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/)

    for (const known of [tag, tag.replace('W/', ''), `"other", ${tag}`]) {
      const again = openData.json(asking({ 'If-None-Match': known }), entries, { entries: 1 })
      expect([again.status, again.headers.get('etag')]).toEqual([304, tag])
      expect(await again.text()).toBe('')
    }
    const changed = openData.json(asking({ 'If-None-Match': tag }), entries, { entries: 2 })
    expect(changed.status).toBe(200)
    expect(await changed.json()).toEqual({ entries: 2 })
  })

  it('goes by the time of its last change only where no tag is given', () => {
    const told = { mediaType: 'text/plain', lastModified: new Date('2026-01-31T10:00:00.700Z') }
    const statusFor = (headers: Record<string, string>) =>
      openData.text(asking(headers), 'words', told).status
    const at = 'Sat, 31 Jan 2026 10:00:00 GMT'
    expect(openData.text(asking(), 'words', told).headers.get('last-modified')).toBe(at)
    expect(statusFor({ 'If-Modified-Since': at })).toBe(304)
    expect(statusFor({ 'If-Modified-Since': 'Sat, 31 Jan 2026 09:59:59 GMT' })).toBe(200)
    expect(statusFor({ 'If-Modified-Since': 'never' })).toBe(200)
    expect(statusFor({ 'If-Modified-Since': at, 'If-None-Match': '"other"' })).toBe(200)
    const untimed = openData.text(asking({ 'If-Modified-Since': at }), 'words', {
      mediaType: 'text/plain',
    })
    expect(untimed.status).toBe(200)
  })

  it('holds nothing beyond what describes it, and fails rather than say something else', async () => {
    const more = { entries: 1, inner: 'a draft' }
    expect(await openData.json(asking(), entries, more).json()).toEqual({ entries: 1 })
    const wrong: unknown = { entries: 'many' }
    expect(() => openData.json(asking(), z.any().pipe(entries), wrong)).toThrow('expected number')
  })

  it('may be read by the pages of others, without cookies', () => {
    const { headers } = openData.json(asking(), entries, { entries: 1 })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })
})

describe('what is asked of the register as data', () => {
  const read = (query: string) => openData.read(asking({}, query), jsonSearch)

  it('is what is given; what is left empty is not asked', () => {
    expect(read('?on=&after=&q=&issuer=')).toMatchObject({
      ok: true,
      values: { on: null, after: null, q: '', issuer: [], limit: 100, compiled: null },
    })
    expect(read('?issuer=NL&issuer=FR&on=2026-01-31&limit=3&compiled=yes')).toMatchObject({
      ok: true,
      values: { issuer: ['NL', 'FR'], on: '2026-01-31', limit: 3, compiled: 'yes' },
    })
  })

  it('is refused where it cannot be read, or where there is no such thing, with what could be', async () => {
    const bad = 'issuer=XX&issuer=GR&on=2023-02-31&limit=501&after=1_2&words=x&q=a&q=b&__proto__=1'
    const answer = read(`?${bad}`)
    if (answer.ok) throw new Error('this cannot be read')
    expect(answer.refused.status).toBe(400)
    expect(answer.refused.headers.get('content-type')).toBe('application/problem+json')
    const problem = await answer.refused.json()
    expect(problem).toMatchObject({
      type: 'https://concert.example/register/openapi.json#/components/responses/BadParameters',
      title: 'Not understood',
      status: 400,
      notice: openData.notice,
    })
    expect(problem.parameters).toEqual([
      { name: 'q', expected: expect.any(String) },
      { name: 'issuer', expected: 'the code of a Member State, such as NL; Greece is EL' },
      { name: 'on', expected: 'a day, such as 2026-01-31' },
      { name: 'after', expected: 'what the page before gave as `next`' },
      { name: 'limit', expected: 'a whole number from 1 to 500' },
      { name: 'words', expected: 'nothing: there is no such parameter here' },
      { name: '__proto__', expected: 'nothing: there is no such parameter here' },
    ])
  })

  it.each(['on=0000-01-01', 'limit=0', 'limit=1.5', 'state=open', 'category=10', 'compiled=maybe'])(
    '%s is refused',
    (query) => expect(read(`?${query}`).ok).toBe(false),
  )
})

it('that nothing is found is said each time, and is no answer to whether something is controlled', async () => {
  const answer = openData.refused(asking({ 'If-None-Match': '*' }), 'not-found')
  expect(answer.status).toBe(404)
  expect((await answer.json()).detail).toMatch(/may be controlled all the same/)
})
