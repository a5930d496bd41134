import { describe, expect, it } from 'vitest'
import { unreadable } from '#app/http/register-address.ts'
import { refusedUnlessReadable } from '#app/http/open-data.server.ts'

const asked = (query: string) => new URLSearchParams(query)

describe('the address of a search of the register', () => {
  it('is told what in it cannot be read; what is left empty or out is not asked', () => {
    const id = '00000000-0000-4000-8000-000000000000'
    expect(unreadable(asked(''))).toEqual([])
    expect(unreadable(asked('on=&after='))).toEqual([])
    expect(unreadable(asked(`on=2026-01-12&after=${id}`))).toEqual([])
    expect(unreadable(asked('on=abc'))).toEqual(['on'])
    expect(unreadable(asked('on=2023-02-31&after=1_2'))).toEqual(['on', 'after'])
  })

  it('that cannot be read is answered 400 where data is asked for, with what is wrong', async () => {
    expect(refusedUnlessReadable(asked('on=2026-01-12'))).toBeNull()
    const answer = refusedUnlessReadable(asked('on=abc'))
    expect(answer?.status).toBe(400)
    expect(await answer?.json()).toEqual({
      reason: 'unreadable-address',
      parameters: { on: 'a day, such as 2026-01-31' },
    })
  })
})
