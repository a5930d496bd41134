import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Gives a caret to who comes into the text by Tab. The text begins with a heading that cannot be
 * edited; Chromium then places no caret, and what is typed would go nowhere.
 */
export function firstCaretPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus(view) {
          // A click has placed its own by then.
          requestAnimationFrame(() => placeCaret(view))
        },
        keydown: placeCaret,
      },
    },
  })
}

function placeCaret(view: EditorView) {
  if (view.isDestroyed || view.dom.ownerDocument.activeElement !== view.dom) return
  const chosen = view.dom.ownerDocument.getSelection()?.anchorNode
  if (!chosen || !view.dom.contains(chosen)) view.focus()
}
