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
  return { slice: [found.node], alone, back: sliceInFrame(alone, label) }
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
})
