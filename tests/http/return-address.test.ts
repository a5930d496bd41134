import { array, assert, constantFrom, oneof, property, string, webPath, webUrl } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { returnAddress } from '#app/http/return-address.ts'

const origins = ['https://concert.example.eu', 'http://localhost:3000', 'http://[::1]:8080']

function staysOnOurOrigin(address: string): boolean {
  return origins.every((origin) => new URL(address, origin).origin === origin)
}

describe('the address to return to after signing in', () => {
  it.each([
    '/home',
    '/files/2026-NL-0001',
    '/files/2026-NL-0001/compare?from=1&to=2',
    '/register?q=3B801.f.5#results',
    '/register?q=https://example.eu//path',
    '/register?q=%E2%89%A4%20685%20%C2%B0C',
  ])('is kept when it is a page of ours: %s', (address) => {
    expect(returnAddress(address)).toBe(address)
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,hello',
    '/%2F/evil.example',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/%255cevil.example',
    '/%25252f%25252fevil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e%2e//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/%09/evil.example',
    '/%0d%0aSet-Cookie:%20a=b',
    '/%',
    '@evil.example',
    'evil.example',
    '',
    `/${'a'.repeat(3000)}`,
  ])('is our own start when it would leave or is not well formed: %j', (address) => {
    expect(returnAddress(address)).toBe('/home')
  })

  it.each(['/sign-in', '/sign-in?return=/sign-in', '/sign-out', '/auth/callback?code=x'])(
    'is never a page of signing in: %s',
    (address) => {
      expect(returnAddress(address)).toBe('/home')
    },
  )

  it.each([null, undefined, 7, ['/files'], new File([], 'a')])(
    'is our own start when it is no text',
    (value) => {
      expect(returnAddress(value)).toBe('/home')
    },
  )

  it('stays on our origin whatever is asked for (row 31)', () => {
    const pieces = constantFrom(
      '/', '\\', '//', ':', '@', '%2f', '%5c', '%252f', '%09', '\t', '\n', '\r', '.', '..', '?', '#',
      'javascript:', 'https:', 'evil.example', 'home', '\u0000', '%00', '\u3002', '／', ' ',
    ) // prettier-ignore
    const crafted = array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))
    assert(
      property(oneof(crafted, string(), webUrl(), webPath()), (asked) => {
        const address = returnAddress(asked)
        expect(address).toMatch(/^\//)
        expect(address).toSatisfy(staysOnOurOrigin)
        expect(`/${decodedFully(address).slice(1)}`).toSatisfy(staysOnOurOrigin)
        expect(returnAddress(address)).toBe(address)
      }),
      { numRuns: 5000 },
    )
  })
})

function decodedFully(address: string): string {
  const path = address.split(/[?#]/, 1)[0] ?? ''
  let text = path
  for (let round = 0; round < 10; round++) {
    try {
      text = decodeURIComponent(text)
    } catch {
      return text
    }
  }
  return text
}
