import { type MemberStateCode, memberStates } from './delegation-codes.ts'
import type { Day } from './measure.ts'
import type { FacetCount } from './register-facets.ts'
import { registerCategories, type RegisterState, registerStates } from './register.ts'

/** An entry of the public register, as far as it is counted. */
export interface CountedEntry {
  issuer: MemberStateCode
  /** A digit, or `-` where the code names none. */
  category: string
  /** As in `EditionDays`. */
  adoptedNotBefore: Day | null
  /** The first day on which it applies, and the first on which it no longer does; null: none is recorded. */
  from: Day | null
  until: Day | null
  /** The compilations that name it, by their place in `CountedRegister.compilations`. */
  compiledIn: readonly number[]
}

const categories: readonly string[] = registerCategories
const never = 2 ** 31 - 1
const millisecondsOfADay = 86_400_000

/**
 * The whole public register as columns of numbers, some twenty bytes an entry, in which every day is
 * counted within milliseconds.
 */
export class CountedRegister {
  private readonly issuer: Uint8Array
  private readonly category: Uint8Array
  private readonly adopted: Int32Array
  private readonly from: Int32Array
  private readonly until: Int32Array
  private readonly compiled: Uint32Array[]

  /** `compilations`: the days on which they were published, the first one first. */
  constructor(
    entries: readonly CountedEntry[],
    private readonly compilations: readonly Day[],
  ) {
    this.issuer = Uint8Array.from(entries, ({ issuer }) => memberStates.indexOf(issuer))
    this.category = Uint8Array.from(entries, ({ category }) => categories.indexOf(category))
    this.adopted = Int32Array.from(entries, ({ adoptedNotBefore }) => dayNumber(adoptedNotBefore))
    this.from = Int32Array.from(entries, ({ from }) => dayNumber(from))
    this.until = Int32Array.from(entries, ({ until }) => dayNumber(until))
    const named = compilations.map((): number[] => [])
    for (const [row, { compiledIn }] of entries.entries())
      for (const place of compiledIn) named[place]?.push(row)
    this.compiled = named.map((rows) => Uint32Array.from(rows))
  }

  /** How many entries have each issuer, category, state and place in the compilation on a day. */
  on(day: Day): FacetCount[] {
    const today = dayNumber(day)
    const isCompiled = new Uint8Array(this.issuer.length)
    const last = this.compilations.findLastIndex((publishedOn) => publishedOn <= day)
    for (const row of this.compiled[last] ?? []) isCompiled[row] = 1
    const counts = new Map<number, number>()
    for (const [row, issuer] of this.issuer.entries()) {
      const state = registerStates.indexOf(this.stateOf(row, today))
      const category = this.category[row] ?? 0
      const kind = ((issuer * 16 + category) * 8 + state) * 2 + (isCompiled[row] ?? 0)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return [...counts].flatMap(([kind, count]): FacetCount[] => {
      const issuer = memberStates[kind >> 8]
      const category = categories[(kind >> 4) & 15]
      const state = registerStates[(kind >> 1) & 7]
      return issuer && category && state
        ? [{ issuer, category, state, isCompiled: (kind & 1) === 1, count }]
        : []
    })
  }

  /** As `stateOn` says it of days. */
  private stateOf(row: number, today: number): RegisterState {
    const from = this.from[row] ?? never
    const adopted = this.adopted[row] ?? never
    if (adopted !== never && adopted > today) return 'not-adopted'
    if ((this.until[row] ?? never) <= today) return 'ended'
    if (from === never) return 'unrecorded'
    return from <= today ? 'in-force' : 'to-come'
  }
}

function dayNumber(day: Day | null): number {
  return day === null ? never : Date.parse(day) / millisecondsOfADay
}
