import { describe, expect, it } from 'vitest'
import { withIds } from '#app/text/content.ts'
import { alignTranslation, translationDifferences } from '#app/text/translation.ts'
import { doc, entry, heading, paragraph, point, section } from './sample.ts'

const original = doc(
  section('grounds', paragraph('g1', 'First ground.'), paragraph('g2', 'Second ground.')),
  section(
    'items',
    entry(
      { id: 'e1', code: '3B801', activities: 'export' },
      heading('h1', 'Equipment for semiconductor devices'),
      point({ id: 'a' }, paragraph('ap', 'an overlay ≤ 1.50 nm, or')),
      point({ id: 'b' }, paragraph('bp', 'a source of 193 nm, see 3B001;')),
      point({ id: 'c' }, paragraph('cp', 'software in 2 parts.')),
    ),
  ),
)

const german = doc(
  section('grounds', paragraph('w-1', 'Erster Grund.')),
  section(
    'items',
    entry(
      { id: 'w-2', code: '3B801' },
      heading('w-3', 'Ausrüstung für Halbleiterbauelemente'),
      point({ id: 'w-4' }, paragraph('w-5', 'eine Überlagerung ≤ 1,60 nm oder')),
      point({ id: 'w-6' }, paragraph('w-7', 'eine Quelle von 193 nm, siehe 3B002;')),
      point({ id: 'w-8' }, paragraph('w-9', 'Software in 2 Teilen.')),
      point({ id: 'w-10' }, paragraph('w-11', 'etwas, das im Original nicht steht.')),
    ),
  ),
)

const aligned = alignTranslation(original, german)

describe('a courtesy translation', () => {
  it('gets the ids of the elements that it aligns to, by codes, letters and order', () => {
    const ids = JSON.stringify(aligned.content).match(/"id":"[^"]+"/g)
    expect(ids).toEqual(
      ['grounds', 'g1', 'items', 'e1', 'h1', 'a', 'ap', 'b', 'bp', 'c', 'cp', 'w-10', 'w-11'].map(
        (id) => `"id":"${id}"`,
      ),
    )
    expect(aligned.content.content?.[1]?.content?.[0]?.attrs).toMatchObject({
      activities: 'export',
    })
  })

  it('lists what does not align, with its place and once', () => {
    expect(aligned.missing).toMatchObject([{ id: 'g2', section: 'grounds' }])
    expect(aligned.extra).toMatchObject([{ id: 'w-10', provision: '3B801.d' }])
  })

  it('keeps its own ids where they are no place of the original, and takes none of it', () => {
    const same = doc(section('grounds', paragraph('g2', 'Ein Grund.'), paragraph('x', 'Zwei.')))
    const { content } = alignTranslation(
      doc(section('grounds', paragraph('g1', 'One.')), section('risk', paragraph('x', 'Risk.'))),
      same,
    )
    expect(content).toEqual(withIds(content))
    expect(content.content?.[0]?.content).toMatchObject([
      { attrs: { id: 'g1' } },
      { attrs: { id: 'translated-x' } },
    ])
  })
})

describe('the check of a translation', () => {
  const differences = translationDifferences(
    { content: original, language: 'en' },
    { content: aligned.content, language: 'de' },
  )

  it('names thresholds and codes that differ, and nothing that is the same in other words', () => {
    expect(differences).toMatchObject([
      {
        element: { id: 'ap' },
        codes: { original: [], translation: [] },
        numbers: { original: [], translation: [] },
        parameters: [{ before: { operator: '≤', values: ['1.50'] }, after: { values: ['1.60'] } }],
      },
      {
        element: { id: 'bp' },
        codes: { original: ['3B001'], translation: ['3B002'] },
        numbers: { original: [], translation: [] },
        parameters: [],
      },
    ])
  })

  it('sees an operator and a unit that are others, and a number that is no threshold', () => {
    const text = (words: string) => doc(section('risk', paragraph('p', words)))
    const between = (one: string, other: string) =>
      translationDifferences(
        { content: text(one), language: 'en' },
        { content: text(other), language: 'nl' },
      )
    expect(between('overlay ≤ 45 nm', 'overlay < 45 nm')).toHaveLength(1)
    expect(between('overlay ≤ 45 nm', 'overlay ≤ 45 µm')).toHaveLength(1)
    expect(between('overlay ≤ 45 nm', 'overlay ≤ 45 nm')).toEqual([])
    expect(between('in 3 parts', 'in 4 delen')).toMatchObject([
      { numbers: { original: ['3'], translation: ['4'] } },
    ])
  })

  it('says of a language whose words it does not know only what numbers, codes and signs say', () => {
    const text = (words: string) => doc(section('risk', paragraph('p', words)))
    const between = (other: string) =>
      translationDifferences(
        { content: text('at temperatures of 685 °C or lower'), language: 'en' },
        { content: text(other), language: 'fi' },
      )
    expect(between('lämpötilassa, joka on enintään 685 °C')).toEqual([])
    expect(between('lämpötilassa, joka on enintään 658 °C')).toMatchObject([
      { numbers: { original: ['685'], translation: ['658'] } },
    ])
  })
})
