import { quoteOf } from '#app/measures/anchor.ts'
import { authorsOf } from '#app/measures/comment.ts'
import type { Measure, Version } from '#app/measures/measure.ts'
import type { PlannedPart } from '#app/measures/seal.ts'
import type { Discussion, SaidComment } from '#db/discussion.server.ts'
import type { StatedPosition } from '#db/positions.server.ts'

/** What was released and stands; what stays inside a house is in no sealed record. */
export function commentParts(measure: Measure, discussion: Discussion): PlannedPart[] {
  const standing = new Map(measure.versions.map((version) => [version.id, version]))
  return discussion.comments.flatMap((comment): PlannedPart[] => {
    const version = standing.get(comment.versionId)
    if (comment.lane === 'inner' || comment.isRecalled || !version || version.isRecalled) return []
    return partsOfComment(comment, version, discussion)
  })
}

function partsOfComment(
  comment: SaidComment,
  { number }: Version,
  { threads, replies }: Discussion,
): PlannedPart[] {
  const { id, versionId, delegation, signatories, audience, proposal } = comment
  if (!audience) throw new Error(`comment ${id} was released to nobody`)
  const saying = { commentId: id, versionId, delegation, signatories, audience }
  const thread = threads.find((own) => own.id === comment.threadId)
  const quote = {
    comment: id,
    provision: comment.provision,
    quote: thread ? quoteOf(thread.anchor) : '',
    proposal: proposal ?? null,
  }
  return [
    {
      name: 'comment',
      content: {
        id,
        of: [...authorsOf(comment)],
        version: number,
        type: comment.commentType,
        isQuestion: comment.isQuestion,
        body: comment.body,
        proposedWording: comment.proposedWording,
        releasedAt: comment.releasedAt?.toISOString() ?? null,
        supersededBy: comment.supersededBy,
      },
      sight: { of: 'comment', ...saying },
    },
    {
      name: 'quote',
      content: quote,
      sight: { of: 'quote', openedIn: thread?.versionId ?? versionId, ...saying },
    },
    ...replies
      .filter(({ commentId }) => commentId === id)
      .map(({ outcome, reason, repliedAt, isSuperseded, answered }): PlannedPart => {
        const given = {
          outcome,
          reason,
          at: repliedAt.toISOString(),
          isSuperseded,
          answered: answered && { ...answered, at: answered.at.toISOString() },
        }
        return {
          name: 'reply',
          content: { comment: id, ...given },
          sight: { of: 'comment', ...saying },
        }
      }),
  ]
}

/** Who stood where, also what was superseded since. */
export function positionParts(
  { versions }: Measure,
  positions: readonly StatedPosition[],
): PlannedPart[] {
  return positions.flatMap((position): PlannedPart[] => {
    const { versionId, delegation, audience, entryCode, stance, reasons } = position
    const version = versions.find(({ id }) => id === versionId)
    if (!version || version.isRecalled) return []
    return [
      {
        name: 'position',
        content: {
          delegation,
          version: version.number,
          entry: entryCode,
          stance,
          intentions: [...position.intentions],
          reasons,
          statedAt: position.statedAt.toISOString(),
          isSuperseded: position.isSuperseded,
        },
        sight: { of: 'position', versionId, delegation, audience },
      },
    ]
  })
}
