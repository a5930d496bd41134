import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { ThreadView } from '#app/queries/discussion.server.ts'

/**
 * Opens what an address names (`#comment-…`, `#thread-…`): the thread is marked and its card gets
 * the focus; a filter that hides it is taken off. The id where there is no such comment to be seen here.
 */
export function useNamedComment(
  all: readonly ThreadView[],
  shown: readonly ThreadView[],
  activate: (threadId: string) => void,
): string | null {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [missing, setMissing] = useState<string | null>(null)
  const [, kind, id] = /^#(comment|thread)-([0-9a-f-]{36})$/.exec(hash) ?? []
  const thread = id && all.find((one) => one.id === id || one.comments.some((c) => c.id === id))
  const isHidden = Boolean(thread && !shown.includes(thread))

  useEffect(() => {
    setMissing(id && !thread ? id : null)
    if (!id || !thread) return
    if (isHidden) navigate(`${pathname}${hash}`, { replace: true, preventScrollReset: true })
    else {
      activate(thread.id)
      const card = document.getElementById(`${kind}-${id}`)
      const target = kind === 'thread' ? card?.querySelector<HTMLElement>('[data-comment]') : card
      target?.focus({ preventScroll: true })
      card?.scrollIntoView({ block: 'nearest' })
    }
    // Once for each address: what arrives later must not take the focus.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname, hash, isHidden])
  return missing
}
