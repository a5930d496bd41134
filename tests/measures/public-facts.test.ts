import { describe, expect, it } from 'vitest'
import { type CompiledChange, type FactAct, factsOf } from '#app/measures/public-facts.ts'

const at = (id: number) => new Date(Date.UTC(2026, 0, id))
const act = (id: number, event: FactAct['event']): FactAct => ({ id, at: at(id), event })

const adopted: FactAct['event'] = {
  type: 'adoption-recorded',
  versionId: '00000000-0000-4000-8000-000000000001',
  number: 1,
  sha256: '0'.repeat(64),
  language: 'en',
  documentSeq: 1,
  actTitle: 'Order',
  actNumber: '',
  adoptedOn: '2025-12-01',
  comparedWith: null,
}
const gazetted = (
  gazettedOn: string | null,
  correction: string | null = null,
): FactAct['event'] => ({
  type: 'gazette-recorded',
  gazette: 'Gazette',
  reference: '',
  url: '',
  gazettedOn,
  correction,
})
const inForce = (inForceOn: string): FactAct['event'] => ({
  type: 'entry-into-force-recorded',
  inForceOn,
  correction: null,
})
const covered = (point: string | null, since: string): FactAct['event'] => ({
  type: 'entry-covered',
  entryId: 'e1',
  point,
  annexICode: '3B501',
  extent: 'wholly',
  since,
  comparison: null,
})

const said = (acts: readonly FactAct[], compiled: readonly CompiledChange[] = []) =>
  factsOf(acts, compiled).map(({ name, act: { id }, on }) => `${name} ${on} at ${id}`)

describe('what becomes known of a measure', () => {
  it('is nothing before a gazette or the Official Journal has it', () => {
    expect(said([act(1, adopted), act(2, inForce('2026-02-01'))])).toEqual([])
  })

  it('becomes known with that where it was recorded before, and with its own act after', () => {
    const acts = [
      act(1, adopted),
      act(2, inForce('2026-02-01')),
      act(5, gazetted('2026-01-05')),
      act(7, {
        type: 'measure-published',
        ojReference: 'C/1',
        publishedOn: '2026-01-07',
        correction: null,
      }),
    ]
    expect(said(acts)).toEqual([
      'adopted 2025-12-01 at 5',
      'in-force 2026-02-01 at 5',
      'gazetted 2026-01-05 at 5',
      'published 2026-01-07 at 7',
    ])
    expect(factsOf(acts, [])[0]?.act.at).toEqual(at(5))
  })

  it('is one fact, in the place where it was corrected', () => {
    const acts = [
      act(1, adopted),
      act(2, gazetted('2026-01-05')),
      act(3, inForce('2026-02-01')),
      act(9, gazetted(null, 'The day is not established.')),
    ]
    expect(said(acts)).toEqual([
      'adopted 2025-12-01 at 2',
      'gazetted null at 9',
      'in-force 2026-02-01 at 3',
    ])
  })

  it('is told of each entry and point by itself', () => {
    const acts = [
      act(1, gazetted('2026-01-05')),
      act(2, {
        type: 'entry-application-recorded',
        entryIds: ['e1', 'e2'],
        applicableFrom: '2026-03-01',
      }),
      act(3, {
        type: 'entry-application-recorded',
        entryIds: ['e2'],
        applicableFrom: '2026-04-01',
      }),
      act(4, covered('f.5', '2026-05-01')),
      act(5, covered(null, '2026-06-01')),
      act(6, covered('f.5', '2026-05-02')),
      act(7, covered('f.5', '2026-05-02')),
    ]
    expect(said(acts).slice(1)).toEqual([
      'applies/e1 2026-03-01 at 2',
      'applies/e2 2026-04-01 at 3',
      // A decision of another day is another one; the same day again corrects it.
      'covered/e1/f.5/3B501/2026-05-01 2026-05-01 at 4',
      'covered/e1//3B501/2026-06-01 2026-06-01 at 5',
      'covered/e1/f.5/3B501/2026-05-02 2026-05-02 at 7',
    ])
  })

  it('is published with the first note that names it, where that was corrected to stand', () => {
    const noted = (noteId: string, publishedOn: string, isNamed = true): FactAct['event'] => ({
      type: 'measure-in-note',
      noteId,
      ojReference: 'C/3',
      publishedOn,
      isNamed,
      warnings: [],
    })
    const corrected = (isFirst: boolean, publishedOn: string): FactAct['event'] => ({
      type: 'measure-publication-corrected',
      of: 'information-note',
      publicationId: 'n1',
      ojReference: 'C/4',
      publishedOn,
      isFirst,
      corrected: { ojReference: 'C/3', publishedOn: '2026-01-20' },
      correction: 'Mistyped.',
    })
    const acts = [
      act(1, adopted),
      act(2, noted('n1', '2026-01-20')),
      act(3, noted('n2', '2026-02-20')),
      act(4, noted('n3', '2026-03-20', false)),
      // The later note was corrected too, which moves nothing.
      act(6, corrected(false, '2026-02-21')),
    ]
    expect(said(acts)).toEqual(['adopted 2025-12-01 at 2', 'published 2026-01-20 at 2'])
    const moved = [...acts, act(7, corrected(true, '2026-01-21'))]
    expect(said(moved)).toEqual(['adopted 2025-12-01 at 2', 'published 2026-01-21 at 7'])
    expect(factsOf(moved, []).at(-1)?.corrected).toEqual({
      ojReference: 'C/3',
      publishedOn: '2026-01-20',
      correction: 'Mistyped.',
    })
  })

  it('is what a compilation names anew and what it no longer does, each with the entries', () => {
    const change = {
      compilationId: 'c1',
      publishedOn: '2026-01-20',
      act: { id: 8, at: at(8) },
      corrected: null,
    }
    const compiled = [
      { ...change, added: ['e1'], removed: [] },
      { ...change, compilationId: 'c2', act: { id: 9, at: at(9) }, added: [], removed: ['e1'] },
    ]
    const acts = [
      act(1, adopted),
      act(7, {
        type: 'list-compiled',
        compilationId: 'c1',
        ojReference: 'C/2',
        publishedOn: '2026-01-20',
        entryIds: ['e1'],
        warnings: [],
      }),
    ]
    expect(said(acts, compiled)).toEqual([
      'adopted 2025-12-01 at 7',
      'compiled/c1 2026-01-20 at 8',
      'removed/c2 2026-01-20 at 9',
    ])
  })
})
