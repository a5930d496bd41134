import { type ContentNode, idOf, logicOf } from './content.ts'
import { elementsOf, type TextElement } from './elements.ts'
import { entryDocument } from './entry-document.ts'
import { type PlaceName, placeNameOf } from './place-name.ts'
import { withRaisedFigures } from './raised.ts'

/** Where in the entry: of the original, or of the translation where the original has no such place. */
export type ConcordancePlace = PlaceName & {
  readonly id: string
  /** Its destinations, which stand in no line. */
  readonly isDestinations: boolean
}

/** The entry itself, its heading, a point or a note, with the lines that stand in nothing smaller. */
export interface Part {
  /** The same in all languages: points by their labels, notes by their kind and order. */
  readonly key: string
  readonly parentKey: string
  readonly place: ConcordancePlace
  readonly lines: readonly string[]
  readonly logic: string | null
}

export function partsOf(entry: ContentNode): Part[] {
  const elements = elementsOf(entryDocument(withRaisedFigures(entry)))
  const path = elements.find(({ kind }) => kind === 'entry')?.provision ?? ''
  const keys = new Map<string, string>()
  const taken = new Map<string, number>()
  const nodes = nodesById(entry)
  const lines = new Map<string | null, string[]>()
  for (const { kind, parentId, text } of elements)
    if (kind === 'paragraph') lines.set(parentId, [...(lines.get(parentId) ?? []), text])
  return elements.flatMap((element): Part[] => {
    const { id, kind, parentId } = element
    if (kind === 'section' || kind === 'paragraph') return []
    const parentKey = keys.get(parentId ?? '') ?? ''
    const plain = keyOf(element, path)
    const count = (taken.get(plain) ?? 0) + 1
    taken.set(plain, count)
    const key = count > 1 ? `${plain} (${count})` : plain
    keys.set(id, key)
    const own = kind === 'heading' ? [element.text] : (lines.get(id) ?? [])
    const node = nodes.get(id)
    return [
      {
        key,
        parentKey,
        place: placeOf(element),
        lines: own.filter(saysSomething),
        logic: node ? logicOf(node) : null,
      },
    ]
  })
}

/** Spaces and signs that nobody sees are no words. */
function saysSomething(line: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(line)
}

function keyOf({ kind, provision, note }: TextElement, path: string): string {
  const own = (provision ?? '').slice(path.length + 1)
  return [kind === 'heading' ? 'heading' : '', own, note?.kind, note?.ordinal, note?.path].join('|')
}

function placeOf(element: TextElement): ConcordancePlace {
  return { ...placeNameOf(element, 200), id: element.id, isDestinations: false }
}

function nodesById(entry: ContentNode): Map<string, ContentNode> {
  const nodes = new Map<string, ContentNode>()
  const visit = (node: ContentNode) => {
    nodes.set(idOf(node), node)
    for (const child of node.content ?? []) visit(child)
  }
  visit(entry)
  return nodes
}

export function textOf({ place, lines }: Part): string {
  return lines.join(' ') || place.text
}
