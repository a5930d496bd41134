import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { TextHistory, type NumberedUpdate } from '#app/text/authorship.ts'
import { elementsOf } from '#app/text/elements.ts'
import { appendContent, newLiveText, shownContent } from '#app/text/live-text.ts'
import { WordHistory } from '#app/text/word-history.ts'
import { momentOf } from '#app/text/text-moment.ts'
import { copyOf, editAtRandom, firstElement, firstWords, updateOf } from '#tests/realtime/edits.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { cut, moved, removed, split, Writers } from './concurrent-writers.ts'
import { scanners } from './sample.ts'

function begin() {
  const live = newLiveText()
  live.doc.clientID = 1
  appendContent(live.text, scanners)
  const log: NumberedUpdate[] = [{ seq: 1, update: Y.encodeStateAsUpdate(live.doc) }]
  return { live, log, append: (update: Uint8Array) => log.push({ seq: log.length + 1, update }) }
}

/** What the text itself says after update `seq`: its lines with words, where they stand. */
function linesOf(log: readonly NumberedUpdate[], seq: number): string[] {
  const { doc, text } = newLiveText()
  for (const each of log) if (each.seq <= seq) Y.applyUpdate(doc, each.update)
  return elementsOf(shownContent(text))
    .filter(({ kind, text: words }) => (kind === 'paragraph' || kind === 'heading') && words !== '')
    .map(({ id, section, provision, text: words }) => `${id} ${provision ?? section}: ${words}`)
}

function linesIn(history: TextHistory, seq: number): string[] {
  return momentOf(history, seq).flatMap(({ element, runs }) => {
    const words = runs.filter(({ deletedBy }) => deletedBy === null).map((run) => run.words)
    if (!element || words.length === 0) return []
    return [`${element.id} ${element.provision ?? element.section}: ${words.join('')}`]
  })
}

describe('a moment of a text', () => {
  it('has the places and the words of then, and what was gone by then', () => {
    const { live, log, append } = begin()
    const copy = copyOf(live, 100)
    append(updateOf(copy, () => firstElement(copy, 'entry').setAttribute('code', '3B901')))
    append(updateOf(copy, () => firstWords(copy).delete(0, 'Amendment of '.length)))
    append(updateOf(copy, () => copy.text.delete(0, 1)))
    const history = TextHistory.begin().take(log)
    const places = (seq: number) =>
      momentOf(history, seq).map(({ element }) => element?.provision ?? element?.section ?? 'gone')
    expect(places(1)).toContain('3B801.f.5.a')
    expect(places(2)).toContain('3B901.f.5.a')
    expect(places(1).slice(0, 2)).toEqual(['subject', 'items'])
    expect(places(4).slice(0, 2)).toEqual(['gone', 'items'])
    expect(momentOf(history, 3)[0]?.runs.map(({ deletedBy }) => deletedBy)).toEqual([3, null])
  })

  it('calls nothing deleted that was moved, and what was deleted where it had been moved to', () => {
    const writers = new Writers(1, ['of wafers and masks', 'equipment for exposure', 'software'])
    const [anna] = writers.people
    if (!anna) throw new Error('nobody writes')
    writers.edit(anna, cut({ line: 1, at: 0 }, 'equipment '.length))
    writers.edit(anna, moved(1, 0))
    writers.edit(anna, split({ line: 1, at: 9 }, 'n'))
    writers.edit(anna, removed(0))
    const history = TextHistory.begin().take(writers.log)
    const origins = new WordHistory()
    for (const each of writers.log) origins.take(each)
    const deleted = (seq: number) =>
      momentOf(history, seq, origins).flatMap(({ runs }) =>
        runs.flatMap(({ words, deletedBy }) => (deletedBy === null ? [] : [words])),
      )
    expect([2, 3, 4].map(deleted)).toEqual([['equipment '], ['equipment '], ['equipment ']])
    expect(deleted(5)).toEqual(['for exposure', 'equipment '])
  })

  it('is the text as it then was, whatever several people did at once', () => {
    const seed = randomInt(2 ** 31)
    console.log(`moment seed ${seed}`)
    const random = seededRandom(seed)
    for (let run = 0; run < 4; run++) {
      const { live, log, append } = begin()
      const writers = [100, 200].map((clientId) => ({ ...copyOf(live, clientId), heard: 1 }))
      for (let turn = 0; turn < 30; turn++) {
        const writer = writers[random(writers.length)]
        if (!writer) continue
        if (random(3) === 0) {
          for (const { update } of log.slice(writer.heard)) Y.applyUpdate(writer.doc, update)
          writer.heard = log.length
        }
        append(updateOf(writer, () => editAtRandom(writer, random)))
      }
      const whole = TextHistory.begin().take(log)
      const kept = TextHistory.from(structuredClone(whole.keep()))
      for (const { seq } of log) {
        expect([seed, run, seq, linesIn(whole, seq)]).toEqual([seed, run, seq, linesOf(log, seq)])
        expect([seed, run, seq, linesIn(kept, seq)]).toEqual([seed, run, seq, linesOf(log, seq)])
      }
    }
  })
})
