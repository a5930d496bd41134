import type { Condition } from '#app/measures/placement.ts'
import { judge, type Claim } from './judge.ts'
import { onWholeLine, runScript, type Script } from './script.ts'
import { wayNames, ways, type Way } from './ways.ts'

const counted = {
  exact: 'exact',
  moved: 'moved',
  'text-changed': 'changed',
  'text-removed': 'removed',
  unsure: 'unsure',
} as const satisfies Record<Condition, string>

/** How often each of them was claimed, and how often that was false. */
export type Tally = Record<'scripts' | 'wrong' | 'dropped' | (typeof counted)[Condition], number>

export interface Failure {
  readonly seed: number
  readonly verdict: 'wrong' | 'dropped'
  readonly claim: string
  readonly edits: string
}

export interface Results {
  readonly tallies: Partial<Record<Way, Tally>>
  /** Of our own way, with words and with whole lines. */
  readonly failures: readonly Failure[]
}

/** Runs the scripts of some seeds, and asks each way where the words are. */
export function tallyUp(
  from: number,
  scripts: number,
  asked: readonly Way[],
  { hasTables = false } = {},
): Results {
  const tallies: Partial<Record<Way, Tally>> = {}
  const failures: Failure[] = []
  for (let seed = from; seed < from + scripts; seed++) {
    const ofWords = runScript(seed, { hasTables })
    for (const way of asked) {
      const script = isOfWholeLine(way) ? onWholeLine(ofWords) : ofWords
      const claim = ways[way](script)
      const verdict = judge(script, claim)
      const tally = (tallies[way] ??= emptyTally())
      tally.scripts++
      tally[counted[claim.condition]]++
      if (verdict === 'right') continue
      tally[verdict]++
      if (way === 'ours' || isOfWholeLine(way))
        failures.push({ seed, verdict, ...told(script, claim) })
    }
  }
  return { tallies, failures }
}

const isOfWholeLine = (way: Way) => way === 'ours, of whole lines'

function told({ before, after, span, edits }: Script, { condition, span: place }: Claim) {
  const quote = before.plain.slice(span.from, span.to)
  const now = place && after.plain.slice(place.from, place.to)
  return {
    claim: `${JSON.stringify(quote)} ${condition} ${JSON.stringify(now)}`,
    edits: edits.join(' '),
  }
}

export function sumOf(all: readonly Results[]): Results {
  const tallies: Partial<Record<Way, Tally>> = {}
  for (const part of all) {
    for (const way of wayNames) {
      const tally = part.tallies[way]
      if (tally) tallies[way] = added(tallies[way] ?? emptyTally(), tally)
    }
  }
  return { tallies, failures: all.flatMap(({ failures }) => failures) }
}

function added(a: Tally, b: Tally): Tally {
  return {
    scripts: a.scripts + b.scripts,
    wrong: a.wrong + b.wrong,
    dropped: a.dropped + b.dropped,
    exact: a.exact + b.exact,
    moved: a.moved + b.moved,
    changed: a.changed + b.changed,
    removed: a.removed + b.removed,
    unsure: a.unsure + b.unsure,
  }
}

function emptyTally(): Tally {
  return {
    scripts: 0,
    wrong: 0,
    dropped: 0,
    exact: 0,
    moved: 0,
    changed: 0,
    removed: 0,
    unsure: 0,
  }
}
