import {
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { WithheldTarget } from '#app/measures/withholding.ts'
import { measures } from './measures.ts'
import { people } from './people.ts'

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})

/** What nobody reads any more, and what became of it: it is purged, or was restored. */
export const withholdings = pgTable(
  'withholdings',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    delegation: text('delegation').$type<DelegationCode>().notNull(),
    /** Whom any of it had reached; null where it had not left the delegation. */
    audience: jsonb('audience').$type<Audience>(),
    targets: jsonb('targets').$type<WithheldTarget[]>().notNull(),
    withheldAt: timestamp('withheld_at', { withTimezone: true }).notNull(),
    withheldBy: uuid('withheld_by').references(() => people.id),
    endedAs: text('ended_as').$type<'purged' | 'restored'>(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedBy: uuid('ended_by').references(() => people.id),
    reason: text('reason'),
    /** Who ordered that it be purged. */
    orderedBy: text('ordered_by'),
  },
  (table) => [index('withholdings_measure').on(table.measureId)],
)

/**
 * What was withheld, as it was, until it is purged or restored. Nothing that answers anybody reads here:
 * it was moved out of where everything else looks.
 */
export const setAside = pgTable(
  'set_aside',
  {
    withholdingId: uuid('withholding_id').notNull(),
    /** What it is, and which (`db/set-aside.server.ts`). */
    holder: text('holder').notNull(),
    key: text('key').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.withholdingId, table.holder, table.key] })],
)
