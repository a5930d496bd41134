import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  updateYFragment,
  ySyncPluginKey,
} from 'y-prosemirror'
import * as Y from 'yjs'

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2]

/** A shared text and what the editor maps its nodes by. */
export interface Bound {
  readonly doc: Y.Doc
  readonly type: Y.XmlFragment
  readonly mapping: Mapping
  /** Runs what changes the text without the editor's being told. */
  silently(run: () => void): void
  /** Makes the text say what a document of the editor says. */
  write(doc: Node): void
}

type Written = Parameters<typeof updateYFragment>[3]

interface Binding extends Written {
  mapping: Mapping
  mux(run: () => void, runWithin: () => void): void
}

/** What the sync plugin keeps; null until its view is there. */
export function bindingOf(state: EditorState): Bound | null {
  const sync: { type: Y.XmlFragment; binding?: Binding } | undefined =
    ySyncPluginKey.getState(state)
  const binding = sync?.binding
  const shared = sync?.type.doc
  if (!shared || !binding || binding.mapping.size === 0) return null
  return {
    doc: shared,
    type: sync.type,
    mapping: binding.mapping,
    silently: (run) => binding.mux(run, run),
    write: (doc) => updateYFragment(shared, sync.type, doc, binding),
  }
}

/** Where a selection stands in the shared text, whatever is written around it. */
export interface Place {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/**
 * A caret stays behind the character that it follows. Before the next one, as the binding keeps it,
 * it would be carried behind what somebody else writes at the same place, and the words of two who
 * write there would stand between each other. What is chosen does not grow at either end.
 */
export function placeOf(state: EditorState): Place | null {
  const bound = bindingOf(state)
  if (!bound) return null
  const { anchor, head, from, empty } = state.selection
  const at = (position: number) => {
    const next = absolutePositionToRelativePosition(position, bound.type, bound.mapping)
    return empty || position > from ? behind(next, bound.doc) : next
  }
  return { anchor: at(anchor), head: at(head) }
}

function behind(next: Y.RelativePosition, doc: Y.Doc): Y.RelativePosition {
  const found = Y.createAbsolutePositionFromRelativePosition(next, doc)
  return found?.type instanceof Y.XmlText
    ? Y.createRelativePositionFromTypeIndex(found.type, found.index, -1)
    : next
}

export function isSamePlace(a: Place | null, b: Place | null): boolean {
  if (a === null || b === null) return a === b
  return (
    Y.compareRelativePositions(a.anchor, b.anchor) && Y.compareRelativePositions(a.head, b.head)
  )
}

/** Where that is in the editor now; null where it is gone. */
export function positionAt({ doc, type, mapping }: Bound, at: Y.RelativePosition): number | null {
  return relativePositionToAbsolutePosition(doc, type, at, mapping)
}
