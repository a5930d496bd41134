import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import type { Displaced } from '#app/queries/lost-words.ts'

/** So long nothing of the structure has changed before it is asked what lost its place by that. */
const pauseMs = 2_000

const nothing: Displaced = { lost: [], doubled: [] }

/**
 * What lost its place in the text, asked for when the text is opened and after lines came or went: words
 * that are merely typed make no other lose its place. `ask` is null where it cannot be put right.
 */
export function useDisplaced(
  text: Y.XmlFragment,
  ask: (() => Promise<Displaced>) | null,
): Displaced {
  const [displaced, setDisplaced] = useState(nothing)
  useEffect(() => {
    if (!ask) return
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = () =>
      void ask().then(
        (answer) => {
          if (!isGone) setDisplaced(answer)
        },
        // Without an answer what was known stays on the screen.
        () => {},
      )
    const wait = () => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(look, pauseMs)
    }
    const hear = (events: Y.YEvent<Y.XmlFragment>[]) => {
      if (events.some(({ changes, target }) => isOfLines(target) && changes.delta.length > 0))
        wait()
    }
    wait()
    text.observeDeep(hear)
    return () => {
      isGone = true
      if (timer !== null) clearTimeout(timer)
      text.unobserveDeep(hear)
    }
  }, [text, ask])
  return displaced
}

function isOfLines(target: unknown): boolean {
  return target instanceof Y.XmlFragment
}
