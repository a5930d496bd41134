import { getTableName, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { RecordedEvent } from '#app/measures/events.ts'
import type { Tx } from './client.server.ts'
import { findFamily, forgetPlayed, playRecord } from './played-record.server.ts'
import {
  comments,
  credits,
  insideReplies,
  placements,
  positions,
  replies,
  threads,
} from './schema/comments.ts'
import { jointComments } from './schema/joint-comments.ts'
import { languageVersions } from './schema/languages.ts'
import {
  adoptions,
  measures,
  nationalSteps,
  notificationAddressees,
  notificationQuestions,
  notifications,
  translations,
  versions,
} from './schema/measures.ts'
import { entries, entryCoverages, refusals, requirements } from './schema/register.ts'
import { wordNotes } from './schema/word.ts'
import { withholdings } from './schema/withholdings.ts'

/** Where the tables that follow from the record hold what somebody wrote. */
const written: readonly (readonly [PgTable, readonly PgColumn[]])[] = [
  [measures, [measures.title, measures.contact, measures.notice, measures.withdrawalReason]],
  [versions, [versions.details, versions.coverNote, versions.recallReason]],
  [translations, [translations.withdrawnBecause]],
  [languageVersions, [languageVersions.checkReason, languageVersions.withdrawnBecause]],
  [threads, [threads.anchor]],
  [placements, [placements.quote]],
  [
    comments,
    [
      comments.body,
      comments.proposedWording,
      comments.proposal,
      comments.provision,
      comments.statedAuthor,
      comments.recallReason,
    ],
  ],
  [insideReplies, [insideReplies.body]],
  [replies, [replies.reason, replies.answerReason]],
  [credits, [credits.before, credits.after, credits.proposed]],
  [positions, [positions.reasons, positions.entryCode]],
  [jointComments, [jointComments.anchor, jointComments.provision]],
  [nationalSteps, [nationalSteps.title]],
  [
    adoptions,
    [
      adoptions.actTitle,
      adoptions.actNumber,
      adoptions.gazette,
      adoptions.gazetteReference,
      adoptions.gazetteUrl,
      adoptions.repealedBy,
    ],
  ],
  [
    notifications,
    [notifications.reasons, notifications.description, notifications.acknowledgementReference],
  ],
  [notificationAddressees, [notificationAddressees.channel, notificationAddressees.reference]],
  [notificationQuestions, [notificationQuestions.question, notificationQuestions.answer]],
  [entries, [entries.code, entries.key, entries.registerOrder]],
  [entries, [entries.heading, entries.content, entries.plain]],
  [
    requirements,
    [requirements.information, requirements.informationReason, requirements.endReason],
  ],
  [refusals, [refusals.duesReference]],
  [entryCoverages, [entryCoverages.comparison]],
  [wordNotes, [wordNotes.anchor, wordNotes.author, wordNotes.text]],
  [wordNotes, [wordNotes.before, wordNotes.after, wordNotes.wording]],
  [withholdings, [withholdings.reason, withholdings.orderedBy]],
]

/**
 * Puts what the record gives in place of what people wrote, in the tables of one file: to be called where acts
 * were withheld or restored. `instead`: what is to stand in the record for some acts.
 */
export async function remake(
  tx: Tx,
  measureId: string,
  instead: ReadonlyMap<number, RecordedEvent>,
): Promise<void> {
  const measureIds = await findFamily(tx, measureId)
  await playRecord(tx, { measureIds, instead })
  for (const [table, columns] of written) await putIn(tx, table, columns)
  await forgetPlayed(tx)
}

async function putIn(tx: Tx, table: PgTable, columns: readonly PgColumn[]) {
  const name = sql.identifier(getTableName(table))
  const names = columns.map((column) => sql.identifier(column.name))
  const listOf = (side: SQL) =>
    sql.join(
      names.map((column) => sql`${side}.${column}`),
      sql`, `,
    )
  const isSame = sql.join(
    keyOf(table).map((key) => sql`there.${sql.identifier(key)} = given.${sql.identifier(key)}`),
    sql` AND `,
  )
  await tx.execute(sql`
    UPDATE public.${name} AS there SET ${sql.join(
      names.map((column) => sql`${column} = given.${column}`),
      sql`, `,
    )}
    FROM pg_temp.${name} AS given
    WHERE ${isSame} AND (${listOf(sql`there`)}) IS DISTINCT FROM (${listOf(sql`given`)})`)
}

/** The names of the columns of a table's primary key. */
export function keyOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const keys = primaryKeys.flatMap((key) => key.columns.map((column) => column.name))
  return keys.length > 0 ? keys : columns.filter(({ primary }) => primary).map(({ name }) => name)
}
