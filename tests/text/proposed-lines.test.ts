import { describe, expect, it } from 'vitest'
import type { ContentNode } from '#app/text/content.ts'
import type { ProposedChange } from '#app/text/proposal-now.ts'
import { isSetIn, proposedLines, settingsAlone } from '#app/text/proposed-lines.ts'
import { redline } from '#app/text/redline.ts'
import { doc, entry, heading, paragraph, point, section, table } from './sample.ts'

const printers = (attrs: Record<string, string>, words = 'a resolution better than 5 nm') =>
  entry(
    { id: 'e', code: '3B802', ...attrs },
    heading('h', 'Printers, as follows:'),
    point({ id: 'a', label: 'f' }, paragraph('ap', words)),
  )

const replaced = (before: ContentNode, after: ContentNode): ProposedChange => ({
  kind: 'replace',
  elementId: 'e',
  from: 0,
  to: 0,
  before: [before],
  after: [after],
})

const scope = { destinations: 'Russia and Belarus', activities: 'brokering', expiry: '2027-12-31' }

describe('what a proposal sets', () => {
  it('stands with the line that the element begins with, and no other line where no word changes', () => {
    const change = replaced(printers({}), printers({ ...scope, code: '3B803' }))
    const [line, ...others] = proposedLines(change)
    expect(others).toEqual([])
    expect(line?.id).toBe('h')
    const set = { elementId: 'e', isNew: false }
    expect(line?.settings).toEqual([
      { ...set, name: 'code', before: '3B802', after: '3B803' },
      { ...set, name: 'destinations', before: null, after: 'Russia and Belarus' },
      { ...set, name: 'expiry', before: null, after: '2027-12-31' },
      { ...set, name: 'activities', before: null, after: 'brokering' },
    ])
    expect(settingsAlone(change)).toEqual(line?.settings)
  })

  it('is told with all lines where words change too', () => {
    const change = replaced(printers({}), printers(scope, 'a resolution better than 4 nm'))
    expect(proposedLines(change).map(({ id, settings }) => [id, settings.length])).toEqual([
      ['h', 3],
      ['ap', 0],
    ])
    expect(settingsAlone(change)).toEqual([])
  })

  it('is nothing where only words change, and of what is new what is set at all', () => {
    const words = replaced(printers({}), printers({}, 'a resolution better than 4 nm'))
    expect(proposedLines(words).flatMap(({ settings }) => settings)).toEqual([])
    const added = { ...words, kind: 'insert-after' as const, before: [], after: [printers(scope)] }
    expect(proposedLines(added).flatMap(({ settings }) => settings)).toMatchObject([
      { name: 'code', after: '3B802', isNew: true },
      { name: 'destinations', isNew: true },
      { name: 'expiry', isNew: true },
      { name: 'activities', isNew: true },
      { elementId: 'a', name: 'label', after: 'f', isNew: true },
    ])
  })

  it('is in a text that has the element so', () => {
    const settings = settingsAlone(replaced(printers({}), printers(scope)))
    const standing = (attrs: Record<string, string>) => {
      const text = doc(section('items', printers(attrs)))
      return settings.filter((setting) => isSetIn(text, setting)).map(({ name }) => name)
    }
    expect(standing(scope)).toEqual(['destinations', 'expiry', 'activities'])
    expect(standing({ ...scope, expiry: '2028-12-31' })).toEqual(['destinations', 'activities'])
    expect(standing({})).toEqual([])
    expect(settings.some((setting) => isSetIn(doc(section('items')), setting))).toBe(false)
  })

  it('is told of a row and a cell, which change no words either', () => {
    const limits = table('t', ['Technique', 'Substrate'], ['CVD', 'Superalloys'])
    const [first, second] = limits.content ?? []
    const [cell, ...cells] = second?.content ?? []
    if (!first || !second || !cell) throw new Error('a table of two rows')
    const set = {
      ...limits,
      content: [
        { ...first, attrs: { ...first.attrs, isHeader: false } },
        { ...second, content: [{ ...cell, attrs: { ...cell.attrs, colspan: 2 } }, ...cells] },
      ],
    }
    const holding = (node: ContentNode) => point({ id: 'a' }, paragraph('ap', 'limits:'), node)
    const change = replaced(holding(limits), holding(set))
    const told = { isNew: false }
    expect(proposedLines(change).map(({ id, settings }) => [id, settings])).toEqual([
      ['tr0c0p', [{ ...told, elementId: 'tr0', name: 'isHeader', before: 'true', after: null }]],
      ['tr1c0p', [{ ...told, elementId: 'tr1c0', name: 'colspan', before: null, after: '2' }]],
    ])
    const standing = (node: ContentNode) =>
      settingsAlone(change).filter((one) => isSetIn(doc(section('items', holding(node))), one))
    expect(standing(limits)).toEqual([])
    expect(standing(set)).toHaveLength(2)
    // The redline of two versions says the same.
    const [before, after] = [limits, set].map((node) => doc(section('grounds', node)))
    const changes = before && after ? redline(before, after) : []
    expect(
      changes.flatMap(({ after, attributes }) => attributes.map(({ name }) => [after?.id, name])),
    ).toEqual([
      ['tr0c0p', 'isHeader'],
      ['tr1c0p', 'colspan'],
    ])
  })

  it('is told of a row that moves, which changes no words either', () => {
    const limits = table('t', ['Technique'], ['CVD'], ['PVD'], ['ALD'])
    const [head, cvd, pvd, ald] = limits.content ?? []
    const rows = [head, ald, cvd, pvd].flatMap((row) => row ?? [])
    const change = replaced(limits, { ...limits, content: rows })
    expect(settingsAlone(change)).toEqual([
      { elementId: 'tr3', name: 'row', before: '4', after: '2', isNew: false },
    ])
    const [setting] = settingsAlone(change)
    const standing = (node: ContentNode) =>
      setting && isSetIn(doc(section('grounds', node)), setting)
    expect(standing(limits)).toBe(false)
    expect(standing({ ...limits, content: rows })).toBe(true)
  })
})
