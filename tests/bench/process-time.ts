import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in these for everybody (USER_HZ). */
const ticksPerSecond = 100

interface Times {
  parent: number
  own: number
  /** Of children that have ended and were waited for. */
  ended: number
}

/**
 * Processor time in milliseconds that a process and all that it started have used, those that ended
 * too, as Linux tells it in /proc (in steps of 10 ms): PostgreSQL is a process for each connection.
 */
export function timeOfTree(pid: number): number {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const times = timesOf(Number(name))
        return times ? [[Number(name), times] as const] : []
      }),
  )
  let sum = 0
  for (const [each, { own, ended }] of all) if (isUnder(pid, each, all)) sum += own + ended
  return sum
}

function isUnder(root: number, pid: number, all: ReadonlyMap<number, Times>): boolean {
  if (pid === root) return true
  const parent = all.get(pid)?.parent
  return parent !== undefined && isUnder(root, parent, all)
}

function timesOf(pid: number): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in brackets and may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    const ms = 1000 / ticksPerSecond
    return { parent, own: (user + system) * ms, ended: (endedUser + endedSystem) * ms }
  } catch {
    // It ended between the look at the list and the look at it.
    return null
  }
}
