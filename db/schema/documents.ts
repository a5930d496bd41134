import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { measures } from './measures.ts'
import { people } from './people.ts'

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})

/** What a document is written for; each purpose has writers of its own. */
export type DocumentPurpose = 'draft' | 'joint-comment'

/** Only an open document takes updates. A frozen one can be opened again, a closed one cannot. */
export type DocumentStatus = 'open' | 'frozen' | 'closed'

/** A living text. Its content is the updates up to `head`; everything else here guards them. */
export const documents = pgTable(
  'documents',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id').references(() => measures.id),
    purpose: text('purpose').$type<DocumentPurpose>().notNull(),
    status: text('status').$type<DocumentStatus>().notNull().default('open'),
    /** Rises when the log itself is replaced (a restored backup, a new schema): old tabs must not merge. */
    epoch: integer('epoch').notNull().default(1),
    /** Rises with every change of rights that touches the document: an append names the one judged. */
    accessEpoch: integer('access_epoch').notNull().default(1),
    /** The sequence number of the last update. */
    head: bigint('head', { mode: 'number' }).notNull().default(0),
    schemaVersion: text('schema_version').notNull(),
    /** The text that it took the place of, and the number after which its own log begins. */
    continues: uuid('continues'),
    after: bigint('begins_after', { mode: 'number' }).notNull().default(0),
    /** What its log held was withheld: nobody reads it, and tabs drop their copies. */
    isWithheld: boolean('is_withheld').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    index('documents_measure').on(table.measureId),
    index('documents_continues').on(table.continues),
    check('documents_status', sql`${table.status} in ('open', 'frozen', 'closed')`),
    check('documents_head', sql`${table.head} >= 0`),
  ],
)

/**
 * The log: what each person added and deleted, in order, kept for good. Rows of no person are repairs by
 * the server itself.
 */
export const documentUpdates = pgTable(
  'document_updates',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    personId: uuid('person_id').references(() => people.id),
    delegation: text('delegation').$type<DelegationCode>(),
    at: timestamp('at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Empty where it was withheld. */
    update: bytes('update').notNull(),
    /** SHA-256 of what was withheld, hexadecimal. */
    sha256: text('sha256'),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.seq] }),
    check(
      'document_updates_author',
      sql`(${table.personId} is null) = (${table.delegation} is null)`,
    ),
  ],
)

/** A cache over the log, for fast loading: the whole text at `seq`. May be deleted at any time. */
export const documentSnapshots = pgTable(
  'document_snapshots',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    state: bytes('state').notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.seq] })],
)

/**
 * A cache over the log, for reading who wrote what: the text at `seq` with all that was deleted from it,
 * and by which update each span came and went. May be deleted at any time.
 */
export const documentHistories = pgTable('document_histories', {
  documentId: uuid('document_id')
    .primaryKey()
    .references(() => documents.id),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  state: bytes('state').notNull(),
  /** Client, first clock, clock after the last, number of the update; and so on. */
  inserted: doublePrecision('inserted').array().notNull(),
  deleted: doublePrecision('deleted').array().notNull(),
  /** Who wrote when (`app/text/stretches.ts`), as lists: an object would lose its order, and the hash fail. */
  signed: jsonb('signed').$type<unknown>().notNull(),
  sha256: text('sha256').notNull(),
})

/** To whom a Yjs client id was given: what stands under it in the text is theirs. */
export const documentClients = pgTable(
  'document_clients',
  {
    documentId: uuid('document_id')
      .notNull()
      .references(() => documents.id),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    /** Null for the server itself. */
    personId: uuid('person_id').references(() => people.id),
    /** The session that writes under it now; null for a change that a command made. */
    sessionId: text('session_id'),
    issuedAt: timestamp('issued_at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.clientId] }),
    index('document_clients_session').on(table.sessionId),
  ],
)
