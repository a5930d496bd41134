import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { authorshipOf, wordsAt, type NumberedUpdate } from '#app/text/authorship.ts'
import { appendContent, contentOf, newLiveText } from '#app/text/live-text.ts'
import { copyOf, editAtRandom, firstWords, updateOf } from '#tests/realtime/edits.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { doc, paragraph, scanners, section } from './sample.ts'

/** The words of each element, as the text itself says after the first `seq` updates. */
function wordsOf(log: readonly NumberedUpdate[], seq: number): string[] {
  const { doc, text } = newLiveText()
  for (const each of log) if (each.seq <= seq) Y.applyUpdate(doc, each.update)
  return linesIn(contentOf(text)).filter((words) => words !== '')
}

function linesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null || !('content' in node)) return []
  const content: unknown[] = Array.isArray(node.content) ? node.content : []
  const own = content.map((child) =>
    typeof child === 'object' && child !== null && 'text' in child ? String(child.text) : '',
  )
  return [own.join(''), ...content.flatMap(linesIn)]
}

/** A text and its log, in which the first update is all that is there. */
function begin(content = scanners) {
  const live = newLiveText()
  live.doc.clientID = 1
  appendContent(live.text, content)
  const log: NumberedUpdate[] = [{ seq: 1, update: Y.encodeStateAsUpdate(live.doc) }]
  const append = (update: Uint8Array) => void log.push({ seq: log.length + 1, update })
  return { live, log, append }
}

describe('who wrote what', () => {
  it('names who inserted and who deleted each run, also of what is gone', () => {
    const { live, log, append } = begin(doc(section('subject', paragraph('p', 'of wafers'))))
    const [alice, bob] = [copyOf(live, 100), copyOf(live, 200)]
    append(updateOf(alice, () => firstWords(alice).insert(0, 'exposure ')))
    Y.applyUpdate(bob.doc, log[1]?.update ?? new Uint8Array())
    append(updateOf(bob, () => firstWords(bob).delete(2, 6)))
    append(updateOf(bob, () => firstWords(bob).insert(2, 'it')))
    expect(authorshipOf(log)).toEqual([
      {
        element: 'paragraph',
        id: 'p',
        runs: [
          { words: 'ex', insertedBy: 2, deletedBy: null },
          { words: 'posure', insertedBy: 2, deletedBy: 3 },
          { words: 'it', insertedBy: 4, deletedBy: null },
          { words: ' ', insertedBy: 2, deletedBy: null },
          { words: 'of wafers', insertedBy: 1, deletedBy: null },
        ],
      },
    ])
  })

  it('of a text of which everything was deleted is all there, to be brought back (row 25)', () => {
    const { live, log, append } = begin()
    const before = wordsOf(log, 1)
    const copy = copyOf(live, 100)
    append(updateOf(copy, () => copy.text.delete(0, copy.text.length)))
    const passages = authorshipOf(log)
    expect(wordsAt(passages, 2)).toEqual([])
    expect(wordsAt(passages, 1)).toEqual(before)
    const deletedBy = passages.flatMap(({ runs }) => runs.map((run) => run.deletedBy))
    expect(new Set(deletedBy)).toEqual(new Set([2]))
  })

  it('gives the text after each update, whatever several people did at once', () => {
    const seed = randomInt(2 ** 31)
    console.log(`authorship seed ${seed}`)
    const random = seededRandom(seed)
    for (let run = 0; run < 6; run++) {
      const { live, log, append } = begin()
      const writers = [100, 200, 300].map((clientId) => ({ ...copyOf(live, clientId), heard: 1 }))
      for (let turn = 0; turn < 40; turn++) {
        const writer = writers[random(writers.length)]
        if (!writer) continue
        if (random(3) === 0) {
          for (const { update } of log.slice(writer.heard)) Y.applyUpdate(writer.doc, update)
          writer.heard = log.length
        }
        append(updateOf(writer, () => editAtRandom(writer, random)))
      }
      const passages = authorshipOf(log)
      for (const { seq } of log) {
        expect(wordsAt(passages, seq), `seed ${seed}, run ${run}, update ${seq}`).toEqual(
          wordsOf(log, seq),
        )
      }
    }
  })
})
