import type { EditorState, Transaction } from 'prosemirror-state'
import { ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror'

/**
 * Whether a transaction only shows what the shared document already holds: others' edits, and one's
 * own undo and redo. It is never refused and never answered with an edit.
 */
export function isFromDocument(tr: Transaction): boolean {
  return isSaid(tr, 'isChangeOrigin')
}

/** One's own undo or redo: the caret goes to where it was done. */
export function isUndoOrRedo(tr: Transaction): boolean {
  return isSaid(tr, 'isUndoRedoOperation')
}

function isSaid(tr: Transaction, what: 'isChangeOrigin' | 'isUndoRedoOperation'): boolean {
  const change: unknown = tr.getMeta(ySyncPluginKey)
  return typeof change === 'object' && change !== null && Object(change)[what] === true
}

/** What was done before is undone by itself: for acts that take much away at once. */
export function startUndoStep(state: EditorState) {
  const undo: { undoManager: { stopCapturing(): void } } | undefined =
    yUndoPluginKey.getState(state)
  undo?.undoManager.stopCapturing()
}
