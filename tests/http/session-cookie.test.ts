import { describe, expect, it } from 'vitest'
import { attemptCookie, sessionCookie } from '#app/http/session-cookie.ts'

const token = 'A'.repeat(43)
const secure = sessionCookie('https://concert.example.eu')
const local = sessionCookie('http://localhost:3000')

describe('the cookie of a session', () => {
  it('can be set by our own host only, and is neither read by scripts nor sent in the clear', () => {
    expect(secure.keep(token)).toBe(
      `__Host-concert=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    )
  })

  it('has a plain name where there is no HTTPS, on this machine', () => {
    expect(local.keep(token)).toBe(`concert=${token}; Path=/; HttpOnly; SameSite=Lax`)
  })

  it('is not read under the plain name over HTTPS, where another host could have set it', () => {
    expect(secure.read(`concert=${token}`)).toBeNull()
    expect(secure.read(`other=1; __Host-concert=${token}`)).toBe(token)
  })

  it('counts for nothing when there are two of it', () => {
    expect(local.read(`concert=${token}; concert=${'B'.repeat(43)}`)).toBeNull()
  })

  it.each([undefined, null, '', 'concert', 'xconcert=1', 'concert-sign-in=1'])(
    'is nothing in the header %j',
    (header) => {
      expect(local.read(header)).toBeNull()
    },
  )

  it('is removed under the same name and path', () => {
    expect(secure.remove()).toMatch(/^__Host-concert=; Path=\/; .*Secure; Max-Age=0$/)
  })

  it('of a sign-in under way lives ten minutes', () => {
    expect(attemptCookie('https://concert.example.eu').keep(token)).toMatch(
      /^__Host-concert-sign-in=.*Secure; Max-Age=600$/,
    )
  })
})
