import { sql } from 'drizzle-orm'
import {
  bigint,
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
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { SealedAct } from '#app/measures/events/proof.ts'
import type { Sight } from '#app/measures/seal.ts'
import { measures } from './measures.ts'
import { people } from './people.ts'

/**
 * Forms that were done, by the key that their page was made with, so that one that is sent again after
 * a lost answer is known. What stood in it is kept as a hash: the events say it.
 */
export const sentForms = pgTable('sent_forms', {
  key: uuid('key').primaryKey(),
  /** SHA-256 of whose form it was, of which act, and what stood in it. */
  contentHash: text('content_hash').notNull(),
})

/**
 * Every act, once, in order. Append-only by a trigger. Ids are drawn under one lock that is held
 * until commit, so a reader who has seen n has seen all below n.
 */
export const events = pgTable(
  'events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey(),
    measureId: uuid('measure_id').references(() => measures.id),
    /** Counts the acts of one file from 1. */
    position: integer('position'),
    type: text('type').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    personId: uuid('person_id').references(() => people.id),
    delegation: text('delegation').$type<DelegationCode>(),
    /** Who may learn of it: inner acts stay with the delegation, others follow an audience. */
    lane: text('lane').$type<'inner' | 'released' | 'public'>().notNull(),
    audience: jsonb('audience').$type<Audience>(),
    /** Canonical JSON as it was hashed, kept as text. */
    content: text('content').notNull(),
    contentHash: text('content_hash').notNull(),
    previousHash: text('previous_hash').notNull(),
    /** Hexadecimal; null in what was recorded before acts were salted. */
    salt: text('salt'),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('events_measure_position')
      .on(table.measureId, table.position)
      .where(sql`${table.measureId} is not null`),
    index('events_measure').on(table.measureId, table.id),
    index('events_type').on(table.type, table.id),
    index('events_seal')
      .on(sql`(${table.content}::jsonb ->> 'sealId')`)
      .where(sql`${table.type} = 'record-sealed'`),
  ],
)

/** Signed checkpoints of the record. Append-only by a trigger, like the record. */
export const checkpoints = pgTable('checkpoints', {
  /** Events in the record then. */
  size: bigint('size', { mode: 'number' }).primaryKey(),
  /** SHA-256, hexadecimal: the roots of the complete subtrees, from which the tree grows on. */
  peaks: text('peaks').array().notNull(),
  /** As it is given out. */
  note: text('note').notNull(),
  issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
})

/** What was sealed. A subject that is sealed again, as a notification is with each sending, has several. */
export const seals = pgTable(
  'seals',
  {
    id: uuid('id').primaryKey(),
    of: text('of').$type<SealedAct>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    measureId: uuid('measure_id').references(() => measures.id),
  },
  (table) => [index('seals_subject').on(table.subjectId)],
)

/** The parts of what was sealed, as they were. Append-only by a trigger, like the record. */
export const sealedParts = pgTable(
  'sealed_parts',
  {
    sealId: uuid('seal_id').notNull(),
    /** SHA-256, hexadecimal. */
    commitment: text('commitment').notNull(),
    name: text('name').notNull(),
    /** Hexadecimal. */
    salt: text('salt').notNull(),
    /** Canonical JSON as it was hashed, kept as text. */
    content: text('content').notNull(),
    sight: jsonb('sight').$type<Sight>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sealId, table.commitment] })],
)
