import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { people } from './people.ts'

/**
 * Mail to send: sender, reference, kind of act, date, link; nothing of the content. Written in the
 * transaction of the act; sent afterwards, at least once.
 */
export const mail = pgTable(
  'mail',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    eventId: integer('event_id').notNull(),
    delegation: text('delegation').$type<DelegationCode>().notNull(),
    /** Null: the delegation's functional mailbox. */
    personId: uuid('person_id').references(() => people.id),
    sender: text('sender').$type<DelegationCode>().notNull(),
    reference: text('reference').notNull(),
    act: text('act').notNull(),
    path: text('path').notNull(),
    actedAt: timestamp('acted_at', { withTimezone: true }).notNull(),
    /** In the daily digest, or at once when something is due. */
    sendAfter: timestamp('send_after', { withTimezone: true }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
  },
  (table) => [
    index('mail_unsent').on(table.sentAt, table.sendAfter),
    index('mail_delegation').on(table.delegation, table.actedAt),
  ],
)
