import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Audience } from '#app/measures/audience.ts'
import type { CommentType } from '#app/measures/comment.ts'
import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { JointMember } from '#app/measures/joint-comment.ts'
import type { Json } from '#app/text/canonical.ts'
import { comments } from './comments.ts'
import { measures, versions } from './measures.ts'

/** A comment that several states write together. Its place becomes a thread when it is released. */
export const jointComments = pgTable(
  'joint_comments',
  {
    id: uuid('id').primaryKey(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => versions.id),
    documentId: uuid('document_id').notNull(),
    anchor: jsonb('anchor').$type<Json>().notNull(),
    provision: text('provision').notNull(),
    provisionOrder: integer('provision_order').notNull(),
    type: text('type').$type<CommentType>().notNull(),
    isQuestion: boolean('is_question').notNull(),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull(),
    commentId: uuid('comment_id').references(() => comments.id),
  },
  (table) => [
    index('joint_comments_version').on(table.versionId),
    index('joint_comments_measure').on(table.measureId),
    index('joint_comments_document').on(table.documentId),
  ],
)

/** The states in it, also those who have left. A signature binds one text, and whom it is to reach. */
export const jointMembers = pgTable(
  'joint_members',
  {
    jointId: uuid('joint_id')
      .notNull()
      .references(() => jointComments.id),
    delegation: text('delegation').$type<MemberStateCode>().notNull(),
    state: text('state').$type<JointMember['state']>().notNull(),
    signedSeq: bigint('signed_seq', { mode: 'number' }),
    signedSha256: text('signed_sha256'),
    signedAudience: jsonb('signed_audience').$type<Audience>(),
  },
  (table) => [
    primaryKey({ columns: [table.jointId, table.delegation] }),
    index('joint_members_delegation').on(table.delegation),
  ],
)
