import { RateLimiterMemory } from 'rate-limiter-flexible'

/**
 * How often something that could be guessed may be tried in a minute. An address is allowed much:
 * a whole delegation may sit behind one, and sign in when its day begins.
 */
const limits = {
  'sign-in': { address: 300, account: 30 },
  invitation: { address: 120, account: 10 },
} as const

export type AttemptKind = keyof typeof limits

export interface Attempts {
  /**
   * Counts an attempt and says whether it may go on. `account`: what is tried, such as the person
   * or the invitation; the answer is the same whether there is one or not.
   */
  mayTry(kind: AttemptKind, address: string, account?: string): Promise<boolean>
}

/** In the memory of this node: a limit against guessing, not a quota. */
export function countAttempts(): Attempts {
  const counter = (most: number) => new RateLimiterMemory({ points: most, duration: 60 })
  const counters = {
    'sign-in': countersOf('sign-in'),
    invitation: countersOf('invitation'),
  }
  function countersOf(kind: AttemptKind) {
    return { address: counter(limits[kind].address), account: counter(limits[kind].account) }
  }

  return {
    async mayTry(kind, address, account) {
      // The address first, so that a flood of invented accounts from one place takes no memory.
      if (!(await isWithin(counters[kind].address, placeOf(address)))) return false
      return account === undefined || isWithin(counters[kind].account, account.slice(0, 200))
    },
  }
}

async function isWithin(counter: RateLimiterMemory, key: string): Promise<boolean> {
  const { consumedPoints } = await counter.penalty(key)
  return consumedPoints <= counter.points
}

/** One household has a whole /64 of IPv6. */
function placeOf(address: string): string {
  if (!address.includes(':')) return address
  if (address.startsWith('::ffff:')) return address.slice(7)
  const [head = '', tail = ''] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':')
}
