import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Transaction } from 'yjs'
import { isFromDocument, isUndoOrRedo } from './origin.ts'
import { bindingOf, placeOf, positionAt, type Place } from './places.ts'

/** Keeps one's own caret and choice where they are while others write. */
export function ownCaretPlugin(): Plugin {
  let kept: Place | null = null
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
      if (!kept || !bound || !(selection instanceof TextSelection)) return null
      if (!transactions.some((tr) => isFromDocument(tr) && !isUndoOrRedo(tr))) return null
      const [anchor, head] = [positionAt(bound, kept.anchor), positionAt(bound, kept.head)]
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
      doc?.on('beforeTransaction', hearFirst)
      return {
        update(view) {
          kept = placeOf(view.state)
        },
        destroy() {
          doc?.off('beforeTransaction', hearFirst)
        },
      }
    },
  })
}

/**
 * The browser tells of a caret that was put somewhere a moment later. What is drawn before that puts it
 * back to where the editor knows it to be, so that words go there: the editor hears of it now.
 */
export function hearOfCaret(view: EditorView) {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
}
