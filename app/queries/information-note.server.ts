import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { changesBetweenNotes, nextNote } from '#app/measures/information-note.ts'
import { refuse } from '#app/measures/refusals.ts'
import { databaseTime } from '#db/clock.server.ts'
import {
  findInformationNotes,
  findNotable,
  findNoteLines,
  type InformationNote,
} from '#db/information-notes.server.ts'
import { noteLinesOf } from './note-lines.server.ts'

/** The next note as it would be today, measure by measure against the last one. */
export async function prepareNote({ db }: Deps, actor: Actor) {
  const permission = can(actor, 'use-commission-desk', null)
  if (!permission.ok) return permission
  const [{ today }, recorded] = await Promise.all([databaseTime(db), findInformationNotes(db)])
  const [last] = recorded
  const lastLines = last ? await findNoteLines(db, last.id) : []
  const notable = await findNotable(
    db,
    today,
    lastLines.map(({ measureId }) => measureId),
  )
  const notified = new Map(notable.map(({ id, wasNotified }) => [id, wasNotified]))
  const lines = await noteLinesOf(db, actor, [...notified.keys()], today)
  const candidates = lines.map((line) => ({
    line,
    wasNotified: notified.get(line.measureId) ?? false,
  }))
  return {
    ok: true as const,
    today,
    recorded: recorded.map(pointer),
    last: last ? pointer(last) : null,
    rows: nextNote(candidates, lastLines, today),
  }
}

export type NextNote = Extract<Awaited<ReturnType<typeof prepareNote>>, { ok: true }>

/** A recorded note as anybody may read it: what it said then, and what changed since the one before. */
export async function findNotePage({ db }: Deps, id: string) {
  const all = await findInformationNotes(db)
  const place = all.findIndex((note) => note.id === id)
  const note = all[place]
  if (!note) return refuse('not-found')
  const previous = all[place + 1] ?? null
  const [lines, before] = await Promise.all([
    findNoteLines(db, note.id),
    previous ? findNoteLines(db, previous.id) : [],
  ])
  return {
    ok: true as const,
    note,
    lines,
    previous: previous && pointer(previous),
    next: place > 0 && all[place - 1] ? pointer(all[place - 1] as InformationNote) : null,
    changes: previous ? changesBetweenNotes(before, lines) : [],
  }
}

export type NotePage = Extract<Awaited<ReturnType<typeof findNotePage>>, { ok: true }>

/** All notes, the newest first. */
export async function findPublicNotes({ db }: Deps) {
  return { notes: (await findInformationNotes(db)).map(pointer) }
}

function pointer({ id, ojReference, publishedOn, title }: InformationNote) {
  return { id, ojReference, publishedOn, title }
}
