import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { versionTexts } from './measures.ts'
import { offices, people } from './people.ts'
import { compilations, entries } from './register.ts'

/**
 * An edition of an entry in a language other than that of its act. Of each language one stands; what
 * stood before is kept. A compilation takes over those of the one before as long as the edition stands.
 */
export const languageVersions = pgTable(
  'language_versions',
  {
    id: uuid('id').primaryKey(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    language: text('language').$type<OfficialLanguage>().notNull(),
    /** The entry as a text of its own; its elements have the ids of those that they align to. */
    sha256: text('sha256')
      .notNull()
      .references(() => versionTexts.sha256),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
    addedBy: uuid('added_by').references(() => people.id),
    checkedAt: timestamp('checked_at', { withTimezone: true }),
    checkedBy: uuid('checked_by').references(() => people.id),
    /** What the concordance said when it was checked; null before. */
    differences: integer('differences'),
    unread: integer('unread'),
    checkReason: text('check_reason'),
    /** The first that was recorded after it was checked and that names the entry. */
    compilationId: uuid('compilation_id').references(() => compilations.id),
    /** Another one took its place, or it was withdrawn. */
    endedAt: timestamp('ended_at', { withTimezone: true }),
    withdrawnBecause: text('withdrawn_because'),
  },
  (table) => [
    uniqueIndex('language_versions_standing')
      .on(table.entryId, table.language)
      .where(sql`${table.endedAt} IS NULL`),
    index('language_versions_published')
      .on(table.entryId)
      .where(sql`${table.compilationId} IS NOT NULL`),
  ],
)

/** Who has a language version in hand, whether there is one yet or not: a person or an office. */
export const languageHolders = pgTable(
  'language_holders',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    language: text('language').$type<OfficialLanguage>().notNull(),
    personId: uuid('person_id').references(() => people.id),
    officeId: uuid('office_id').references(() => offices.id),
    since: timestamp('since', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.language] }),
    check('language_holders_one', sql`num_nonnulls(${table.personId}, ${table.officeId}) = 1`),
  ],
)

/** What packages hold, text by text, by their hash. */
export const packageManifests = pgTable('package_manifests', {
  sha256: text('sha256').primaryKey(),
  content: jsonb('content').$type<unknown>().notNull(),
})

/** Language versions that were handed over to the Publications Office. */
export const languagePackages = pgTable('language_packages', {
  id: uuid('id').primaryKey(),
  recipient: text('recipient').notNull(),
  handedOn: date('handed_on').notNull(),
  reference: text('reference').notNull(),
  reason: text('reason').notNull(),
  manifestSha256: text('manifest_sha256')
    .notNull()
    .references(() => packageManifests.sha256),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  recordedBy: uuid('recorded_by').references(() => people.id),
})
