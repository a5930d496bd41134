/**
 * `npm run bench:gate`: what the gate costs by itself, without network and database, beside what Yjs
 * takes to apply the same updates unchecked.
 */
import { cpus } from 'node:os'
import * as Y from 'yjs'
import { newLiveText } from '../../app/text/live-text.ts'
import { Gate, type Part } from '../../realtime/gate.server.ts'
import type { Author } from '../../realtime/round-ledger.ts'
import { spreadOf } from './statistics.ts'
import { asUpdate, paragraphs, Typist } from './texts.ts'

interface Work {
  title: string
  /** How long the text is, in paragraphs of 280 characters. */
  length: number
  /** People whose updates go through together. */
  together: number
  words: string
  updates: number
}

const writers = 20
const repetitions = 7
const works: readonly Work[] = [
  { title: 'a letter, alone', length: 40, together: 1, words: 'a', updates: 4_000 },
  { title: 'a letter, 20 people together', length: 40, together: 20, words: 'a', updates: 4_000 },
  { title: 'a letter, alone, text of 400 paragraphs', length: 400, together: 1, words: 'a', updates: 4_000 },
  { title: 'a paste of 10 000 characters', length: 40, together: 1, words: 'ten chars.'.repeat(1_000), updates: 40 },
] // prettier-ignore

console.log(
  `On ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; medians of ${repetitions} repetitions and their range, microseconds for an update.

|  | through the gate | applied by Yjs alone |
| --- | --- | --- |`,
)
for (const work of works) {
  const base = asUpdate(paragraphs(work.length))
  // The first repetition is for the compiler.
  const timings = Array.from({ length: repetitions + 1 }, () => {
    const rounds = roundsOf(work, base)
    return { gated: throughGate(rounds, base), bare: applied(rounds, base) }
  }).slice(1)
  const shown = (pick: (timing: (typeof timings)[number]) => number) => {
    const { median, least, most } = spreadOf(timings.map(pick))
    return [median, least, most].map((ms) => ((ms * 1_000) / work.updates).toFixed(1))
  }
  const [gated, bare] = [shown(({ gated }) => gated), shown(({ bare }) => bare)]
  console.log(
    `| ${work.title} | ${gated[0]} (${gated[1]}–${gated[2]}) | ${bare[0]} (${bare[1]}–${bare[2]}) |`,
  )
}

/** What is typed, in the rounds in which it is judged. */
function roundsOf({ together, words, updates }: Work, base: Uint8Array): Part<Author>[][] {
  const people = Array.from({ length: writers }, (_, place) => ({
    author: { personId: `person ${place}`, clientId: 1_000 + place },
    typist: new Typist(base, 1_000 + place, place),
  }))
  const parts = Array.from({ length: updates }, (_, index): Part<Author>[] => {
    const person = people[index % writers]
    return person ? [{ author: person.author, updates: [person.typist.type(words).update] }] : []
  }).flat()
  return Array.from({ length: updates / together }, (_, index) =>
    parts.slice(index * together, (index + 1) * together),
  )
}

function throughGate(rounds: readonly Part<Author>[][], base: Uint8Array): number {
  const live = newLiveText()
  Y.applyUpdate(live.doc, base)
  const gate = new Gate(live)
  const start = performance.now()
  for (const parts of rounds) {
    const verdict = gate.judge(parts)
    if (verdict.isSpoilt || verdict.outcomes.some(({ refusal }) => refusal))
      throw new Error('an honest update was refused')
    gate.settle()
  }
  return performance.now() - start
}

function applied(rounds: readonly Part<Author>[][], base: Uint8Array): number {
  const { doc } = newLiveText()
  Y.applyUpdate(doc, base)
  const start = performance.now()
  for (const { updates } of rounds.flat()) for (const update of updates) Y.applyUpdate(doc, update)
  return performance.now() - start
}
