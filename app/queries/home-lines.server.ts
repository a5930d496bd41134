import { sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { toldOf } from '#app/access/told.ts'
import type { Database } from '#db/client.server.ts'
import { findMeasures } from '#db/measures.server.ts'

/** Lines of a list, the first ones, and how many there are in all. */
export interface Listed<Line> {
  lines: Line[]
  total: number
}

/** On each row: how many there would be without a limit. */
export const total = sql<number>`count(*) OVER ()`.mapWith(Number)

export function listed<Row extends { total: number }>(rows: Row[]): Listed<Row> {
  return { lines: rows, total: rows[0]?.total ?? 0 }
}

/** The rows as lines, with what this person is told that each file is about. */
export async function withTitles<Row extends { measureId: string; total: number }>(
  db: Database,
  actor: Actor,
  rows: Row[],
): Promise<Listed<Row & { title: string }>> {
  const files = await findMeasures(db, [...new Set(rows.map(({ measureId }) => measureId))])
  const lines = rows.flatMap((line) => {
    const measure = files.find(({ id }) => id === line.measureId)
    return measure ? { ...line, title: toldOf(actor, measure).details.title } : []
  })
  return { lines, total: rows[0]?.total ?? 0 }
}
