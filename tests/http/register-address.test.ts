import { describe, expect, it } from 'vitest'
import { isDayUnreadable, nextPage, readRegisterAddress } from '#app/http/register-address.ts'

const asked = (query: string) => new URLSearchParams(query)

describe('the address of a search of the register', () => {
  it('is told whether the day in it cannot be read; what is left empty or out is not asked', () => {
    expect(isDayUnreadable(asked(''))).toBe(false)
    expect(isDayUnreadable(asked('on='))).toBe(false)
    expect(isDayUnreadable(asked('on=2026-01-12'))).toBe(false)
    expect(isDayUnreadable(asked('on=abc'))).toBe(true)
    expect(isDayUnreadable(asked('on=2023-02-31'))).toBe(true)
  })

  it('goes without what a page cannot read', () => {
    expect(readRegisterAddress(asked('category=3&category=x&issuer=XX&on=abc'))).toMatchObject({
      categories: ['3'],
      issuers: [],
      on: null,
    })
  })

  it('leads to the next page as of the same day, with all that was asked', () => {
    const url = 'http://localhost/register.json?q=laser&issuer=NL&issuer=FR&limit=2&after=old'
    const found = { on: '2026-01-31', next: 'new' }
    expect(nextPage('https://concert.example/register.json', { url }, found)).toBe(
      'https://concert.example/register.json?q=laser&issuer=NL&issuer=FR&limit=2&after=new&on=2026-01-31',
    )
    expect(nextPage('https://concert.example', { url }, { ...found, next: null })).toBeNull()
  })
})
