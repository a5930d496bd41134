import { randomInt } from 'node:crypto'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { newId } from '#app/text/new-id.ts'
import * as Y from 'yjs'
import { doubledWords } from '#app/text/doubled-words.ts'
import { standingLines } from '#app/text/standing-lines.ts'
import { WordHistory } from '#app/text/word-history.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import {
  countLines,
  cut,
  put,
  removed,
  split,
  typed,
  Writers,
  type Draw,
  type Somewhere,
  type Writer,
} from './concurrent-writers.ts'

function begin(count: number, line: string) {
  const writers = new Writers(count, [line])
  const at = (words: string) => line.indexOf(words)
  const doubled = () => doubledWords(read(writers))
  const hearAll = () => writers.people.forEach((one) => writers.hear(one))
  return { writers, people: writers.people as [Writer, Writer], at, doubled, hearAll }
}

function read(writers: Writers) {
  const history = new WordHistory()
  for (const each of writers.log) history.take(each)
  return history
}

const linesOf = (writers: Writers) => standingLines(read(writers).text).map(({ words }) => words)

/** Presses every button, one after the other. */
function removeAll(writers: Writers, writer: Writer) {
  for (;;) {
    const [one] = doubledWords(read(writers))
    if (!one) return
    expect(one).toMatchObject({ canGo: true })
    writers.hear(writer)
    writers.edit(writer, (doc) => {
      const tr = new Transform(doc)
      doc.descendants((node, position) => {
        if (node.attrs.id !== one.elementId) return
        tr.delete(position + 1 + one.from, position + 1 + one.to)
      })
      return tr.doc
    })
  }
}

describe('a tail that two splits doubled', () => {
  const speed = 'A lens that moves at a speed of 300 m/s exceeding the limit;'

  it.each([
    [speed, '300 m/s exceeding', 'speed of'],
    [speed, 'speed of', '300 m/s exceeding'],
    ['a mirror of 5 mm or more;', 'or more', '5 mm'],
    ['a mirror of 5 mm or more;', '5 mm', 'or more'],
  ])('of “%s” is named, split before “%s” first and before “%s” then', (line, one, other) => {
    const { writers, people, at, doubled } = begin(2, line)
    writers.edit(people[0], split({ line: 0, at: at(one) }, 'a'))
    writers.edit(people[1], split({ line: 0, at: at(other) }, 'b'))
    const words = line.slice(Math.max(at(one), at(other)))
    expect(doubled()).toMatchObject([{ words, from: 0, isChanged: false, canGo: true }])
  })

  it('is whole where a number in it had been changed before', () => {
    const line = 'boiling point at atmospheric pressure of 100 °C or more;'
    for (const isFirst of [true, false]) {
      const { writers, people, at, doubled, hearAll } = begin(2, line)
      const [anna, bert] = people
      writers.edit(anna, cut({ line: 0, at: at('00 °C') }, 1))
      writers.edit(anna, typed({ line: 0, at: at('00 °C') }, '2'))
      hearAll()
      const splits = [
        () => writers.edit(anna, split({ line: 0, at: at('100 °C') }, 'a')),
        () => writers.edit(bert, split({ line: 0, at: at('ressure') }, 'b')),
      ]
      for (const each of isFirst ? splits : splits.toReversed()) each()
      expect(doubled()).toMatchObject([{ words: '120 °C or more;', isChanged: false }])
      removeAll(writers, anna)
      expect(linesOf(writers).join('')).toBe(line.replace('100', '120'))
    }
  })

  it('is not offered to go where that cuts a word that was changed since', () => {
    const { writers, people, at, doubled, hearAll } = begin(2, speed)
    const [anna, bert] = people
    writers.edit(anna, split({ line: 0, at: at('300') }, 'a'))
    writers.edit(bert, split({ line: 0, at: at('speed') }, 'b'))
    hearAll()
    const copy = linesOf(writers).findIndex((words) => words.startsWith('300'))
    writers.edit(anna, typed({ line: copy, at: 0 }, '1'))
    expect(doubled()).toMatchObject([
      { words: '300 m/s exceeding the limit;', isChanged: true, canGo: false },
    ])
    writers.edit(anna, typed({ line: copy, at: 1 }, ' and '))
    expect(doubled()).toMatchObject([{ from: 6, isChanged: true, canGo: true }])
    removeAll(writers, anna)
    expect(linesOf(writers)).toContain('1 and ')
  })

  it('is said to have changed where the copy that stays was', () => {
    const { writers, people, at, doubled, hearAll } = begin(2, speed)
    const [anna, bert] = people
    writers.edit(anna, split({ line: 0, at: at('300') }, 'a'))
    writers.edit(bert, split({ line: 0, at: at('speed') }, 'b'))
    hearAll()
    const kept = linesOf(writers).findIndex((words) => words.startsWith('speed'))
    writers.edit(anna, typed({ line: kept, at: 'speed of 300 m/s'.length }, ' clearly'))
    expect(doubled()).toMatchObject([{ isChanged: true, canGo: true }])
    writers.edit(anna, cut({ line: kept, at: 'speed of 300 m/s'.length }, 18))
    // What stands in one copy alone is not to go.
    expect(doubled()).toMatchObject([{ isChanged: true, canGo: false }])
  })

  it('is doubled no more where one of the two was removed', () => {
    const { writers, people, at, doubled, hearAll } = begin(2, speed)
    const [anna, bert] = people
    writers.edit(anna, split({ line: 0, at: at('300') }, 'a'))
    writers.edit(bert, split({ line: 0, at: at('speed') }, 'b'))
    hearAll()
    const kept = linesOf(writers).findIndex((words) => words.startsWith('speed'))
    writers.edit(anna, cut({ line: kept, at: 9 }, 50))
    expect(doubled()).toEqual([])
  })
})

/** Everybody splits a few times without hearing of the others; then their edits come in some order. */
function splitAtOnce(writers: Writers, splitting: readonly Writer[], random: Draw) {
  writers.people.forEach((one) => writers.hear(one))
  const begun = writers.log.length
  const byPerson = splitting.map((writer) => {
    const from = writers.log.length
    for (let count = 1 + random(3); count > 0; count--) {
      const place = { line: random(countLines(writer)), at: random(60) }
      writers.edit(writer, splitInTwo(place))
    }
    const updates = writers.log.slice(from).map(({ update }) => update)
    // Who comes back may say all of it at once.
    return random(2) === 0 ? [Y.mergeUpdates(updates)] : updates
  })
  writers.log.splice(begun)
  while (byPerson.some((updates) => updates.length > 0)) {
    const update = byPerson[random(byPerson.length)]?.shift()
    if (update) writers.log.push({ seq: writers.log.length + 1, update })
  }
  for (const one of writers.people) one.heard = begun
}

/** Two characters at least on both sides: one alone is found by its likes in an update of many edits. */
const splitInTwo = (place: Somewhere) => (doc: Node) => {
  const after = split(place, newId())(doc)
  const isLong = after
    .textBetween(0, after.content.size, '\n')
    .split('\n')
    .every((words) => words.length > 1)
  return isLong ? after : doc
}

/** Characters without blanks: a blank alone in a line is no word that stands twice. */
const withoutBlanks = (words: string) => words.replaceAll(/\s/g, '')

const countIn = (words: string, letter: string) => words.split(letter).length - 1

describe('whatever one line is split into', () => {
  const letters = Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')

  it.each([2, 3])('by %i people at once, every second copy is named, and can go', (count) => {
    const seed = randomInt(2 ** 31)
    console.log(`doubled words seed ${seed}`)
    const random = seededRandom(seed)
    let found = 0
    for (let run = 0; run < 60; run++) {
      const line =
        random(2) === 0 ? letters : 'a pressure of 101 kPa or more at a speed of 110 m/s;'
      const { writers, people, doubled } = begin(count, line)
      splitAtOnce(writers, people, random)
      const named = doubled()
      const merged = withoutBlanks(linesOf(writers).join(''))
      const extra = withoutBlanks(named.map(({ words }) => words).join(''))
      const tally = (words: string) => [...new Set(line)].map((one) => countIn(words, one))
      const once = tally(withoutBlanks(line))
      const twice = tally(merged).map((number, at) => number - (once[at] ?? 0))
      expect({ seed, run, twice: tally(extra) }).toEqual({ seed, run, twice })
      expect(named.filter(({ isChanged, canGo }) => isChanged || !canGo)).toEqual([])
      found += named.length
      removeAll(writers, people[0])
      const left = withoutBlanks(linesOf(writers).join(''))
      expect({ seed, run, left }).toEqual({ seed, run, left: withoutBlanks(line) })
    }
    expect(found).toBeGreaterThan(10)
  })

  it('by one after the other, nothing is named', () => {
    const seed = randomInt(2 ** 31)
    console.log(`not doubled seed ${seed}`)
    const random = seededRandom(seed)
    for (let run = 0; run < 30; run++) {
      const { writers, people, doubled } = begin(3, letters)
      for (let round = 0; round < 6; round++)
        splitAtOnce(writers, people.slice(random(3)).slice(0, 1), random)
      expect({ seed, run, doubled: doubled() }).toEqual({ seed, run, doubled: [] })
    }
  })
})

describe('lost words that two put in again', () => {
  const line = 'equipment with lenses;'

  /** One writes while the other takes the line away, and both see what was lost. */
  function lose(words: string) {
    const all = begin(2, line)
    const { writers, people, hearAll } = all
    writers.edit(people[1], split({ line: 0, at: line.length }, 'kept'))
    writers.edit(people[1], typed({ line: 1, at: 0 }, 'software;'))
    hearAll()
    writers.edit(people[0], typed({ line: 0, at: 10 }, words))
    writers.edit(people[1], removed(0))
    hearAll()
    expect(read(writers).lost()).toMatchObject([{ run: { words } }])
    return all
  }

  it.each(['and masks ', 'x'])(
    'at one place of a line, who had not heard of each other, are doubled: “%s”',
    (words) => {
      const { writers, people, doubled } = lose(words)
      for (const one of people) writers.edit(one, typed({ line: 0, at: 4 }, words))
      const [found] = doubled()
      expect(found).toMatchObject({ words, isChanged: false, canGo: true })
      removeAll(writers, people[0])
      expect(linesOf(writers)).toEqual([`soft${words}ware;`])
    },
  )

  it('as lines of their own are doubled, and one of them goes', () => {
    const { writers, people, doubled } = lose('and masks ')
    for (const [index, one] of people.entries())
      writers.edit(one, put(0, 'and masks ', `again-${index}`))
    expect(doubled()).toMatchObject([{ words: 'and masks ', isChanged: false, canGo: true }])
  })

  it('once, and again by one who had read them, are not', () => {
    const { writers, people, doubled, hearAll } = lose('and masks ')
    writers.edit(people[0], typed({ line: 0, at: 4 }, 'and masks '))
    hearAll()
    writers.edit(people[1], typed({ line: 0, at: 4 }, 'and masks '))
    expect(doubled()).toEqual([])
  })

  it('are told as changed where one of the copies was', () => {
    const { writers, people, doubled, hearAll } = lose('and masks ')
    for (const one of people) writers.edit(one, typed({ line: 0, at: 4 }, 'and masks '))
    hearAll()
    writers.edit(people[0], cut({ line: 0, at: 20 }, 1))
    expect(doubled()).toMatchObject([{ isChanged: true }])
  })
})
