import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#app/text/canonical.ts'

describe('canonical JSON', () => {
  it('orders keys by code unit, at every depth', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, { z: null, y: true }], c: 'é' } })).toBe(
      '{"a":{"c":"é","d":[2,{"y":true,"z":null}]},"b":1}',
    )
  })

  it('prints numbers as RFC 8785 does', () => {
    expect(canonicalJson([1e21, 0.1, -0, 4.5])).toBe('[1e+21,0.1,0,4.5]')
  })

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('NaN')
    expect(() => canonicalJson([() => 1])).toThrow('function')
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}')
  })
})
