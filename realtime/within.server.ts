import { setTimeout as wait } from 'node:timers/promises'

/** What is waited for, or a failure when it takes longer than `ms`; the work itself goes on. */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const patience = new AbortController()
  const late = wait(ms, null, { signal: patience.signal }).then(
    () => Promise.reject(new Error(`no answer within ${ms} ms`)),
    () => new Promise<never>(() => {}),
  )
  try {
    return await Promise.race([work, late])
  } finally {
    patience.abort()
  }
}
