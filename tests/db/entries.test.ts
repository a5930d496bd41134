import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import { currentListContent } from '#db/entries.server.ts'
import { entries } from '#db/schema/register.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import {
  adopt,
  adoptedMeasure,
  gazetted,
  happen,
  inForce,
  item,
  list,
  openMeasure,
} from './adopted-list.ts'
import { paragraph, section, doc } from '#tests/text/sample.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const entriesOfList = (listId: string) =>
  database.db
    .select()
    .from(entries)
    .where(eq(entries.listId, listId))
    .orderBy(asc(entries.key), asc(entries.edition))

/** What matters of each edition, in a line. */
async function lines(listId: string): Promise<string[]> {
  return (await entriesOfList(listId)).map(
    ({ key, edition, inForceFrom, endedOn, endedBy }) =>
      `${key} ${edition}: ${inForceFrom ?? '?'} to ${endedOn ? `${endedOn} ${endedBy}` : '?'}`,
  )
}

describe('the entries of an adopted text', () => {
  it('are made from it, with their code, their words and their place', async () => {
    const measure = await adoptedMeasure(
      database.db,
      list(item('e1', '3B801', 'resolution 45 nm or less'), item('e2', '3b802', 'metrology')),
    )
    expect(await entriesOfList(measure.id)).toMatchObject([
      {
        issuer: 'NL',
        code: '3B801',
        key: '3B801',
        edition: 1,
        elementId: 'e1',
        heading: 'Equipment 3B801',
        plain: 'Equipment 3B801\nresolution 45 nm or less',
        position: 0,
        isPublic: false,
      },
      // An odd spelling warns elsewhere; it stays as it was written and is found all the same.
      { code: '3b802', key: '3B802', position: 1 },
    ])
  })

  it('have names of their own where the text gives no code, or one twice', async () => {
    const measure = await adoptedMeasure(
      database.db,
      list(item('e1', '', 'pellicles'), item('e2', '9A1', 'a'), item('e3', '9A1', 'b')),
      { owner: 'FR' },
    )
    expect((await entriesOfList(measure.id)).map(({ key, edition }) => [key, edition])).toEqual([
      [`${measure.reference.replaceAll('/', '-')}-1`, 1],
      ['9A1', 1],
      ['9A1~2', 1],
    ])
  })

  it('are also those of a prohibition; a text without entries has none', async () => {
    const ban = await adoptedMeasure(database.db, list(item('e1', '8486 20', 'carriage')), {
      kind: 'prohibition',
      owner: 'LT',
    })
    expect(await lines(ban.id)).toEqual(['8486 20 1: ? to ?'])
    const words = doc(section('subject', paragraph('p', 'No list.')))
    const none = await adoptedMeasure(database.db, words, { kind: 'authorisation-requirement' })
    expect(await lines(none.id)).toEqual([])
  })

  it('become public with their measure and not before', async () => {
    const measure = await adoptedMeasure(database.db, list(item('e1', '4A901', 'x')))
    await happen(database.db, measure.id, inForce('2023-09-01'))
    expect((await entriesOfList(measure.id)).map(({ isPublic }) => isPublic)).toEqual([false])
    await happen(database.db, measure.id, gazetted)
    expect((await entriesOfList(measure.id)).map(({ isPublic }) => isPublic)).toEqual([true])
  })
})

describe('an amendment', () => {
  const before = list(item('e1', '3B901', 'a'), item('e2', '3B902', 'b'), item('e3', '3B903', 'c'))
  const after = list(item('e1', '3B901', 'a'), item('e2', '3B902', 'B'), item('e4', '3B904', 'd'))

  it('keeps what it leaves, begins what it changes, ends what it no longer has', async () => {
    const { db } = database
    const measure = await adoptedMeasure(db, before, { owner: 'ES' })
    await happen(db, measure.id, inForce('2023-09-01'))
    const amendment = await openMeasure(db, { kind: 'amendment', owner: 'ES', changes: measure.id })
    await adopt(db, amendment, after, '2025-03-01')
    // Adopted and not in force: nothing has ended yet.
    expect(await lines(measure.id)).toEqual([
      '3B901 1: 2023-09-01 to ?',
      '3B902 1: 2023-09-01 to ?',
      '3B902 2: ? to ?',
      '3B903 1: 2023-09-01 to ?',
      '3B904 1: ? to ?',
    ])
    await happen(db, amendment.id, inForce('2025-04-01'))
    expect(await lines(measure.id)).toEqual([
      '3B901 1: 2023-09-01 to ?',
      '3B902 1: 2023-09-01 to 2025-04-01 amended',
      '3B902 2: 2025-04-01 to ?',
      '3B903 1: 2023-09-01 to 2025-04-01 amended',
      '3B904 1: 2025-04-01 to ?',
    ])
  })

  it('ends an edition when the next one applies, not when the amendment enters into force', async () => {
    const { db } = database
    const measure = await adoptedMeasure(db, before, { owner: 'DK' })
    await happen(db, measure.id, inForce('2023-09-01'))
    const amendment = await openMeasure(db, { kind: 'amendment', owner: 'DK', changes: measure.id })
    await adopt(db, amendment, after, '2025-03-01')
    const next = (await entriesOfList(measure.id)).find(
      ({ key, edition }) => key === '3B902' && edition === 2,
    )
    await happen(db, amendment.id, inForce('2025-04-01'), {
      type: 'entry-application-recorded',
      entryIds: [next?.id ?? ''],
      applicableFrom: '2025-07-01',
    })
    expect((await lines(measure.id)).filter((line) => line.startsWith('3B902'))).toEqual([
      '3B902 1: 2023-09-01 to 2025-07-01 amended',
      '3B902 2: 2025-07-01 to ?',
    ])
    // A corrected date moves what follows it, and leaves the entry's own day.
    await happen(db, amendment.id, { ...inForce('2025-05-01'), correction: 'misread' })
    expect(await lines(measure.id)).toEqual([
      '3B901 1: 2023-09-01 to ?',
      '3B902 1: 2023-09-01 to 2025-07-01 amended',
      '3B902 2: 2025-07-01 to ?',
      '3B903 1: 2023-09-01 to 2025-05-01 amended',
      '3B904 1: 2025-05-01 to ?',
    ])
  })

  it('of an amended list goes on from what that one left', async () => {
    const { db } = database
    const measure = await adoptedMeasure(db, before, { owner: 'IT' })
    const first = await openMeasure(db, { kind: 'amendment', owner: 'IT', changes: measure.id })
    await adopt(db, first, after, '2024-03-01')
    await happen(db, first.id, inForce('2024-04-01'))
    const second = await openMeasure(db, { kind: 'amendment', owner: 'IT', changes: first.id })
    await adopt(db, second, list(item('e2', '3B902', 'B'), item('e4', '3B904', 'D')), '2025-03-01')
    await happen(db, second.id, inForce('2025-04-01'))
    expect(await lines(measure.id)).toEqual([
      '3B901 1: ? to 2025-04-01 amended',
      '3B902 1: ? to 2024-04-01 amended',
      '3B902 2: 2024-04-01 to ?',
      '3B903 1: ? to 2024-04-01 amended',
      '3B904 1: 2024-04-01 to 2025-04-01 amended',
      '3B904 2: 2025-04-01 to ?',
    ])
  })

  it('takes no change of ids, or of what is marked as a parameter, for a change of the wording', async () => {
    const { db } = database
    const measure = await adoptedMeasure(db, list(item('e1', '6A901', '45 nm or less')), {
      owner: 'FI',
    })
    const amendment = await openMeasure(db, { kind: 'amendment', owner: 'FI', changes: measure.id })
    await adopt(db, amendment, list(item('x1', '6A901', '45 nm or less')), '2025-03-01')
    expect(await lines(measure.id)).toEqual(['6A901 1: ? to ?'])
  })
})

describe('an amendment that was repealed', () => {
  const before = list(item('e1', '3B911', 'a'), item('e2', '3B912', 'b'))
  const after = list(item('e1', '3B911', 'A'), item('e3', '3B913', 'c'))
  const repealed = (repealedOn: string, correction: string | null = null) =>
    ({ type: 'measure-repealed', repealedOn, repealedBy: 'BOE 2026, 9', correction }) as const

  async function amended(owner: MemberStateCode) {
    const { db } = database
    const measure = await adoptedMeasure(db, before, { owner })
    await happen(db, measure.id, inForce('2026-01-01'))
    const amendment = await openMeasure(db, { kind: 'amendment', owner, changes: measure.id })
    await adopt(db, amendment, after, '2026-11-01')
    return { db, measure, amendment }
  }

  const neverAmended = [
    '3B911 1: 2026-01-01 to ?',
    '3B911 2: 2026-12-24 to 2026-12-01 repealed',
    '3B912 1: 2026-01-01 to ?',
    '3B913 1: 2026-12-24 to 2026-12-01 repealed',
  ]
  const amendedFirst = [
    '3B911 1: 2026-01-01 to 2026-12-24 amended',
    '3B911 2: 2026-12-24 to 2027-03-01 repealed',
    '3B912 1: 2026-01-01 to 2026-12-24 amended',
    '3B913 1: 2026-12-24 to 2027-03-01 repealed',
  ]

  it('before it applied leaves the list as it was, whichever was recorded first', async () => {
    const one = await amended('AT')
    await happen(one.db, one.amendment.id, inForce('2026-12-24'))
    await happen(one.db, one.amendment.id, repealed('2026-12-01'))
    expect(await lines(one.measure.id)).toEqual(neverAmended)
    const other = await amended('BE')
    await happen(other.db, other.amendment.id, repealed('2026-12-01'))
    await happen(other.db, other.amendment.id, inForce('2026-12-24'))
    expect(await lines(other.measure.id)).toEqual(neverAmended)
  })

  it('after it applied leaves the list without what it amended', async () => {
    const { db, measure, amendment } = await amended('BG')
    await happen(db, amendment.id, inForce('2026-12-24'), repealed('2027-03-01'))
    expect(await lines(measure.id)).toEqual(amendedFirst)
  })

  it('follows every correction of either day', async () => {
    const { db, measure, amendment } = await amended('CZ')
    await happen(db, amendment.id, inForce('2026-12-24'), repealed('2026-12-01'))
    await happen(db, amendment.id, repealed('2027-03-01', 'misread'))
    expect(await lines(measure.id)).toEqual(amendedFirst)
    await happen(db, amendment.id, { ...inForce('2027-03-01'), correction: 'misread' })
    expect((await lines(measure.id))[0]).toBe('3B911 1: 2026-01-01 to ?')
    await happen(db, amendment.id, { ...inForce('2026-12-24'), correction: 'misread again' })
    expect(await lines(measure.id)).toEqual(amendedFirst)
  })

  it('before it applied is passed over by the next amendment', async () => {
    const { db, measure, amendment } = await amended('IE')
    await happen(db, amendment.id, inForce('2026-12-24'), repealed('2026-12-01'))
    expect((await currentListContent(db, measure.id))?.content).toEqual(before)
    const next = await openMeasure(db, { kind: 'amendment', owner: 'IE', changes: measure.id })
    await adopt(db, next, list(item('e1', '3B911', 'a'), item('e2', '3B912', 'B')), '2026-11-15')
    await happen(db, next.id, inForce('2027-01-01'))
    expect(await lines(measure.id)).toEqual([
      '3B911 1: 2026-01-01 to ?',
      '3B911 2: 2026-12-24 to 2026-12-01 repealed',
      '3B912 1: 2026-01-01 to 2027-01-01 amended',
      '3B912 2: 2027-01-01 to ?',
      '3B913 1: 2026-12-24 to 2026-12-01 repealed',
    ])
  })
})

describe('the end of a list', () => {
  it('by repeal ends what stands, its amendments included, and moves no earlier end', async () => {
    const { db } = database
    const measure = await adoptedMeasure(
      db,
      list(item('e1', '1A901', 'a'), item('e2', '1A902', 'b')),
      {
        owner: 'SE',
      },
    )
    await happen(db, measure.id, inForce('2023-09-01'))
    const amendment = await openMeasure(db, { kind: 'amendment', owner: 'SE', changes: measure.id })
    await adopt(
      db,
      amendment,
      list(item('e1', '1A901', 'a'), item('e2', '1A902', 'B')),
      '2025-03-01',
    )
    await happen(db, amendment.id, inForce('2025-04-01'))
    await happen(db, measure.id, {
      type: 'measure-repealed',
      repealedOn: '2026-01-01',
      repealedBy: 'SFS 2025:1',
      correction: null,
    })
    expect(await lines(measure.id)).toEqual([
      '1A901 1: 2023-09-01 to 2026-01-01 repealed',
      '1A902 1: 2023-09-01 to 2025-04-01 amended',
      '1A902 2: 2025-04-01 to 2026-01-01 repealed',
    ])
  })

  it('on a day to come leaves time for an amendment, and ends with the list what that begins', async () => {
    const { db } = database
    const measure = await adoptedMeasure(
      db,
      list(item('e1', '1A903', 'a'), item('e2', '1A904', 'b'), item('e3', '1A905', 'c')),
      { owner: 'SE' },
    )
    await happen(db, measure.id, inForce('2023-09-01'), {
      type: 'measure-repealed',
      repealedOn: '2026-01-01',
      repealedBy: 'SFS 2025:2',
      correction: null,
    })
    const amendment = await openMeasure(db, { kind: 'amendment', owner: 'SE', changes: measure.id })
    await adopt(
      db,
      amendment,
      list(item('e1', '1A903', 'a'), item('e2', '1A904', 'B'), item('e4', '1A906', 'd')),
      '2025-03-01',
    )
    await happen(db, amendment.id, inForce('2025-04-01'))
    expect(await lines(measure.id)).toEqual([
      '1A903 1: 2023-09-01 to 2026-01-01 repealed',
      '1A904 1: 2023-09-01 to 2025-04-01 amended',
      '1A904 2: 2025-04-01 to 2026-01-01 repealed',
      '1A905 1: 2023-09-01 to 2025-04-01 amended',
      '1A906 1: 2025-04-01 to 2026-01-01 repealed',
    ])
    await happen(db, amendment.id, { ...inForce('2026-02-01'), correction: 'a slip' })
    expect(await lines(measure.id)).toContain('1A905 1: 2023-09-01 to 2026-01-01 repealed')
  })
})
