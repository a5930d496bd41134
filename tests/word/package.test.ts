import { describe, expect, it } from 'vitest'
import { commentBookmark, elementBookmarks } from '#app/word/package.ts'

const nameOf = (id: string) => elementBookmarks([id]).get(id)

describe('the names of bookmarks', () => {
  it('are `el_` and the id, with `_` for what Word does not take', () => {
    expect(nameOf('f5b')).toBe('el_f5b')
    expect(nameOf('lead-time-1')).toBe('el_lead_time_1')
    expect(nameOf('a@b.c')).toBe('el_a_b_c')
  })

  it('are no longer than Word takes, and no two are the same to Word', () => {
    const ids = ['a-b', 'a.b', 'A_b', 'x'.repeat(64), `${'x'.repeat(63)}y`]
    const names = [...elementBookmarks(ids).values()]
    expect(names).toHaveLength(ids.length)
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length)
    expect(names.every((name) => /^[A-Za-z]\w{0,39}$/.test(name))).toBe(true)
  })

  it('hold the whole id of a comment', () => {
    const name = commentBookmark('0198f3a1-5f0e-7c3d-9d55-0a1b2c3d4e5f')
    expect(name).toBe('cm_0198f3a15f0e7c3d9d550a1b2c3d4e5f')
    expect(name.length).toBeLessThanOrEqual(40)
  })
})
