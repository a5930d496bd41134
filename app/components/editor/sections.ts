import type { Node } from 'prosemirror-model'
import {
  AllSelection,
  Plugin,
  TextSelection,
  type Command,
  type EditorState,
  type Selection,
  type Transaction,
} from 'prosemirror-state'
import { startUndoStep } from './origin.ts'
import { fillEmpty } from './tidy.ts'

/**
 * The sections of a draft stay: an edit over several of them empties each of what is chosen in it.
 * ProseMirror by itself would join the first with the last.
 */

/** Whether both documents have the same sections in the same order. */
export function hasSameSections(before: Node, after: Node): boolean {
  return (
    before.childCount === after.childCount && keys(before).every((key, i) => key === keys(after)[i])
  )
}

function keys(doc: Node): unknown[] {
  return doc.children.map((section) => section.attrs.key)
}

export function sectionsPlugin(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        if (!crossesSections(view.state.selection)) return false
        const tr = emptyChosen(view.state)
        view.dispatch(tr.insertText(text).scrollIntoView())
        return true
      },
    },
  })
}

/** Backspace, Delete and the like over several sections. */
export const deleteAcrossSections: Command = (state, dispatch) => {
  if (!crossesSections(state.selection)) return false
  dispatch?.(emptyChosen(state).scrollIntoView())
  return true
}

/** Chooses all of the section first, and all of the text when that is chosen already. */
export const selectSection: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  if ($from.depth === 0 || crossesSections(state.selection)) return false
  const whole = TextSelection.between(
    state.doc.resolve($from.start(1)),
    state.doc.resolve($from.end(1)),
  )
  const selection =
    whole.from >= $from.pos && whole.to <= $to.pos ? new AllSelection(state.doc) : whole
  dispatch?.(state.tr.setSelection(selection))
  return true
}

export function crossesSections({ $from, $to }: Selection): boolean {
  return $from.depth === 0 || $to.depth === 0 || $from.index(0) !== $to.index(0)
}

/** Deletes what is chosen in each section by itself; the caret stays where the choice began. */
export function emptyChosen(state: EditorState): Transaction {
  const { tr, doc, selection } = state
  startUndoStep(state)
  const parts: { from: number; to: number }[] = []
  doc.forEach((section, offset) => {
    const from = Math.max(selection.from, offset + 1)
    const to = Math.min(selection.to, offset + 1 + section.content.size)
    if (from < to) parts.push({ from, to })
  })
  for (const { from, to } of parts.toReversed()) tr.deleteRange(from, to)
  fillEmpty(tr)
  const start = Math.min(tr.mapping.map(selection.from, -1), tr.doc.content.size)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(start)))
}
