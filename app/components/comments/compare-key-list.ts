import type { KeyWords } from './single-keys.tsx'

/** The single keys of the redline, as its dialog and the help page list them. */
export const compareKeys: readonly KeyWords[] = [
  { keys: 'n', words: 'compare.keys-next' },
  { keys: 'p', words: 'compare.keys-previous' },
  { keys: '?', words: 'comments.keys-help' },
]
