import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Day, Measure } from '#app/measures/measure.ts'
import { isSame, numberOf } from '#app/measures/oj-reference.ts'
import type { CorrectPublication } from '#app/measures/record-inputs.ts'
import { refuseDayBeforeCorrected, refuseDayToCome } from '#app/measures/refused-days.ts'
import { type Refusal, refuse, type Result } from '#app/measures/refusals.ts'
import type { Tx } from '#db/client.server.ts'
import { databaseTime } from '#db/clock.server.ts'
import { type Compilation, findCompilations, lockCompilations } from '#db/compilations.server.ts'
import { findInformationNotes, lockInformationNotes } from '#db/information-notes.server.ts'
import { lockMeasure } from '#db/measures.server.ts'
import {
  findFilesOfPublication,
  findPublicationCorrections,
  type PublishedAt,
} from '#db/publication-corrections.server.ts'
import { record } from '#db/record.server.ts'
import type { Deps } from './deps.ts'

export interface CorrectedPublication {
  of: 'compilation' | 'information-note'
  id: string
}

/**
 * Puts right where a compilation or a note was said to stand in the Official Journal: its number, day,
 * title, link and remark. Nothing is edited: the correction is an act of its own, with what it takes the
 * place of, and why; each file that it is about has it in its history. What it names stays; the Journal
 * corrects that by a corrigendum. The same as before is no act.
 */
export function correctPublication(
  { db }: Deps,
  actor: Actor,
  { of, id }: CorrectedPublication,
  { revision, correction, ...input }: CorrectPublication,
): Promise<Result<object>> {
  return db.transaction(async (tx) => {
    const permission = can(actor, 'use-commission-desk', null)
    if (!permission.ok) return permission
    await lockCompilations(tx)
    await lockInformationNotes(tx)
    const [compilations, notes] = [await findCompilations(tx), await findInformationNotes(tx)]
    const found = (of === 'compilation' ? compilations : notes).find((one) => one.id === id)
    if (!found) return refuse('not-found')
    if ((await findPublicationCorrections(tx, id)).length + 1 !== revision)
      return refuse('stale-form')
    const { ojReference, publishedOn, title, url, note } = found
    const corrected = { ojReference, publishedOn, title, url, note }
    const said = {
      ojReference: numberOf(input.ojReference, input.publishedOn),
      publishedOn: input.publishedOn,
      title: input.title,
      url: input.url || null,
      note: input.note,
    }
    if (
      Object.entries(corrected).every(([name, value]) => said[name as keyof typeof said] === value)
    )
      return { ok: true }
    const others = [...compilations, ...notes].filter((one) => one.id !== id)
    if (others.some((other) => isSame(other, said.ojReference)))
      return refuse('already-recorded', 'ojReference')
    const { today } = await databaseTime(tx)
    const files = await lockFiles(tx, { of, publicationId: id, ...corrected })
    const refused =
      refuseDayToCome(said.publishedOn, today, 'publishedOn') ??
      refuseOutOfOrder(compilations, id, said.publishedOn) ??
      refuseBeforeAdoption(files, said.publishedOn)
    if (refused) return refused
    await record(tx, actor, null, [
      { type: 'publication-corrected', of, publicationId: id, ...said, corrected, correction },
    ])
    for (const { measure, isFirst } of files) {
      await record(tx, actor, measure, [
        {
          type: 'measure-publication-corrected',
          of,
          publicationId: id,
          isFirst,
          ...placeOf(said),
          corrected: placeOf(corrected),
          correction,
        },
      ])
    }
    return { ok: true }
  })
}

function placeOf({ ojReference, publishedOn }: { ojReference: string; publishedOn: Day }) {
  return { ojReference, publishedOn }
}

/** The files it is about, held until commit in the order in which files are locked everywhere. */
async function lockFiles(
  tx: Tx,
  publication: PublishedAt,
): Promise<{ measure: Measure; isFirst: boolean }[]> {
  const files: { measure: Measure; isFirst: boolean }[] = []
  for (const { measureId, isFirst } of await findFilesOfPublication(tx, publication)) {
    const measure = await lockMeasure(tx, measureId)
    if (!measure) throw new Error(`no file ${measureId}`)
    files.push({ measure, isFirst })
  }
  return files
}

/** A corrigendum is no older than what it corrects, whichever of the two is put right. */
function refuseOutOfOrder(all: readonly Compilation[], id: string, on: Day): Refusal | null {
  const own = all.find((one) => one.id === id)
  const before = all.find((one) => one.id === own?.corrects)
  const isAfterCorrigendum = all.some((one) => one.corrects === id && one.publishedOn < on)
  if (isAfterCorrigendum) return refuse('date-before-corrected', 'publishedOn')
  return before ? refuseDayBeforeCorrected(before.publishedOn, on) : null
}

/** Nothing was published before it was adopted. */
function refuseBeforeAdoption(files: readonly { measure: Measure }[], on: Day): Refusal | null {
  const isBefore = files.some(
    ({ measure }) =>
      measure.stage === 'adopted' &&
      measure.facts.adoptedOn !== null &&
      on < measure.facts.adoptedOn,
  )
  return isBefore ? refuse('date-before-adoption', 'publishedOn') : null
}
