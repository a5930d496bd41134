import { describe, expect, it } from 'vitest'
import { openData } from '#app/http/open-data.server.ts'

const asking = (ifNoneMatch?: string) =>
  new Request('http://localhost/register.json', {
    headers: ifNoneMatch ? { 'If-None-Match': ifNoneMatch } : {},
  })

describe('what the register gives away', () => {
  it('has a tag of what it says, and is sent once to who keeps it', async () => {
    const first = openData.json(asking(), { entries: 1 })
    const tag = first.headers.get('etag') ?? ''
    expect(first.status).toBe(200)
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/)

    for (const known of [tag, tag.replace('W/', ''), `"other", ${tag}`]) {
      const again = openData.json(asking(known), { entries: 1 })
      expect([again.status, again.headers.get('etag')]).toEqual([304, tag])
      expect(await again.text()).toBe('')
    }
    const changed = openData.json(asking(tag), { entries: 2 })
    expect(changed.status).toBe(200)
    expect(await changed.json()).toEqual({ entries: 2 })
  })

  it('says that nothing was found each time', () => {
    const answer = openData.json(asking('*'), { reason: 'not-found' }, 404)
    expect(answer.status).toBe(404)
  })
})
