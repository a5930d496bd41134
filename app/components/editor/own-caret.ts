import { Plugin, TextSelection } from 'prosemirror-state'
import { isFromDocument, isUndoOrRedo } from './origin.ts'
import { bindingOf, placeOf, positionAt, type Place } from './places.ts'

/** Keeps one's own caret and choice where they are while others write. */
export function ownCaretPlugin(): Plugin {
  let kept: Place | null = null
  return new Plugin({
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
    view: () => ({
      update(view) {
        kept = placeOf(view.state)
      },
    }),
  })
}
