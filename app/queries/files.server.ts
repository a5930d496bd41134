import { type AnyColumn, and, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#app/access/actor.ts'
import { can } from '#app/access/policy.ts'
import type { Deps } from '#app/commands/deps.ts'
import { stages } from '#app/measures/measure.ts'
import { listOrder, measures } from '#db/schema/measures.ts'
import { isVisible, stagesBehind, toldFiles } from './told-files.server.ts'

export interface FileFilters {
  words: string
  owner: readonly string[]
  kind: readonly string[]
  stage: readonly string[]
  /** From 1. */
  page: number
}

const pageSize = 50

/**
 * The files that a delegation may see, by reference, a page at a time. The condition is the policy's
 * `see-file` as a query, so that nothing is read that would be thrown away; what is shown and searched
 * is what the reader is told. No act moves a file in the list, so its place tells of none that the
 * reader may not know of; what is new for them, home says.
 */
export async function findFiles({ db }: Deps, actor: Actor, filters: FileFilters) {
  const { table, ...told } = toldFiles(db, actor)
  const rows = await db
    .select({
      reference: measures.reference,
      owner: measures.owner,
      kind: measures.kind,
      ...told,
    })
    .from(measures)
    .crossJoinLateral(table)
    .where(and(isVisible(db, actor), ...conditions(filters, told)))
    .orderBy(...listOrder(measures))
    .limit(pageSize + 1)
    .offset((filters.page - 1) * pageSize)
  return {
    files: rows.slice(0, pageSize).map((row) => ({
      ...row,
      changedAt: row.changedAt?.toISOString() ?? null,
    })),
    next: rows.length > pageSize ? filters.page + 1 : null,
    mayOpen: can(actor, 'open-file', null).ok,
  }
}

export type FileLine = Awaited<ReturnType<typeof findFiles>>['files'][number]

function conditions(
  { words, owner, kind, stage }: FileFilters,
  told: { title: SQL; stage: SQL },
): (SQL | undefined)[] {
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return [
    words ? or(ilike(told.title, pattern), ilike(measures.reference, pattern)) : undefined,
    oneOf(measures.owner, owner),
    oneOf(measures.kind, kind),
    ...atStage(stage, told.stage),
  ]
}

/** By the stage that is told; the real one beside it lets an index narrow what is read. */
function atStage(chosen: readonly string[], told: SQL): (SQL | undefined)[] {
  const behind = stages.filter((stage) => chosen.includes(stage)).flatMap(stagesBehind)
  return [oneOf(measures.stage, [...new Set(behind)]), oneOf(told, chosen)]
}

function oneOf(column: AnyColumn | SQL, chosen: readonly string[]): SQL | undefined {
  return chosen.length > 0 ? inArray(sql`${column}`, [...chosen]) : undefined
}
