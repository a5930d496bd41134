import type { Before, Spot } from './before.ts'
import type { Line } from './line.ts'

/** From one place in the lines before the changes to another. */
export interface Range {
  readonly from: Spot
  readonly to: Spot
}

/** Where a bookmark of ours begins. */
export interface Bookmark {
  readonly name: string
  readonly spot: Spot
}

/** Where comments and our own bookmarks stand in the lines before the changes. */
export function commentPlaces(read: readonly Line[], { spots }: Before) {
  const starts = new Map<string, Spot>()
  const comments = new Map<string, Range>()
  const points = new Map<string, Range>()
  const bookmarks: Bookmark[] = []
  for (const [place, { pieces }] of read.entries()) {
    for (const [index, piece] of pieces.entries()) {
      const spot = spots[place]?.[index]
      if (!spot || piece.kind === 'words') continue
      if (piece.kind === 'bookmark') bookmarks.push({ name: piece.name, spot })
      else if (piece.edge === 'start') starts.set(piece.id, spot)
      else if (piece.edge === 'end')
        comments.set(piece.id, { from: starts.get(piece.id) ?? spot, to: spot })
      else points.set(piece.id, { from: starts.get(piece.id) ?? spot, to: spot })
    }
  }
  // A comment on a mere caret has no range, only the sign that hangs there.
  for (const [id, range] of points) if (!comments.has(id)) comments.set(id, range)
  return { comments, bookmarks }
}
