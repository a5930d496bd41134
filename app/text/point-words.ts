import type { ContentNode } from './content.ts'
import { elementsOf } from './elements.ts'
import { entriesOf, type Point } from './entries.ts'
import { entryDocument } from './entry-document.ts'
import { readableLines } from './parameters-content.ts'

/** The points of an entry from the code down, in order: `f`, `f.5`, `f.5.a`. */
export function pointsOf(entry: ContentNode): string[] {
  const [read] = entriesOf(entryDocument(entry))
  if (!read) return []
  const below = (points: readonly Point[]): string[] =>
    points.flatMap(({ path, points: inside }) => [path, ...below(inside)])
  return below(read.points).map((path) => path.slice(read.path.length + 1))
}

/**
 * The words of a point with what stands in it, raised digits as such, a line for each paragraph; of the
 * whole entry where it is null. Notes are left out. Null where there is no such point.
 */
export function wordsOfPoint(entry: ContentNode, point: string | null): string | null {
  const content = entryDocument(entry)
  const [read] = entriesOf(content)
  if (!read || (point !== null && !pointsOf(entry).includes(point))) return null
  const path = point === null ? read.path : `${read.path}.${point}`
  const lines = readableLines(content)
  return elementsOf(content)
    .filter(({ kind, note, provision }) => {
      const isLine = kind === 'paragraph' || kind === 'heading'
      return isLine && note === null && isIn(provision, path)
    })
    .map(({ id }) => lines.get(id)?.text ?? '')
    .filter((line) => line.trim() !== '')
    .join('\n')
}

function isIn(provision: string | null, path: string): boolean {
  return provision === path || Boolean(provision?.startsWith(`${path}.`))
}
