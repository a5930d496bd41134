import { describe, expect, it } from 'vitest'
import { textAttribute, withIds } from '#app/text/content.ts'
import { framedSlice, sliceInFrame } from '#app/text/framed-slice.ts'
import { findElement, frameOf, labelOf } from '#app/text/slice.ts'
import { scanners } from '#tests/text/sample.ts'

const content = withIds(scanners)

function framedAlone(id: string) {
  const found = findElement(content, id)
  if (!found) throw new Error(`no ${id}`)
  const label = labelOf(found)
  const alone = framedSlice([found.node], frameOf(found), label)
  return { slice: [found.node], alone, back: sliceInFrame(alone, [found.node], label) }
}

/** Points as somebody labels them: `z` has a label of its own, `f` is called by its place. */
function pointsOf(own: string | null) {
  const point = (id: string, label: string | null) => ({
    type: 'point',
    attrs: { id, label },
    content: [
      { type: 'paragraph', attrs: { id: `${id}p` }, content: [{ type: 'text', text: id }] },
    ],
  })
  const slice = [point('z', own)]
  const frame = { parentType: 'point', code: '3B801', depth: 1 }
  return { slice, point, frame }
}

describe('a part of a text alone', () => {
  it('is a point of the entry that it stands in, however deep', () => {
    const { slice, alone, back } = framedAlone('f5b')
    const [entry] = alone.content?.[0]?.content ?? []
    expect(entry?.type).toBe('entry')
    expect(entry && textAttribute(entry, 'code')).toBe('3B801')
    expect(back).toMatchObject(slice)
  })

  it('is no entry where it is a line of a point', () => {
    const { slice, alone, back } = framedAlone('f5bp')
    expect(alone.content?.[0]?.content).toEqual(slice)
    expect(back).toEqual(slice)
  })

  it.each([
    ['of its own stays, also where it is what the place would give', '5', '5'],
    ['that it has by its place is lent alone', null, null],
  ])('has a label: one %s', (_name, own, after) => {
    const { slice, frame } = pointsOf(own)
    const alone = framedSlice(slice, frame, '5')
    expect(alone.content?.[0]?.content?.[0]?.content?.[0]?.attrs).toMatchObject({ label: '5' })
    expect(sliceInFrame(alone, slice, '5')).toMatchObject([{ attrs: { id: 'z', label: after } }])
  })

  it('takes a lent label back also behind what was put before it', () => {
    const { slice, frame, point } = pointsOf(null)
    const alone = framedSlice(slice, frame, '5')
    const [section] = alone.content ?? []
    const [entry] = section?.content ?? []
    if (!section || !entry) throw new Error('no entry around the point')
    const more = { ...entry, content: [point('new', null), ...(entry.content ?? [])] }
    const written = { ...alone, content: [{ ...section, content: [more] }] }
    expect(sliceInFrame(written, slice, '5')).toMatchObject([
      { attrs: { id: 'new', label: null } },
      { attrs: { id: 'z', label: null } },
    ])
  })
})
