import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Audience } from '#app/measures/audience.ts'
import type {
  CommentType,
  Intention,
  ReplyAnswer,
  ReplyOutcome,
  Stance,
} from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Proposal } from '#app/measures/proposal.ts'
import type { Json } from '#app/text/canonical.ts'
import { measures, versions } from './measures.ts'
import { offices, people } from './people.ts'

/** A place in a version at which something was said. The anchor never changes; placements follow it. */
export const threads = pgTable(
  'threads',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    anchor: jsonb('anchor').$type<Json>().notNull(),
    openedBy: text('opened_by').$type<DelegationCode>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('threads_measure').on(table.measureId),
    index('threads_version').on(table.versionId),
  ],
)

/** Where a thread stands in a later version, and how that was found. */
export const placements = pgTable(
  'placements',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    condition: text('condition')
      .$type<'exact' | 'moved' | 'text-changed' | 'text-removed' | 'unsure'>()
      .notNull(),
    elementId: text('element_id'),
    from: integer('from'),
    to: integer('to'),
    quote: text('quote').notNull().default(''),
    method: text('method').notNull(),
    score: real('score').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.versionId] }),
    index('placements_version').on(table.versionId),
  ],
)

/**
 * What a delegation says. In the inner lane it is the delegation's own and may be revised;
 * released it is frozen: a later one supersedes it, a recall leaves a trace.
 */
export const comments = pgTable(
  'comments',
  {
    id: uuid('id').primaryKey(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    delegation: text('delegation').$type<DelegationCode>().notNull(),
    /** Of a joint comment: all whose it is, in protocol order; the first of them is its delegation. */
    signatories: text('signatories').array().$type<DelegationCode[]>(),
    /** Where they wrote it. */
    jointId: uuid('joint_id'),
    writtenBy: uuid('written_by').references(() => people.id),
    /** The office of the person when they wrote it; told inside only. */
    officeId: uuid('office_id').references(() => offices.id),
    lane: text('lane').$type<'inner' | 'released'>().notNull(),
    audience: jsonb('audience').$type<Audience>(),
    type: text('type').$type<CommentType>().notNull(),
    isQuestion: boolean('is_question').notNull().default(false),
    body: text('body').notNull(),
    proposedWording: text('proposed_wording'),
    /** What it is to change where; null in comments from before there was such a record. */
    proposal: jsonb('proposal').$type<Proposal>(),
    /** Entry code and point as printed, and its place in the text, for the compiled table. */
    provision: text('provision').notNull(),
    provisionOrder: integer('provision_order').notNull(),
    /** Rises while it is rewritten inside: a release names the one that was read. */
    revision: integer('revision').notNull().default(1),
    supersedes: uuid('supersedes'),
    supersededBy: uuid('superseded_by'),
    /** The comment inside that took it up, with others. */
    mergedInto: uuid('merged_into'),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
    /** Whose it is, and of when, as the Word document states from which it was brought in. */
    statedAuthor: text('stated_author'),
    statedAt: timestamp('stated_at', { withTimezone: true }),
    /** A hash of what the document held of it, so that it does not come in twice. */
    statedSource: text('stated_source'),
    releasedAt: timestamp('released_at', { withTimezone: true }),
    releasedBy: uuid('released_by').references(() => people.id),
    /** The act that released it, and maybe others with it. */
    releaseId: uuid('release_id'),
    recalledAt: timestamp('recalled_at', { withTimezone: true }),
    recallReason: text('recall_reason'),
    discardedAt: timestamp('discarded_at', { withTimezone: true }),
  },
  (table) => [
    index('comments_version').on(table.versionId, table.provisionOrder),
    index('comments_measure').on(table.measureId, table.releasedAt),
    index('comments_thread').on(table.threadId),
    index('comments_unreleased')
      .on(table.delegation, table.measureId)
      .where(sql`${table.lane} = 'inner' AND ${table.discardedAt} IS NULL`),
    index('comments_merged')
      .on(table.measureId)
      .where(sql`${table.mergedInto} IS NOT NULL`),
    index('comments_release').on(table.releaseId),
    index('comments_questions')
      .on(table.measureId)
      .where(
        sql`${table.isQuestion} AND ${table.lane} = 'released' AND ${table.recalledAt} IS NULL AND ${table.supersededBy} IS NULL`,
      ),
  ],
)

/** What colleagues say to each other about a comment of their delegation. It is never released. */
export const insideReplies = pgTable(
  'inside_replies',
  {
    id: uuid('id').primaryKey(),
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id),
    body: text('body').notNull(),
    writtenBy: uuid('written_by').references(() => people.id),
    officeId: uuid('office_id').references(() => offices.id),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('inside_replies_comment').on(table.commentId)],
)

/** The owner's reply: what follows from a comment. A later reply supersedes an earlier one. */
export const replies = pgTable(
  'replies',
  {
    id: uuid('id').primaryKey(),
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id),
    outcome: text('outcome').$type<ReplyOutcome>().notNull(),
    reason: text('reason').notNull(),
    repliedAt: timestamp('replied_at', { withTimezone: true }).notNull(),
    repliedBy: uuid('replied_by').references(() => people.id),
    supersededBy: uuid('superseded_by'),
    /** Of whoever raised the comment: what they said last. */
    answer: text('answer').$type<ReplyAnswer>(),
    answerReason: text('answer_reason'),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    answeredBy: uuid('answered_by').references(() => people.id),
  },
  (table) => [index('replies_comment').on(table.commentId)],
)

/** Whose words came into the draft: kept in the file, never in the text. */
export const credits = pgTable(
  'credits',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id),
    delegation: text('delegation').$type<DelegationCode>().notNull(),
    documentSeq: integer('document_seq').notNull(),
    elementId: text('element_id').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    /** What was proposed, where something else was entered; null where it was entered as proposed. */
    proposed: text('proposed'),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [
    index('credits_measure').on(table.measureId),
    index('credits_comment').on(table.commentId),
  ],
)

/** Where a delegation stands on a version, as a whole or on one entry. Superseded, never edited. */
export const positions = pgTable(
  'positions',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    /** Null: the version as a whole. */
    entryCode: text('entry_code'),
    delegation: text('delegation').$type<DelegationCode>().notNull(),
    stance: text('stance').$type<Stance>().notNull(),
    intentions: text('intentions').array().$type<Intention[]>().notNull(),
    reasons: text('reasons').notNull().default(''),
    audience: jsonb('audience').$type<Audience>().notNull(),
    statedAt: timestamp('stated_at', { withTimezone: true }).notNull(),
    statedBy: uuid('stated_by').references(() => people.id),
    supersededBy: uuid('superseded_by'),
  },
  (table) => [
    index('positions_measure').on(table.measureId, table.delegation),
    index('positions_version').on(table.versionId),
  ],
)

/** What a person has looked at last, for "changes since I last looked". */
export const lastLooks = pgTable(
  'last_looks',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    eventId: integer('event_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [uniqueIndex('last_looks_person_measure').on(table.personId, table.measureId)],
)
