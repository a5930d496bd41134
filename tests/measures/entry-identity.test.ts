import { expect, it } from 'vitest'
import { codeKey } from '#app/measures/entry-identity.ts'

it('names an entry by its code, however an act prints it', () => {
  for (const printed of ['6B901x', '6b901.x', '6B901 x', '6B901.x'])
    expect(codeKey(printed)).toBe('6B901.x')
  expect(codeKey('1b1901')).toBe('1B1901')
  expect(codeKey(' ')).toBeNull()
})
