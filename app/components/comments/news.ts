import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'

type Known = Pick<CommentsRoom, 'threads' | 'standings' | 'delegation' | 'owner' | 'versions'>

/** Something that appeared on the page without its reader having done it. */
export type News =
  | { kind: 'comment' | 'recalled' | 'position' | 'reply' | 'answer'; delegation: DelegationCode }
  | { kind: 'inner' | 'version' }

/** What is new between two readings of a room, apart from what its reader did. */
export function newsBetween(before: Known, now: Known): News[] {
  const old = new Map(commentsOf(before).map((comment) => [comment.id, comment]))
  const news: News[] = []
  for (const comment of commentsOf(now)) {
    const known = old.get(comment.id)
    const { delegation } = comment
    const isOurs = delegation === now.delegation
    if (!known && comment.isInner && !comment.isMine) news.push({ kind: 'inner' })
    if (!comment.isInner && (!known || known.isInner) && !isOurs)
      news.push({ kind: 'comment', delegation })
    if (known && !known.recalled && comment.recalled && !isOurs)
      news.push({ kind: 'recalled', delegation })
    if (comment.reply && comment.reply.id !== known?.reply?.id && known)
      if (now.owner !== now.delegation) news.push({ kind: 'reply', delegation: now.owner })
  }
  news.push(...answersIn(old, now))
  const stood = new Map(before.standings.map(({ delegation, ...said }) => [delegation, said]))
  for (const { delegation, ...said } of now.standings) {
    const isNew = JSON.stringify(stood.get(delegation)) !== JSON.stringify(said)
    if (isNew && delegation !== now.delegation && stood.has(delegation))
      news.push({ kind: 'position', delegation })
  }
  if (now.versions.length > before.versions.length) news.push({ kind: 'version' })
  return news
}

/** Told to the owner, to whose reply it is. */
function answersIn(old: ReadonlyMap<string, CommentView>, now: Known): News[] {
  if (now.owner !== now.delegation) return []
  return commentsOf(now).flatMap(({ id, delegation, reply }): News[] => {
    const at = reply?.answered?.at
    return at && at !== old.get(id)?.reply?.answered?.at ? [{ kind: 'answer', delegation }] : []
  })
}

function commentsOf({ threads }: Known) {
  return threads.flatMap(({ comments }) => comments)
}
