import { randomUUID } from 'node:crypto'
import type { EventOf, RecordedEvent } from '#app/measures/events.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Measure, MeasureKind } from '#app/measures/measure.ts'
import type { Content } from '#app/text/content.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasure, lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import { keepText } from '#db/version-texts.server.ts'
import { doc, entry, heading, paragraph, point, section } from '#tests/text/sample.ts'

/** Short ways to come to an adopted measure: what was recorded, without the people who did it. */

let count = 0

export interface Opened {
  kind?: MeasureKind
  owner?: MemberStateCode
  changes?: string | null
  title?: string
}

export async function openMeasure(db: Database, opened: Opened = {}): Promise<Measure> {
  const event: EventOf<'file-opened'> = {
    type: 'file-opened',
    measureId: randomUUID(),
    reference: `2020/${opened.owner ?? 'NL'}/${String(++count).padStart(4, '0')}`,
    owner: opened.owner ?? 'NL',
    kind: opened.kind ?? 'national-control-list',
    originalLanguage: 'en',
    documentId: randomUUID(),
    changes: opened.changes ?? null,
    title: opened.title ?? 'Advanced semiconductor manufacturing equipment',
    grounds: ['public-security'],
    marking: 'none',
    contact: '',
  }
  await db.transaction((tx) => record(tx, null, null, [event]))
  return getMeasure(db, event.measureId)
}

export async function getMeasure(db: Database, id: string): Promise<Measure> {
  const measure = await findMeasure(db, id)
  if (!measure) throw new Error(`no measure ${id}`)
  return measure
}

export async function happen(db: Database, measureId: string, ...events: RecordedEvent[]) {
  await db.transaction(async (tx) => {
    await record(tx, null, await lockMeasure(tx, measureId), events)
  })
}

/** Records adoption of a text as the final one, on 23 June 2023. */
export async function adopt(
  db: Database,
  measure: Measure,
  content: Content,
  adoptedOn = '2023-06-23',
): Promise<Measure> {
  await db.transaction(async (tx) => {
    const sha256 = await keepText(tx, content)
    await record(tx, null, await lockMeasure(tx, measure.id), [
      {
        type: 'adoption-recorded',
        versionId: randomUUID(),
        number: measure.versions.length + 1,
        sha256,
        language: 'en',
        documentSeq: 1,
        actTitle: 'Regeling geavanceerde productieapparatuur voor halfgeleiders',
        actNumber: 'Stcrt. 2023, 18212',
        adoptedOn,
        comparedWith: null,
      },
    ])
  })
  return getMeasure(db, measure.id)
}

export async function adoptedMeasure(db: Database, content: Content, opened: Opened = {}) {
  return adopt(db, await openMeasure(db, opened), content)
}

export const gazetted: EventOf<'gazette-recorded'> = {
  type: 'gazette-recorded',
  gazette: 'Staatscourant',
  reference: '2023, 18212',
  url: '',
  gazettedOn: '2023-06-30',
  correction: null,
}

export const inForce = (inForceOn: string): EventOf<'entry-into-force-recorded'> => ({
  type: 'entry-into-force-recorded',
  inForceOn,
  correction: null,
})

/** An entry with one point that says something. */
export const item = (id: string, code: string, words: string, more: object = {}) =>
  entry(
    { id, code, ...more },
    heading(`${id}h`, `Equipment ${code}`),
    point({ id: `${id}a` }, paragraph(`${id}ap`, words)),
  )

export const list = (...items: ReturnType<typeof item>[]) => doc(section('items', ...items))
