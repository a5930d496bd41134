import type { Thread } from '#db/comments.server.ts'
import type {
  Credit,
  Discussion,
  GivenReply,
  PlaceChoice,
  PlacedThread,
  SaidComment,
  SaidInside,
} from '#db/discussion.server.ts'

/** All there is about one thread, whoever may see it. */
export interface ThreadMatter {
  thread: Thread
  placement: PlacedThread | null
  /** The same by the id of each version. */
  placedIn: ReadonlyMap<string, PlacedThread>
  /** Who said where it belongs in any version, in the order in which it was said. */
  choices: PlaceChoice[]
  comments: CommentMatter[]
}

export interface CommentMatter {
  comment: SaidComment
  replies: GivenReply[]
  inside: SaidInside[]
  /** The comments that were merged into it. */
  madeOf: string[]
  credit: Credit | null
}

/** A discussion thread by thread, in no order of its own. */
export function matterOf(discussion: Discussion): ThreadMatter[] {
  const { threads, comments, replies, inside, credits, placements, choices, merged } = discussion
  const placed = new Map(placements.map((placement) => [placement.threadId, placement]))
  const history = groupedBy(discussion.placedIn, ({ threadId }) => threadId)
  const credited = new Map(credits.map((credit) => [credit.commentId, credit]))
  const answered = groupedBy(replies, ({ commentId }) => commentId)
  const discussed = groupedBy(inside, ({ commentId }) => commentId)
  const sources = groupedBy(merged, ({ mergedInto }) => mergedInto ?? '')
  const said = groupedBy(comments, ({ threadId }) => threadId)
  return threads.map((thread) => ({
    thread,
    placement: placed.get(thread.id) ?? null,
    placedIn: new Map((history.get(thread.id) ?? []).map((one) => [one.versionId, one])),
    choices: choices.filter(({ threadId }) => threadId === thread.id),
    comments: (said.get(thread.id) ?? []).map((comment) => ({
      comment,
      replies: answered.get(comment.id) ?? [],
      inside: discussed.get(comment.id) ?? [],
      madeOf: (sources.get(comment.id) ?? []).map(({ id }) => id),
      credit: credited.get(comment.id) ?? null,
    })),
  }))
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string) {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
