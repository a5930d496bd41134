import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
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
import type { CoverageExtent, EntryEnd, RequirementWarning } from '#app/measures/article-10.ts'
import type { CompilationKind } from '#app/measures/compilation-kinds.ts'
import type { CoverageComparison } from '#app/measures/coverage.ts'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode, MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { NoteLine } from '#app/measures/information-note.ts'
import type { ContentNode } from '#app/text/content.ts'
import { measures, versions } from './measures.ts'
import { people } from './people.ts'

/**
 * One controlled item as adopted: issuer + code + edition. Made from the final version when adoption is
 * recorded. An amendment that changes it begins the next edition; this one then ends on the day on
 * which that one applies, so the two never overlap and never leave a gap.
 */
export const entries = pgTable(
  'entries',
  {
    id: uuid('id').primaryKey(),
    issuer: text('issuer').$type<MemberStateCode>().notNull(),
    /** As written; empty where the text gives none. */
    code: text('code').notNull(),
    /** What names it in addresses, among the entries of its issuer: the code where there is one. */
    key: text('key').notNull(),
    edition: integer('edition').notNull(),
    /** Orders the register: protocol order of the issuer, then the code in its natural order. */
    registerOrder: text('register_order').notNull(),
    /** The measure whose final text brought this edition. */
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    /** The measure that the entry belongs to: the list itself, where an amendment brought it. */
    listId: uuid('list_id')
      .notNull()
      .references(() => measures.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    elementId: text('element_id').notNull(),
    heading: text('heading').notNull(),
    /** The entry as a node of the frozen text. */
    content: jsonb('content').$type<ContentNode>().notNull(),
    plain: text('plain').notNull(),
    /** Over the wording without ids: two editions that say the same have the same one. */
    wordingSha256: text('wording_sha256').notNull(),
    position: integer('position').notNull(),
    /**
     * Of the act that brought it, or of the list that the act changes, where its own day is not established: no
     * earlier was it adopted. Null: neither is established.
     */
    adoptedNotBefore: date('adopted_not_before'),
    /** A day of its own, where the entry does not apply from the entry into force of its measure. */
    applicableFrom: date('applicable_from'),
    /** The first day on which it applies, by either; null while that is not recorded. */
    inForceFrom: date('in_force_from'),
    /** The last day on which it applies by its own words. */
    lastDay: date('last_day'),
    /** The first day on which it no longer applies. */
    endedOn: date('ended_on'),
    endedBy: text('ended_by').$type<EntryEnd>(),
    previousId: uuid('previous_id').references((): AnyPgColumn => entries.id),
    /** The adopted amendments whose texts end it, in the order of their adoption. */
    endingMeasureIds: uuid('ending_measure_ids').array().notNull().default([]),
    /**
     * The one of them, or of those that follow one that was repealed before it applied, that will end this
     * edition, or has ended it.
     */
    endingMeasureId: uuid('ending_measure_id').references(() => measures.id),
    /** Whether its measure stands in a gazette or in the Official Journal. Follows the policy. */
    isPublic: boolean('is_public').notNull().default(false),
  },
  (table) => [
    uniqueIndex('entries_issuer_key_edition').on(table.issuer, table.key, table.edition),
    index('entries_measure').on(table.measureId),
    index('entries_list').on(table.listId),
    index('entries_previous').on(table.previousId),
    index('entries_ending').on(table.endingMeasureId),
    index('entries_ending_all').using('gin', table.endingMeasureIds),
    index('entries_public_order')
      .on(sql`${table.registerOrder} COLLATE "C"`, table.edition, table.id)
      .where(sql`${table.isPublic}`),
    index('entries_public_from')
      .on(table.inForceFrom)
      .where(sql`${table.isPublic}`),
    index('entries_public_key')
      .on(sql`lower(${table.key}) text_pattern_ops`)
      .where(sql`${table.isPublic}`),
    index('entries_public_words')
      .using('gin', sql`to_tsvector('simple', ${table.heading} || ' ' || ${table.plain})`)
      .where(sql`${table.isPublic}`),
  ],
)

/**
 * What Annex I has taken over of an entry, point by point. A decision applies until one on the same point
 * and code of a later day does; one of the same day corrects it.
 */
export const entryCoverages = pgTable(
  'entry_coverages',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id),
    /** From the code down: `f.5`; empty: the whole entry. */
    point: text('point').notNull(),
    annexICode: text('annex_i_code').notNull(),
    extent: text('extent').$type<CoverageExtent>().notNull(),
    since: date('since').notNull(),
    /** What the decision rests on; null where nothing was compared. */
    comparison: jsonb('comparison').$type<CoverageComparison>(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    recordedBy: uuid('recorded_by').references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.point, table.annexICode, table.since] })],
)

/**
 * The lists in force as published in the Official Journal. Set by a reference and a date, by no
 * button. Each one, an update too, names all entries that stand in the compilation from its day on.
 */
export const compilations = pgTable('compilations', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<CompilationKind>().notNull(),
  /** The one that a corrigendum corrects. */
  corrects: uuid('corrects').references((): AnyPgColumn => compilations.id),
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

/** Notes in the C series on national measures, lists or not (Article 9(4), first sentence). */
export const informationNotes = pgTable('information_notes', {
  id: uuid('id').primaryKey(),
  ojReference: text('oj_reference').notNull().unique(),
  publishedOn: date('published_on').notNull(),
  title: text('title').notNull(),
  url: text('url'),
  note: text('note').notNull().default(''),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  recordedBy: uuid('recorded_by').references(() => people.id),
})

/** What a note says of each measure, as it was when the note was recorded. */
export const informationNoteLines = pgTable(
  'information_note_lines',
  {
    noteId: uuid('note_id')
      .notNull()
      .references(() => informationNotes.id),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    position: integer('position').notNull(),
    line: jsonb('line').$type<NoteLine>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.noteId, table.measureId] }),
    index('information_note_lines_measure').on(table.measureId),
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
    /** Null where only the measure was published in the C series: doubtful, and recorded. */
    compilationId: uuid('compilation_id').references(() => compilations.id),
    relying: text('relying').$type<MemberStateCode>().notNull(),
    exporterInformedOn: date('exporter_informed_on').notNull(),
    /** Article 10(3): customs and other national authorities, without delay. */
    customsInformedOn: date('customs_informed_on'),
    /** Article 10(3): what is given to others, where appropriate; null when nothing is. */
    information: text('information'),
    /** Why that was appropriate, or why nothing was. */
    informationReason: text('information_reason').notNull(),
    audience: jsonb('audience').$type<Audience>().notNull(),
    warnings: text('warnings').array().$type<RequirementWarning[]>().notNull(),
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
