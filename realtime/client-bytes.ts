import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'

export { fromBase64, toBase64 }

export function encodePosition(position: Y.RelativePosition | null): string | null {
  return position && toBase64(Y.encodeRelativePosition(position))
}

/** Null for what cannot be read: another's caret is not worth an error. */
export function decodePosition(position: string | null): Y.RelativePosition | null {
  try {
    return position === null ? null : Y.decodeRelativePosition(fromBase64(position))
  } catch {
    return null
  }
}
