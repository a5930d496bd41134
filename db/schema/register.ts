import { sql } from 'drizzle-orm'
import {
  boolean,
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
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode, MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { Json } from '#app/text/canonical.ts'
import { measures, versions } from './measures.ts'
import { people } from './people.ts'

/**
 * One controlled item as adopted: issuer + code + edition. Made from the final version when adoption is
 * recorded; an amendment that changes it ends it and begins the next edition.
 */
export const entries = pgTable(
  'entries',
  {
    id: uuid('id').primaryKey(),
    issuer: text('issuer').$type<MemberStateCode>().notNull(),
    code: text('code').notNull(),
    edition: integer('edition').notNull(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    elementId: text('element_id').notNull(),
    heading: text('heading').notNull(),
    /** The entry as a node of the frozen text. */
    content: jsonb('content').$type<Json>().notNull(),
    plain: text('plain').notNull(),
    position: integer('position').notNull(),
    applicableFrom: date('applicable_from'),
    endedOn: date('ended_on'),
    endedBy: text('ended_by').$type<'amended' | 'repealed' | 'expired'>(),
    annexICode: text('annex_i_code'),
    coveredExtent: text('covered_extent').$type<'wholly' | 'partly'>(),
    coveredSince: date('covered_since'),
  },
  (table) => [
    uniqueIndex('entries_issuer_code_edition').on(table.issuer, table.code, table.edition),
    index('entries_measure').on(table.measureId),
    index('entries_code').on(table.code),
    index('entries_words').using(
      'gin',
      sql`to_tsvector('simple', ${table.code} || ' ' || ${table.heading} || ' ' || ${table.plain})`,
    ),
  ],
)

/** The control parameters of an entry read as data, while they stay text. */
export const entryParameters = pgTable(
  'entry_parameters',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    position: integer('position').notNull(),
    /** The point in which it stands: `f.5`. */
    point: text('point').notNull(),
    phrase: text('phrase').notNull(),
    quantity: text('quantity'),
    operator: text('operator'),
    low: text('low'),
    high: text('high'),
    unit: text('unit'),
    isUnderstood: boolean('is_understood').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.position] })],
)

/** The lists in force as published in the Official Journal. Set by a reference and a date, by no button. */
export const compilations = pgTable('compilations', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<'compilation' | 'update'>().notNull(),
  ojReference: text('oj_reference').notNull().unique(),
  publishedOn: date('published_on').notNull(),
  title: text('title').notNull(),
  url: text('url'),
  note: text('note').notNull().default(''),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  recordedBy: uuid('recorded_by').references(() => people.id),
})

export const compilationEntries = pgTable(
  'compilation_entries',
  {
    compilationId: uuid('compilation_id')
      .notNull()
      .references(() => compilations.id),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
  },
  (table) => [
    primaryKey({ columns: [table.compilationId, table.entryId] }),
    index('compilation_entries_entry').on(table.entryId),
  ],
)

/** Article 10(1): imposed by reference to a published entry, after the exporter was informed. Never public. */
export const requirements = pgTable(
  'article_10_requirements',
  {
    id: uuid('id').primaryKey(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    compilationId: uuid('compilation_id')
      .notNull()
      .references(() => compilations.id),
    relying: text('relying').$type<MemberStateCode>().notNull(),
    exporterInformedOn: date('exporter_informed_on').notNull(),
    /** Article 10(3): customs and other national authorities, without delay. */
    customsInformedOn: date('customs_informed_on'),
    /** Article 10(3): what is given to others, where appropriate; null when nothing is. */
    information: text('information'),
    audience: jsonb('audience').$type<Audience>().notNull(),
    warnings: text('warnings').array().notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    recordedBy: uuid('recorded_by').references(() => people.id),
    endedOn: date('ended_on'),
    endReason: text('end_reason'),
  },
  (table) => [
    index('requirements_entry').on(table.entryId),
    index('requirements_relying').on(table.relying, table.recordedAt),
  ],
)

/** Article 10(2): reference in the Dual-Use e-System, entry, date. No exporter, end-user or transaction. */
export const refusals = pgTable(
  'article_10_refusals',
  {
    id: uuid('id').primaryKey(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    delegation: text('delegation').$type<DelegationCode>().notNull(),
    duesReference: text('dues_reference').notNull(),
    refusedOn: date('refused_on').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    recordedBy: uuid('recorded_by').references(() => people.id),
  },
  (table) => [uniqueIndex('refusals_reference').on(table.delegation, table.duesReference)],
)
