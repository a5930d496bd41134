import type { KeyWords } from './single-keys.tsx'

/** The keys of the compiled table, as its dialog lists them. */
export const tableKeys: readonly KeyWords[] = [
  { keys: 'j', words: 'table.keys-next' },
  { keys: 'k', words: 'table.keys-previous' },
  { keys: 'a', words: 'table.keys-answer' },
  { keys: 'Ctrl + Enter', words: 'table.keys-send' },
  { keys: '?', words: 'comments.keys-help' },
]
