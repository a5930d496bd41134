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
const always = -(2 ** 31)
const millisecondsOfADay = 86_400_000
const numberOf = (state: RegisterState) => registerStates.indexOf(state)
const [notAdopted, ended, unrecorded, inForce, toCome] = [
  numberOf('not-adopted'),
  numberOf('ended'),
  numberOf('unrecorded'),
  numberOf('in-force'),
  numberOf('to-come'),
]

/**
 * The whole public register as columns of numbers, some twenty bytes an entry, in which every day is
 * counted within a millisecond or two.
 */
export class CountedRegister {
  /** Issuer and category, with room for the state and the compilation: see `on`. */
  private readonly kind: Uint16Array
  private readonly adopted: Int32Array
  private readonly from: Int32Array
  private readonly until: Int32Array
  private readonly compiled: Uint32Array[]
  /** Nearly everybody asks for today. */
  private asked: { day: Day; counts: readonly FacetCount[] } | null = null

  /** `compilations`: the days on which they were published, the first one first. */
  constructor(
    entries: readonly CountedEntry[],
    private readonly compilations: readonly Day[],
  ) {
    this.kind = Uint16Array.from(
      entries,
      ({ issuer, category }) =>
        (memberStates.indexOf(issuer) << 8) | (categories.indexOf(category) << 4),
    )
    // What has no day of adoption is adopted; what has no other day never comes to it.
    this.adopted = Int32Array.from(
      entries,
      ({ adoptedNotBefore }) => dayNumber(adoptedNotBefore) ?? always,
    )
    this.from = Int32Array.from(entries, ({ from }) => dayNumber(from) ?? never)
    this.until = Int32Array.from(entries, ({ until }) => dayNumber(until) ?? never)
    const named = compilations.map((): number[] => [])
    for (const [row, { compiledIn }] of entries.entries())
      for (const place of compiledIn) named[place]?.push(row)
    this.compiled = named.map((rows) => Uint32Array.from(rows))
  }

  /** How many entries have each issuer, category, state and place in the compilation on a day. */
  on(day: Day): readonly FacetCount[] {
    if (this.asked?.day !== day) this.asked = { day, counts: this.countOn(day) }
    return this.asked.counts
  }

  private countOn(day: Day): FacetCount[] {
    const today = dayNumber(day) ?? never
    const counts = new Uint32Array(memberStates.length << 8)
    for (let row = 0; row < this.kind.length; row++) {
      const kind = (this.kind[row] ?? 0) | (this.stateOf(row, today) << 1)
      counts[kind] = (counts[kind] ?? 0) + 1
    }
    const last = this.compilations.findLastIndex((publishedOn) => publishedOn <= day)
    for (const row of this.compiled[last] ?? []) {
      const kind = (this.kind[row] ?? 0) | (this.stateOf(row, today) << 1)
      counts[kind] = (counts[kind] ?? 0) - 1
      counts[kind | 1] = (counts[kind | 1] ?? 0) + 1
    }
    const found: FacetCount[] = []
    for (let kind = 0; kind < counts.length; kind++) {
      const count = counts[kind] ?? 0
      const issuer = memberStates[kind >> 8]
      const category = categories[(kind >> 4) & 15]
      const state = registerStates[(kind >> 1) & 7]
      if (count > 0 && issuer && category && state)
        found.push({ issuer, category, state, isCompiled: (kind & 1) === 1, count })
    }
    return found
  }

  /** As `stateOn` says it of days, by its number. */
  private stateOf(row: number, today: number): number {
    if ((this.adopted[row] ?? always) > today) return notAdopted
    if ((this.until[row] ?? never) <= today) return ended
    const from = this.from[row] ?? never
    if (from === never) return unrecorded
    return from <= today ? inForce : toCome
  }
}

function dayNumber(day: Day | null): number | null {
  return day === null ? null : Date.parse(day) / millisecondsOfADay
}
