import type { MessageKey } from '#app/messages/messages.ts'

/** The keys of the drafting room (`keys.ts`), as the help page lists them. */
export const editorKeys: readonly { keys: string; words: MessageKey }[] = [
  { keys: 'Enter', words: 'editor.keys.next' },
  { keys: 'Tab', words: 'editor.keys.nest' },
  { keys: 'Shift+Tab', words: 'editor.keys.lift' },
  { keys: 'Alt+↑, Alt+↓', words: 'editor.keys.move' },
  { keys: 'Shift+Enter', words: 'editor.keys.paragraph' },
  { keys: 'Ctrl+Enter', words: 'editor.keys.after-entry' },
  { keys: 'Ctrl+Alt+P', words: 'editor.keys.point' },
  { keys: 'Ctrl+Alt+K', words: 'editor.keys.parameter' },
  { keys: 'Ctrl+K', words: 'editor.keys.link' },
  { keys: 'Ctrl+Z', words: 'editor.keys.undo' },
  { keys: 'Ctrl+Y', words: 'editor.keys.redo' },
  { keys: 'Alt+F9', words: 'editor.keys.code' },
  { keys: 'Alt+F10', words: 'editor.keys.toolbar' },
  { keys: 'Escape', words: 'editor.keys.leave' },
]
