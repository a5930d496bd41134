import { delegationCodes } from '#app/measures/delegation-codes.ts'
import type { CommentView } from './comment-view.server.ts'
import type { ThreadView } from './discussion.server.ts'

/** One comment at its place: a line of the compiled table. */
export interface CompiledLine {
  thread: Omit<ThreadView, 'comments'>
  comment: CommentView
}

/** Threads at one place stand together; in a place, protocol order decides, and then time. */
export function compiledLines(threads: readonly ThreadView[]): CompiledLine[] {
  const places = new Map<string, CompiledLine[]>()
  for (const { comments, ...thread } of threads) {
    const place = placeKey(thread)
    const lines = places.get(place) ?? []
    lines.push(...comments.map((comment) => ({ thread, comment })))
    places.set(place, lines)
  }
  const order = ({ comment }: CompiledLine) => delegationCodes.indexOf(comment.delegation)
  return [...places.values()].flatMap((lines) =>
    lines.toSorted((a, b) => order(a) - order(b) || (a.comment.at < b.comment.at ? -1 : 1)),
  )
}

/** What the table calls one provision: the entry or point, else the section, with its notes apart. */
function placeKey({ isWhole, name, wasAt }: CompiledLine['thread']): string {
  if (isWhole) return 'whole'
  if (!name) return `was ${wasAt ?? ''}`
  const { provision, section, note } = name
  return `at ${provision ?? section} ${note ? `${note.kind} ${note.ordinal}` : ''}`
}
