import { createContext, useContext } from 'react'
import type { TextElement } from '#app/text/elements.ts'
import type { MarkIndex } from './marks.ts'

/** What the parts of a frozen text need of the whole. */
export interface TextView {
  /** Of the text (ISO 639-1). */
  readonly language: string
  readonly elements: ReadonlyMap<string, TextElement>
  readonly marks: MarkIndex
  /** Where the references to threads lead. */
  readonly threadHref: (threadId: string) => string
  /** How the parts are called, on the buttons that comment on them. */
  readonly nameOf: (element: TextElement) => string
  readonly onComment: ((element: TextElement) => void) | null
  /** Goes before element ids to make ids of the page. */
  readonly anchorPrefix: string
  readonly headingLevel: 2 | 3 | 4
  /** How many points are around those of a part that is shown alone. */
  readonly pointsAround: number
}

export const TextViewContext = createContext<TextView | null>(null)

export function useTextView(): TextView {
  const view = useContext(TextViewContext)
  if (!view) throw new Error('a part of a text outside of FrozenText')
  return view
}
