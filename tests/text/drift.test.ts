import { describe, expect, it } from 'vitest'
import type { Content } from '#app/text/content.ts'
import { driftOf } from '#app/text/drift.ts'
import { redline } from '#app/text/redline.ts'
import { doc, entry, heading, paragraph, point, section } from './sample.ts'

/** A draft of one state; `side` makes its ids others than those of the other state's. */
const text = (side: string, code: string, overlay: string, ...more: string[]): Content =>
  doc(
    section(
      'items',
      entry(
        { id: `${side}e`, code },
        heading(`${side}h`, 'Scanners for the manufacture of semiconductor devices'),
        point({ id: `${side}a` }, paragraph(`${side}ap`, `a dedicated chuck overlay ${overlay}`)),
        ...more.map((words, index) =>
          point({ id: `${side}${index}` }, paragraph(`${side}${index}p`, words)),
        ),
      ),
    ),
  )

const languages = { before: 'en', after: 'en' }
const drifts = (...pairs: [Content, Content][]) =>
  driftOf(pairs.map(([ours, theirs]) => ({ elements: redline(ours, theirs), languages })))

const dutch = (overlay: string, ...more: string[]) => text('n', '3B801', overlay, ...more)
const french = (overlay: string, ...more: string[]) => text('f', '3B901', overlay, ...more)

describe('what drifted apart', () => {
  it('is a threshold that was the same in both and no longer is', () => {
    const [found, ...others] = drifts(
      [dutch('≤ 1.50 nm'), french('≤ 1.50 nm')],
      [dutch('≤ 2.40 nm'), french('≤ 1.50 nm')],
    )
    expect(others).toEqual([])
    expect(found).toMatchObject({
      before: { id: 'nap', provision: '3B801.a' },
      after: { id: 'fap', provision: '3B901.a' },
      parameters: [{ change: 'tighter', after: { values: ['1.50'] } }],
      since: 1,
    })
  })

  it('is told with the moment since which it is so, however much came after', () => {
    const stage = 'a stage that moves by itself'
    expect(
      drifts(
        [dutch('≤ 1.50 nm'), french('≤ 1.50 nm')],
        [dutch('≤ 2.40 nm'), french('≤ 1.50 nm')],
        [dutch('≤ 2.40 nm'), french('≤ 1.50 nm', stage)],
        [dutch('≤ 2.40 nm', stage), french('≤ 1.50 nm', stage)],
      ),
    ).toMatchObject([{ before: { id: 'nap' }, since: 1 }])
  })

  it('is no more once both agree again, and never what did not agree', () => {
    expect(
      drifts(
        [dutch('≤ 1.50 nm'), french('≤ 1.50 nm')],
        [dutch('≤ 2.40 nm'), french('≤ 1.50 nm')],
        [dutch('≤ 2.40 nm'), french('≤ 2.40 nm')],
      ),
    ).toEqual([])
    expect(drifts([dutch('≤ 2.40 nm'), french('≤ 1.50 nm')])).toEqual([])
    expect(
      drifts([dutch('≤ 2.40 nm'), french('≤ 1.50 nm')], [dutch('≤ 3.00 nm'), french('≤ 1.50 nm')]),
    ).toEqual([])
  })

  it('is a line with a threshold that one of them no longer has', () => {
    const resolution = 'a resolution of any layer ≤ 45 nm'
    expect(
      drifts(
        [dutch('≤ 1.50 nm', resolution), french('≤ 1.50 nm', resolution)],
        [dutch('≤ 1.50 nm', resolution), french('≤ 1.50 nm')],
      ),
    ).toMatchObject([{ before: { id: 'n0p' }, after: null, parameters: [], since: 1 }])
  })

  it('is an entry of which other words differ', () => {
    const stage = 'a stage that moves by itself'
    expect(
      drifts(
        [dutch('≤ 1.50 nm', stage), french('≤ 1.50 nm', stage)],
        [dutch('≤ 1.50 nm', stage), french('≤ 1.50 nm', `${stage} or by hand`)],
      ),
    ).toMatchObject([{ before: { id: 'ne' }, after: { id: 'fe' }, parameters: [], since: 1 }])
  })
})
