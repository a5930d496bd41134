import { desc, type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  customType,
  date,
  foreignKey,
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
import type { AttachmentKind } from '#app/measures/attachment.ts'
import type { Audience } from '#app/measures/audience.ts'
import {
  type DelegationCode,
  type MemberStateCode,
  memberStates,
} from '#app/measures/delegation-codes.ts'
import type {
  Ground,
  Marking,
  MeasureKind,
  NotificationArticle,
  Stage,
  VersionKind,
} from '#app/measures/measure.ts'
import { people } from './people.ts'

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})

/** The last number given out, by year and state. Numbers are never reused. */
export const referenceNumbers = pgTable(
  'reference_numbers',
  {
    year: integer('year').notNull(),
    owner: text('owner').$type<MemberStateCode>().notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.owner] })],
)

export const measures = pgTable(
  'measures',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    owner: text('owner').$type<MemberStateCode>().notNull(),
    kind: text('kind').$type<MeasureKind>().notNull(),
    grounds: text('grounds').array().$type<Ground[]>().notNull(),
    title: text('title').notNull(),
    originalLanguage: text('original_language').notNull(),
    marking: text('marking').$type<Marking>().notNull(),
    contact: text('contact').notNull().default(''),
    stage: text('stage').$type<Stage>().notNull(),
    revision: integer('revision').notNull().default(1),
    /** The early notice while it is being written. */
    notice: jsonb('notice').$type<unknown>(),
    documentId: uuid('document_id'),
    changes: uuid('changes').references((): AnyPgColumn => measures.id),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    openedBy: uuid('opened_by').references(() => people.id),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    withdrawalReason: text('withdrawal_reason'),
    /** When the newest act that somebody outside could see was recorded. */
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('measures_listed').on(...listOrder(table)),
    index('measures_owner').on(table.owner, table.changedAt),
    index('measures_stage').on(table.stage, table.changedAt),
    index('measures_changes').on(table.changes),
  ],
)

/** Of files of many states: the newest year first, its states in protocol order, the newest number first. */
export function listOrder({
  reference,
  owner,
}: {
  reference: AnyPgColumn
  owner: AnyPgColumn
}): [SQL, SQL, SQL] {
  // Written out, not as parameters: only so does PostgreSQL see that the index gives this order.
  const states = sql.raw(memberStates.map((state) => `'${state}'`).join(', '))
  return [
    sql`left(${reference}, 4) DESC`,
    sql`array_position(ARRAY[${states}], ${owner})`,
    desc(reference),
  ]
}

/** Frozen texts by their SHA-256 over canonical JSON. */
export const versionTexts = pgTable('version_texts', {
  sha256: text('sha256').primaryKey(),
  content: jsonb('content').$type<unknown>().notNull(),
  /**
   * Null for a text as it was frozen. Where its words were withheld, what is left of it stands in
   * `content`, and here the hashes of the wordings of its entries, by their elements.
   */
  wordings: jsonb('wordings').$type<Record<string, string>>(),
})

export const versions = pgTable(
  'versions',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<VersionKind>().notNull(),
    language: text('language').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => versionTexts.sha256),
    /** Up to where in the update log of the draft this text goes. */
    documentSeq: integer('document_seq'),
    audience: jsonb('audience').$type<Audience>().notNull(),
    /** Title, grounds, marking and contact of the file as they were then. */
    details: jsonb('details').$type<unknown>().notNull(),
    /** The owner's wish; no source sets a deadline. */
    commentsBy: date('comments_by'),
    coverNote: text('cover_note').notNull().default(''),
    releasedAt: timestamp('released_at', { withTimezone: true }).notNull(),
    releasedBy: uuid('released_by').references(() => people.id),
    recalledAt: timestamp('recalled_at', { withTimezone: true }),
    recallReason: text('recall_reason'),
  },
  (table) => [uniqueIndex('versions_measure_number').on(table.measureId, table.number)],
)

/** Courtesy translations of versions. Of each language one stands; what stood before is kept. */
export const translations = pgTable(
  'translations',
  {
    id: uuid('id').primaryKey(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    language: text('language').notNull(),
    /** Its elements have the ids of those of the version that they align to. */
    sha256: text('sha256')
      .notNull()
      .references(() => versionTexts.sha256),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
    addedBy: uuid('added_by').references(() => people.id),
    /** Another one took its place, or it was withdrawn. */
    endedAt: timestamp('ended_at', { withTimezone: true }),
    withdrawnBecause: text('withdrawn_because'),
  },
  (table) => [
    uniqueIndex('translations_standing')
      .on(table.versionId, table.language)
      .where(sql`${table.endedAt} IS NULL`),
  ],
)

/** The record of adoption and the dates that follow it, each on its own. */
export const adoptions = pgTable(
  'adoptions',
  {
    measureId: uuid('measure_id')
      .primaryKey()
      .references(() => measures.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    actTitle: text('act_title').notNull(),
    actNumber: text('act_number').notNull(),
    /** Null where the day is not established. */
    adoptedOn: date('adopted_on'),
    /** The last shared version that the final one was compared with; null when nothing was shared. */
    comparedWith: integer('compared_with'),
    gazette: text('gazette'),
    gazetteReference: text('gazette_reference'),
    gazetteUrl: text('gazette_url'),
    /** Null where the day is not established, or no gazette is recorded. */
    gazettedOn: date('gazetted_on'),
    inForceOn: date('in_force_on'),
    publishedOn: date('published_on'),
    publicationReference: text('publication_reference'),
    repealedOn: date('repealed_on'),
    repealedBy: text('repealed_by'),
    expiredOn: date('expired_on'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
    recordedBy: uuid('recorded_by').references(() => people.id),
  },
  (table) => [index('adoptions_adopted_by').on(sql`${dayOfAdoption(table)} DESC NULLS LAST`)],
)

/** The latest day by which it was adopted, of those that are established: what records are ordered by. */
export function dayOfAdoption({
  adoptedOn,
  gazettedOn,
  inForceOn,
}: Record<'adoptedOn' | 'gazettedOn' | 'inForceOn', AnyPgColumn>): SQL {
  return sql`coalesce(${adoptedOn}, ${gazettedOn}, ${inForceOn})`
}

/** The message of Article 9(2) or 9(3): made as a pack, sent by whatever channel, recorded here. */
export const notifications = pgTable(
  'notifications',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    article: text('article').$type<NotificationArticle>().notNull(),
    reasons: text('reasons').notNull(),
    description: text('description').notNull(),
    packSha256: text('pack_sha256')
      .notNull()
      .references(() => notificationPacks.sha256),
    preparedAt: timestamp('prepared_at', { withTimezone: true }).notNull(),
    preparedBy: uuid('prepared_by').references(() => people.id),
    acknowledgedOn: date('acknowledged_on'),
    acknowledgementReference: text('acknowledgement_reference'),
  },
  (table) => [index('notifications_measure').on(table.measureId)],
)

/** Packs by their SHA-256 over canonical JSON: what was sent, as it was when it was prepared. */
export const notificationPacks = pgTable('notification_packs', {
  sha256: text('sha256').primaryKey(),
  content: jsonb('content').$type<unknown>().notNull(),
})

/** What the Commission misses in a notification, and what the state supplied. */
export const notificationQuestions = pgTable(
  'notification_questions',
  {
    id: uuid('id').primaryKey(),
    notificationId: uuid('notification_id')
      .notNull()
      .references(() => notifications.id),
    question: text('question').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    askedBy: uuid('asked_by').references(() => people.id),
    answer: text('answer'),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    answeredBy: uuid('answered_by').references(() => people.id),
  },
  (table) => [index('notification_questions_notification').on(table.notificationId)],
)

export const notificationAddressees = pgTable(
  'notification_addressees',
  {
    notificationId: uuid('notification_id')
      .notNull()
      .references(() => notifications.id),
    delegation: text('delegation').$type<DelegationCode>().notNull(),
    channel: text('channel').notNull(),
    /** Null where the day is not established. */
    sentOn: date('sent_on'),
    reference: text('reference').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.notificationId, table.delegation] })],
)

/** Parallel drafts: which file one state linked with that of another, one legal text each. */
export const parallelDrafts = pgTable(
  'parallel_drafts',
  {
    measureId: uuid('measure_id').notNull(),
    otherId: uuid('other_id').notNull(),
    /** The number of the first version of the linking file that takes the link along. */
    fromVersion: integer('from_version').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.measureId, table.otherId] }),
    foreignKey({ columns: [table.measureId], foreignColumns: [measures.id] }),
    foreignKey({ columns: [table.otherId], foreignColumns: [measures.id] }),
    index('parallel_drafts_other').on(table.otherId),
  ],
)

/** Steps of the national procedure, with dates as the state defines them. */
export const nationalSteps = pgTable(
  'national_steps',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    title: text('title').notNull(),
    on: date('on'),
  },
  (table) => [index('national_steps_measure').on(table.measureId)],
)

export const attachments = pgTable(
  'attachments',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    name: text('name').notNull(),
    kind: text('kind').$type<AttachmentKind>().notNull(),
    language: text('language'),
    mediaType: text('media_type'),
    /** Bytes. */
    size: integer('size'),
    sha256: text('sha256'),
    bytes: bytes('bytes'),
    /** Name and bytes were withheld. */
    isWithheld: boolean('is_withheld').notNull().default(false),
    /** "Sent by another channel": which, for what may not be here. */
    otherChannel: text('other_channel'),
    /** Goes along with what is put before others, or stays inside the owner. */
    isShared: boolean('is_shared').notNull().default(false),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull(),
    addedBy: uuid('added_by').references(() => people.id),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (table) => [index('attachments_measure').on(table.measureId)],
)
