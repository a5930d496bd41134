import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { momentsOf } from '#app/queries/draft-moments.ts'
import { type SignedUpdate, Stretches } from '#app/text/stretches.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'

const people = ['anna', 'bram', 'carla']
const writers = new Map(people.map((name) => [name, { name, office: null }]))

/** A log in which some write by turns, pause, and the server puts something right in between. */
function logOf(seed: number, count = 400): SignedUpdate[] {
  const random = seededRandom(seed)
  let at = Date.UTC(2026, 10, 3, 9)
  let personId = 'anna'
  return Array.from({ length: count }, (_, index) => {
    at += random(12) === 0 ? random(30 * 60_000) : random(25_000)
    if (random(6) === 0) personId = people[random(people.length)] ?? 'anna'
    const isServer = random(15) === 0
    return {
      seq: index + 1,
      personId: isServer ? null : personId,
      delegation: isServer ? null : ('NL' as const),
      at: new Date(at),
    }
  })
}

function stretchesOf(log: readonly SignedUpdate[]): Stretches {
  const stretches = new Stretches()
  stretches.take(log)
  return stretches
}

const minuteOf = (at: number) => Math.floor(at / 60_000)

describe('stretches of a log', () => {
  const seed = randomInt(2 ** 31)
  const log = logOf(seed)

  it(`name for each update who made it and in which minute, and nobody for those of the server (seed ${seed})`, () => {
    const stretches = stretchesOf(log)
    for (const { seq, personId, at } of log) {
      const found = stretches.at(seq)
      expect(found?.personId ?? null).toBe(personId)
      expect(minuteOf(found?.began ?? at.getTime())).toBe(minuteOf(at.getTime()))
    }
    expect(stretches.at(0)).toBeNull()
    expect(stretches.at(log.length + 1)).toBeNull()
  })

  it('are the same when they were kept at any update and what followed was taken on top, also twice', () => {
    const whole = stretchesOf(log).upTo(log.length)
    for (const cut of [1, 57, 200, 399]) {
      const kept = stretchesOf(log.slice(0, cut)).upTo(cut)
      const again = Stretches.from(kept, cut)
      again.take(log.slice(Math.max(0, cut - 20)))
      again.take(log)
      expect(again.upTo(log.length)).toEqual(whole)
    }
  })

  it('are as many as minutes and turns, not as updates', () => {
    const second = (seq: number) => ({
      seq,
      personId: 'anna',
      delegation: 'NL' as const,
      at: new Date(Date.UTC(2026, 10, 3, 9) + seq * 100),
    })
    const quick = Array.from({ length: 6_000 }, (_, index) => second(index + 1))
    expect(stretchesOf(quick).upTo(6_000)).toHaveLength(11)
  })

  it('give the moments that the updates one by one give', () => {
    const frozen = new Map([
      [40, 1],
      [41, 2],
      [222, 3],
    ])
    for (const minutes of [1, 10]) {
      const moments = momentsOf(stretchesOf(log).upTo(log.length), writers, frozen, minutes)
      expect(moments.map(({ seq, name, version }) => [seq, name, version])).toEqual(
        endsOf(log, frozen, minutes),
      )
    }
  })
})

/** Update by update: where one writes on after another, after a pause, or behind a frozen version. */
function endsOf(
  all: readonly SignedUpdate[],
  frozen: ReadonlyMap<number, number>,
  minutes: number,
) {
  const log = all.filter(({ personId }) => personId !== null)
  return log
    .filter(({ seq, personId, at }, index) => {
      const next = log[index + 1]
      if (!next || frozen.has(seq) || next.personId !== personId) return true
      return next.at.getTime() - at.getTime() > minutes * 60_000
    })
    .map(({ seq, personId }) => [seq, personId, frozen.get(seq) ?? null])
}
