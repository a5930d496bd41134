import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import { fileSubject } from '#app/access/subjects.ts'
import type { RecordedEvent } from '#app/measures/events.ts'
import {
  hasLineOfItsOwn,
  namedIn,
  type NoteDoubt,
  noteDoubts,
  type NoteLine,
} from '#app/measures/information-note.ts'
import { type Day, type Measure, notifiedDelegations } from '#app/measures/measure.ts'
import { isSame, numberOf } from '#app/measures/oj-reference.ts'
import type { RecordInformationNote } from '#app/measures/record-inputs.ts'
import { refuse, type Result } from '#app/measures/refusals.ts'
import { decide } from '#app/measures/workflow.ts'
import { noteLinesOf } from '#app/queries/note-lines.server.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { findCompilations, lockCompilations } from '#db/compilations.server.ts'
import {
  findInformationNotes,
  findNoteLines,
  lockInformationNotes,
} from '#db/information-notes.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'
import { once } from './once.server.ts'

/**
 * Records what the Official Journal published as a note on national measures (Article 9(4), first sentence).
 * What the note says of each measure is kept as it is now, and follows no later correction. Only the Journal
 * is authentic, so what was not notified or has ended is recorded too, with a warning; each file that it
 * names, or no longer names, has it in its history.
 */
export function recordInformationNote(
  { db }: Deps,
  actor: Actor,
  { key, measureIds, ...input }: RecordInformationNote,
): Promise<Result<{ noteId: string }>> {
  const { publishedOn } = input
  const publication = { ...input, ojReference: numberOf(input.ojReference, publishedOn) }
  return once(
    db,
    actor,
    { key, act: 'record-information-note', content: { measureIds, ...publication } },
    () => ({ ok: true, noteId: key }),
    async (tx) => {
      const permission = can(actor, 'use-commission-desk', null)
      if (!permission.ok) return permission
      await lockCompilations(tx)
      await lockInformationNotes(tx)
      const { today } = await databaseTime(tx)
      if (publishedOn > today) return refuse('date-in-the-future', 'publishedOn')
      const all = await findInformationNotes(tx)
      // One document is a note or a compilation, and never both.
      const recorded = [...all, ...(await findCompilations(tx))]
      if (recorded.some((other) => isSame(other, publication.ojReference))) {
        return refuse('already-recorded', 'ojReference')
      }
      const last = all.find((note) => note.publishedOn <= publishedOn)
      const before = last ? await findNoteLines(tx, last.id) : []
      const held = await lockNamed(tx, actor, measureIds, before, publishedOn)
      if (!held.ok) return held
      // The files are held: what is said of them is what the note keeps.
      const ordered = inOrderOf(held.measures, new Set(measureIds))
      const lines = await noteLinesOf(tx, actor, ordered, publishedOn)
      const named = new Set(lines.flatMap(namedIn))
      const acts: { measure: Measure; events: RecordedEvent[] }[] = []
      for (const measure of held.measures) {
        const isNamed = named.has(measure.id)
        const warnings = isNamed ? warningsOf(measure, publishedOn) : []
        const { ojReference } = publication
        const decision = decide(
          measure,
          { type: 'note', noteId: key, ojReference, publishedOn, isNamed, warnings },
          today,
        )
        if (!decision.ok) return { ...decision, field: decision.field ?? 'measureIds' }
        acts.push({ measure, events: decision.events })
      }
      const { url, ...said } = publication
      await record(tx, actor, null, [
        { type: 'information-note-recorded', noteId: key, ...said, url: url || null, lines },
      ])
      for (const { measure, events } of acts) await record(tx, actor, measure, events)
      return { ok: true, noteId: key }
    },
  )
}

/**
 * The measures that the note and the one before it name, with those that amended them, held until commit: in
 * the order of their ids, like everywhere.
 */
async function lockNamed(
  tx: Tx,
  actor: Actor,
  chosen: readonly string[],
  before: readonly NoteLine[],
  on: Day,
): Promise<Result<{ measures: Measure[] }>> {
  const lines = await noteLinesOf(tx, actor, [...new Set(chosen)], on)
  if (lines.length !== new Set(chosen).size) return refuse('invalid-input', 'measureIds')
  if (!lines.every(({ kind }) => hasLineOfItsOwn(kind))) {
    return refuse('changes-another', 'measureIds')
  }
  const measures: Measure[] = []
  for (const id of [...new Set([...lines, ...before].flatMap(namedIn))].toSorted()) {
    const measure = await lockMeasure(tx, id)
    const isAllowed =
      measure && can(actor, 'act', { file: fileSubject(measure), command: 'note' }).ok
    if (!measure || !isAllowed) return refuse('invalid-input', 'measureIds')
    measures.push(measure)
  }
  return { ok: true, measures }
}

/** As they were adopted, like they are prepared. */
function inOrderOf(measures: readonly Measure[], chosen: ReadonlySet<string>): string[] {
  const day = (measure: Measure) => {
    if (measure.stage !== 'adopted') return '9'
    const { adoptedOn, gazetted, inForceOn } = measure.facts
    return adoptedOn ?? gazetted?.on ?? inForceOn ?? '9'
  }
  return measures
    .filter(({ id }) => chosen.has(id))
    .toSorted((a, b) =>
      day(a) === day(b) ? (a.reference < b.reference ? -1 : 1) : day(a) < day(b) ? -1 : 1,
    )
    .map(({ id }) => id)
}

function warningsOf(measure: Measure, on: Day): NoteDoubt[] {
  const facts = measure.stage === 'adopted' ? measure.facts : null
  const until = facts?.repealedOn ?? facts?.expiredOn ?? null
  const applies: Record<NoteDoubt, boolean> = {
    'not-notified': !facts || !notifiedDelegations(facts).includes('COM'),
    ended: until !== null && until <= on,
  }
  return noteDoubts.filter((doubt) => applies[doubt])
}
