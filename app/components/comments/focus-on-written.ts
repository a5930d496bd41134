import { useEffect, useRef } from 'react'

/**
 * The composer goes once its comment is recorded, and the focus with it: the heading of the list has
 * it until the comment comes, and then the comment, unless its writer went elsewhere meanwhile.
 */
export function useFocusOnWritten(): (commentId: string) => void {
  const awaited = useRef<string | null>(null)
  useEffect(() => {
    const comment = awaited.current && document.getElementById(`comment-${awaited.current}`)
    if (!comment) return
    awaited.current = null
    if (isFree()) comment.focus()
  })
  return (commentId) => {
    if (isFree()) heading()?.focus({ preventScroll: true })
    awaited.current = commentId
  }
}

/** Nobody has taken the focus elsewhere. */
function isFree(): boolean {
  const { activeElement, body } = document
  return (
    activeElement === body ||
    activeElement === heading() ||
    activeElement?.closest('#composer') != null
  )
}

function heading(): HTMLElement | null {
  return document.getElementById('comments')
}
