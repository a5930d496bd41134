import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'

/**
 * Which thread is open beside a text. It changes with every step through the threads, and of a long
 * text only the few words that it concerns are to be drawn again.
 */
class ActiveThread {
  private readonly listeners = new Set<() => void>()

  constructor(private threadId: string | null) {}

  readonly read = (): string | null => this.threadId

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  change(threadId: string | null): void {
    if (threadId === this.threadId) return
    this.threadId = threadId
    for (const listener of this.listeners) listener()
  }
}

export const ActiveThreadContext = createContext(new ActiveThread(null))

export function useActiveThread(threadId: string | null): ActiveThread {
  const [active] = useState(() => new ActiveThread(threadId))
  useEffect(() => active.change(threadId), [active, threadId])
  return active
}

/** Whether the open thread is one of these. */
export function useIsActive(threadIds: readonly string[]): boolean {
  const { read, subscribe } = useContext(ActiveThreadContext)
  const isActive = () => {
    const threadId = read()
    return threadId !== null && threadIds.includes(threadId)
  }
  return useSyncExternalStore(subscribe, isActive, isActive)
}
