import type { MessageKey } from '#app/messages/messages.ts'

/** The single keys of the comments room, as its dialog and the help page list them. */
export const roomKeys: readonly { keys: string; words: MessageKey }[] = [
  { keys: 'j', words: 'comments.keys-next' },
  { keys: 'k', words: 'comments.keys-previous' },
  { keys: 'c', words: 'comments.keys-compose' },
  { keys: 'a', words: 'comments.keys-answer' },
  { keys: 'r', words: 'comments.keys-release' },
  { keys: 'p', words: 'comments.keys-place' },
  { keys: '?', words: 'comments.keys-help' },
]
