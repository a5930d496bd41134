import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { MailDue, MailedAct } from '#app/measures/mail.ts'
import { delegations, people } from './people.ts'
import { events } from './record.ts'

/**
 * What a delegation is to be told of an act: sender, reference, kind of act, date, link; nothing of
 * the content. Written in the transaction of the act, one for each delegation that it reaches.
 */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    eventId: bigint('event_id', { mode: 'number' })
      .notNull()
      .references(() => events.id),
    delegation: text('delegation')
      .$type<DelegationCode>()
      .notNull()
      .references(() => delegations.code),
    sender: text('sender').$type<DelegationCode>().notNull(),
    reference: text('reference').notNull(),
    act: text('act').$type<MailedAct>().notNull(),
    path: text('path').notNull(),
    actedAt: timestamp('acted_at', { withTimezone: true }).notNull(),
    due: text('due').$type<MailDue>().notNull(),
    /** Null while it waits. */
    letterId: uuid('letter_id').references(() => letters.id),
  },
  (table) => [
    uniqueIndex('mail_event_delegation').on(table.eventId, table.delegation),
    index('mail_waiting')
      .on(table.delegation, table.due, table.actedAt)
      .where(sql`${table.letterId} is null`),
    index('mail_delegation').on(table.delegation, table.actedAt),
    index('mail_letter').on(table.letterId),
    check('mail_due', sql`${table.due} in ('at-once', 'digest')`),
  ],
)

/** What was collected for a delegation at one moment: the digest of a day, or what could not wait. */
export const letters = pgTable(
  'letters',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    delegation: text('delegation')
      .$type<DelegationCode>()
      .notNull()
      .references(() => delegations.code),
    kind: text('kind').$type<MailDue>().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('letters_delegation').on(table.delegation, table.madeAt),
    check('letters_kind', sql`${table.kind} in ('at-once', 'digest')`),
  ],
)

/** A letter to one mailbox. Sent at least once: its id is in the message, so a second one is known as such. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    letterId: uuid('letter_id')
      .notNull()
      .references(() => letters.id),
    /** Null: the functional mailbox of the delegation. */
    personId: uuid('person_id').references(() => people.id),
    attempts: integer('attempts').notNull().default(0),
    tryAfter: timestamp('try_after', { withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    /** After too many attempts, or because nobody may read it there any more. */
    givenUpAt: timestamp('given_up_at', { withTimezone: true }),
    lastError: text('last_error'),
  },
  (table) => [
    unique('deliveries_letter_person').on(table.letterId, table.personId).nullsNotDistinct(),
    index('deliveries_due')
      .on(table.tryAfter)
      .where(sql`${table.sentAt} is null and ${table.givenUpAt} is null`),
  ],
)
