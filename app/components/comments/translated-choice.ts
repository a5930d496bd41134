import { useEffect, useRef } from 'react'
import type { TextElement } from '#app/text/elements.ts'
import { textAround } from '../text/selection.ts'

/**
 * Words that a reader chooses in a translation stand for the whole element of the original that they
 * align to: what is commented on is the authentic text.
 */
export function useChosenInTranslation(
  original: ReadonlyMap<string, TextElement>,
  onChoice: (element: TextElement | null) => void,
) {
  const tell = useRef(onChoice)
  useEffect(() => {
    tell.current = onChoice
  })
  useEffect(() => {
    const listen = () => {
      const selection = document.getSelection()
      if (!selection?.rangeCount) return
      const range = selection.getRangeAt(0)
      const holder = textAround(range)
      // A caret outside says nothing, as in the text itself.
      if (!holder && range.collapsed) return
      const isIn = holder?.closest('[data-translation]') && !range.collapsed
      tell.current(isIn ? alignedTo(range, original) : null)
    }
    document.addEventListener('selectionchange', listen)
    return () => document.removeEventListener('selectionchange', listen)
  }, [original])
}

function alignedTo(
  { commonAncestorContainer: node }: Range,
  original: ReadonlyMap<string, TextElement>,
): TextElement | null {
  let box = (node instanceof Element ? node : node.parentElement)?.closest('[data-element]')
  while (box) {
    const element = original.get(box.getAttribute('data-element') ?? '')
    if (element) return element
    box = box.parentElement?.closest('[data-element]')
  }
  return null
}
