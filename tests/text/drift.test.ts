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

  it('pairs lines as the redline of both does, where name and value have changed', () => {
    const upTo = 'a maximum dedicated chuck overlay greater than 1.50 nm but not exceeding 2.40 nm'
    const below = 'a maximum dedicated chuck overlay equal to or less than 1.50 nm'
    const renamed = 'a maximum overlay greater than 1.50 nm but not exceeding 2.00 nm'
    const now: [Content, Content] = [dutch('≤ 9.00 nm', below, renamed), french('≤ 9.00 nm', upTo)]
    const [found] = drifts([dutch('≤ 9.00 nm', below, upTo), french('≤ 9.00 nm', upTo)], now)
    expect(found).toMatchObject({
      before: { id: 'n1p' },
      after: { id: 'f0p' },
      parameters: [{ change: 'looser' }],
    })
    expect(redline(...now).find(({ after }) => after?.id === 'f0p')).toMatchObject({
      before: { id: 'n1p' },
      parameters: found?.parameters,
    })
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

  const overlay = 'a dedicated chuck overlay'
  const resolution = 'a resolution of any layer'
  const layer = `${resolution} ≤ 45 nm`
  /** The same text with the ids of one clause replaced, as when it was cut out and written again. */
  const anew = (content: Content, id: string): Content =>
    JSON.parse(JSON.stringify(content).replaceAll(`"${id}`, `"new-${id}`)) as Content

  it('is no line that was written again with the same thresholds', () => {
    const both: [Content, Content] = [dutch('≤ 1.50 nm', layer), french('≤ 1.50 nm', layer)]
    expect(drifts(both, [both[0], anew(both[1], 'f0')])).toEqual([])
    expect(drifts(both, [anew(both[0], 'ne'), both[1]])).toEqual([])
  })

  it('is no line that came apart with its thresholds', () => {
    const long = `${resolution} of the mask of the machine ≤ 45 nm`
    const whole = 'and a stage that moves by itself in two directions of the machine'
    const both: [Content, Content] = [
      dutch('≤ 1.50 nm', `${whole} ${long}`),
      french('≤ 1.50 nm', `${whole} ${long}`),
    ]
    const apart = french('≤ 1.50 nm', whole, long)
    expect(drifts(both, [both[0], apart]).filter(({ before }) => before?.kind !== 'entry')).toEqual(
      [],
    )
  })

  it('is no line of which so much was added that the two are not alike', () => {
    const long =
      'for masks that were made elsewhere, by whoever has them and whatever they paid or were paid'
    expect(
      drifts(
        [dutch('≤ 1.50 nm', layer), french('≤ 1.50 nm', layer)],
        [dutch('≤ 1.50 nm', layer), french('≤ 1.50 nm', `${long}: ${layer}`)],
      ).filter(({ before }) => before?.kind !== 'entry'),
    ).toEqual([])
  })

  it('is a threshold that went to another line and was changed there', () => {
    const tail = `and ${overlay} of the whole machine`
    expect(
      drifts(
        [dutch('≤ 1.50 nm', `${tail} ${layer}`), french('≤ 1.50 nm', `${tail} ${layer}`)],
        [
          dutch('≤ 1.50 nm', `${tail} ${layer}`),
          french('≤ 1.50 nm', tail, `${resolution} ≤ 60 nm`),
        ],
      ),
    ).toMatchObject([{ before: { id: 'n0p' }, parameters: [{ change: 'looser' }] }])
  })

  it('is told once where a line is gone from the one, with its entry or without', () => {
    expect(
      drifts(
        [dutch('≤ 1.50 nm', layer), french('≤ 1.50 nm', layer)],
        [dutch('≤ 1.50 nm'), french('≤ 1.50 nm', layer)],
      ),
    ).toMatchObject([{ before: null, after: { id: 'f0p' } }])
  })
})
