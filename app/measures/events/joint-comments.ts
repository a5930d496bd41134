import { z } from 'zod'
import { commentTypes } from '../comment.ts'
import { audience, delegation, id, memberState, sha256 } from './fields.ts'

const joint = { jointId: id, audience }

/**
 * How several states write one comment. Up to its release each of these reaches those alone who are
 * invited or take part: `audience` names them, and the owner of the file is not meant by it.
 */
export const jointCommentEvents = [
  z.object({
    type: z.literal('joint-comment-opened'),
    ...joint,
    versionId: id,
    documentId: id,
    anchor: z.record(z.string(), z.unknown()),
    provision: z.string(),
    provisionOrder: z.int(),
    commentType: z.enum(commentTypes),
    isQuestion: z.boolean(),
    invited: z.array(memberState).min(1),
  }),
  z.object({
    type: z.literal('joint-comment-invited'),
    ...joint,
    invited: z.array(memberState).min(1),
  }),
  z.object({ type: z.literal('joint-comment-joined'), ...joint }),
  /**
   * Binds one text, by its number in the log and its hash, and whom it is to reach. A later text is not
   * signed by it.
   */
  z.object({
    type: z.literal('joint-comment-signed'),
    ...joint,
    documentSeq: z.int().nonnegative(),
    sha256,
    /** Absent in what was signed before it was. */
    reach: audience.optional(),
  }),
  z.object({ type: z.literal('joint-comment-unsigned'), ...joint }),
  z.object({ type: z.literal('joint-comment-declined'), ...joint }),
  z.object({ type: z.literal('joint-comment-left'), ...joint }),
  /** The text becomes a comment of all who signed it, and reaches whom it was released to. */
  z.object({
    type: z.literal('joint-comment-released'),
    ...joint,
    versionId: id,
    commentId: id,
    threadId: id,
    signatories: z.array(delegation).min(2),
    documentSeq: z.int().nonnegative(),
    sha256,
    body: z.string(),
  }),
] as const
