import type { Content } from '#app/text/content.ts'
import { appendContent, newLiveText } from '#app/text/live-text.ts'
import type { LiveDocument } from '#realtime/client-types.ts'

/** A small text that is written in one form and goes nowhere until that is sent. */
export function localText(content: Content): LiveDocument {
  const { doc, text } = newLiveText()
  doc.transact(() => appendContent(text, content))
  return {
    doc,
    text,
    canWrite: true,
    isUnsaved: false,
    saveState: { kind: 'saved' },
    presence: [],
    setPosition: () => {},
    dismissWords: () => {},
    retry: () => {},
    subscribe: () => () => {},
    destroy: () => doc.destroy(),
  }
}
