import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { NoteOutcome } from '#app/measures/brought-in.ts'
import type { Json } from '#app/text/canonical.ts'
import { measures, versions } from './measures.ts'
import { people } from './people.ts'

/**
 * What was read of a Word document, while who sent it looks at what would come in: for them alone, and
 * gone with the act or with the next document that they send. The document itself is not kept.
 */
export const wordUploads = pgTable(
  'word_uploads',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    /** The version on which it is an answer; null for one that goes into the draft, or is of a list. */
    versionId: uuid('version_id').references(() => versions.id),
    /** What it translates the version into, or the entries of the list; null for all else. */
    language: text('language'),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    document: jsonb('document').$type<unknown>().notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [index('word_uploads_person').on(table.personId)],
)

/** Comments and tracked changes of a Word document, on the draft that it was brought into. Inner, always. */
export const wordNotes = pgTable(
  'word_notes',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    importId: uuid('import_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').$type<'comment' | 'proposal'>().notNull(),
    /** The place in the text of the draft after update `document_seq`. */
    anchor: jsonb('anchor').$type<Json>().notNull(),
    documentSeq: integer('document_seq').notNull(),
    /** As the document states them. */
    author: text('author').notNull(),
    statedAt: timestamp('stated_at', { withTimezone: true }),
    text: text('text').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    wording: text('wording'),
    answers: uuid('answers'),
    isResolved: boolean('is_resolved').notNull(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    settledBy: uuid('settled_by').references(() => people.id),
    outcome: text('outcome').$type<NoteOutcome>(),
  },
  (table) => [
    index('word_notes_open')
      .on(table.measureId)
      .where(sql`${table.settledAt} IS NULL`),
  ],
)
