import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import type { Typing } from './client.ts'
import type { Crowd } from './crowd.ts'
import type { Contender, Running } from './contenders.ts'

/**
 * How long after the last edit all edits are committed in the database, in milliseconds. Concert
 * acknowledges after the commit, so it is the last acknowledgement, as the client hears it (W5 holds it
 * to that); Hocuspocus says when its database hook has committed, and the row is read to see what it
 * holds. Both are looked up afterwards in the database.
 */
export async function untilDurable(
  contender: Contender,
  running: Running,
  crowd: Crowd,
  documentId: string,
): Promise<number> {
  const last = lastOf(await crowd.typings())
  if (contender.name === 'concert') {
    for (;;) {
      const typings = await crowd.typings()
      const times = typings.flatMap(({ typed }) =>
        typed.map(({ acknowledgedAt }) => acknowledgedAt),
      )
      const known = times.filter((time) => time !== null)
      if (known.length === times.length) {
        if (!holds(await running.stored(documentId), typings)) throw new Error('it was not stored')
        return latest(known) - last
      }
      await wait(50)
    }
  }
  const typings = await crowd.typings()
  for (let next = 0; ;) {
    const store = running.process.stores[next]
    if (!store) {
      await wait(1)
      continue
    }
    next += 1
    if (store.at >= last && holds(await running.stored(documentId), typings)) return store.at - last
  }
}

function lastOf(typings: readonly Typing[]): number {
  return latest(typings.flatMap(({ typed }) => typed.map(({ at }) => at)))
}

function latest(times: readonly number[]): number {
  return times.reduce((most, time) => Math.max(most, time), 0)
}

function holds(doc: Y.Doc | null, typings: readonly Typing[]): boolean {
  return (
    doc !== null &&
    typings.every(
      ({ clientId, typed }) => Y.getState(doc.store, clientId) >= (typed.at(-1)?.clock ?? 0),
    )
  )
}
