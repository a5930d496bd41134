import { Plugin, TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { yUndoPluginKey } from 'y-prosemirror'
import type { Transaction, UndoManager } from 'yjs'
import { isFromDocument, isUndoOrRedo } from './origin.ts'
import { bindingOf, placeOf, positionAt, type Place } from './places.ts'

/**
 * Keeps one's own caret and choice where they are while others write, and puts them back with an undo to
 * where they were before. The undo plugin tells the binding of that too late: it shows the text first,
 * with the caret where the words were that are gone, which may be the end of a section or the next one.
 */
export function ownCaretPlugin(): Plugin {
  let kept: Place | null = null
  const places = new WeakMap<object, Place>()
  return new Plugin({
    props: {
      handleDOMEvents: {
        // A key that we carry out acts at the caret that the editor knows, which may be the one before.
        keydown: hearOfCaret,
      },
    },
    appendTransaction(transactions, _before, state) {
      const bound = bindingOf(state)
      const { selection } = state
      if (!bound || !transactions.some(isFromDocument)) return null
      const isUndo = transactions.some(isUndoOrRedo)
      const undone = isUndo ? undoOf(state) : null
      const place = isUndo ? undone?.undoing && places.get(undone.currStackItem ?? {}) : kept
      if (!place || !(isUndo || selection instanceof TextSelection)) return null
      const [anchor, head] = [positionAt(bound, place.anchor), positionAt(bound, place.head)]
      if (anchor === null || head === null) return null
      const within = (position: number) =>
        state.doc.resolve(Math.min(position, state.doc.content.size))
      const there = TextSelection.between(within(anchor), within(head))
      return there.eq(selection) ? null : state.tr.setSelection(there)
    },
    view: (view) => {
      const doc = bindingOf(view.state)?.doc
      const hearFirst = (change: Transaction) => {
        if (!change.local) hearOfCaret(view)
      }
      const keepWith = ({ stackItem }: { stackItem: object }) => {
        if (kept) places.set(stackItem, kept)
      }
      doc?.on('beforeTransaction', hearFirst)
      const undo = undoOf(view.state)
      undo?.on('stack-item-added', keepWith)
      return {
        update(view) {
          kept = placeOf(view.state)
        },
        destroy() {
          doc?.off('beforeTransaction', hearFirst)
          undo?.off('stack-item-added', keepWith)
        },
      }
    },
  })
}

function undoOf(state: EditorState): UndoManager | null {
  const undo: { undoManager: UndoManager } | undefined = yUndoPluginKey.getState(state)
  return undo?.undoManager ?? null
}

/**
 * The browser tells of a caret that was put somewhere a moment later. What is drawn before that puts it
 * back to where the editor knows it to be, so that words go there: the editor hears of it now.
 */
export function hearOfCaret(view: EditorView) {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}
