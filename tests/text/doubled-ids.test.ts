import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { identified, type ContentNode } from '#app/text/content.ts'
import { giveOwnIds, IdWatch } from '#app/text/doubled-ids.ts'
import { appendContent, newLiveText, shownContent, type LiveText } from '#app/text/live-text.ts'
import { copyOf, editAtRandom, updateOf } from '#tests/realtime/edits.ts'
import { seededRandom } from '#tests/realtime/seeded-random.ts'
import { idsTwiceIn } from './ids.ts'
import { doc, entry, heading, paragraph, point, scanners, section } from './sample.ts'

function open(content = scanners): LiveText {
  const live = newLiveText()
  live.doc.clientID = 1
  appendContent(live.text, content)
  return live
}

/** The nodes with ids, in the order in which they are read. */
function named(node: ContentNode): ContentNode[] {
  const own = identified.has(node.type) ? [node] : []
  return [...own, ...(node.content ?? []).flatMap(named)]
}

const isDoubled = ({ text }: LiveText) => idsTwiceIn(shownContent(text)).length > 0

describe('nodes with one id', () => {
  it('get ids of their own but for the first, and say whose they had', () => {
    const twice = (words: string) => point({ id: 'a' }, paragraph('ap', words))
    const live = open(
      doc(section('items', entry({ id: 'e' }, heading('h', 'It'), twice('one'), twice('two')))),
    )
    live.doc.transact(() => giveOwnIds(live.text))
    const [first, line, second, secondLine] = named(shownContent(live.text)).slice(3)
    expect([first, line].map((node) => node?.attrs?.id)).toEqual(['a', 'ap'])
    expect([first, line].map((node) => node?.attrs?.splitFrom)).toEqual([null, null])
    expect([second, secondLine].map((node) => node?.attrs?.splitFrom)).toEqual(['a', 'ap'])
    expect(isDoubled(live)).toBe(false)
  })

  it('get the same ones from everybody, after any edits at the same moment', () => {
    const seed = randomInt(2 ** 31)
    console.log(`doubled ids seed ${seed}`)
    const random = seededRandom(seed)
    let found = 0
    for (let run = 0; run < 40; run++) {
      const live = open()
      const watch = new IdWatch(live)
      for (let round = 0; round < 8; round++) {
        const updates = [2, 3, 4].map((writer) => {
          const copy = copyOf(live, writer + 10 * round)
          return updateOf(copy, () => editAtRandom(copy, random))
        })
        for (const update of updates) Y.applyUpdate(live.doc, update)
        expect(watch.hasDoubled).toBe(isDoubled(live))
        if (!watch.hasDoubled) continue
        found++
        const [one, other] = [copyOf(live, 900 + round), copyOf(live, 800 + round)]
        const repair = updateOf(one, () => one.doc.transact(() => giveOwnIds(one.text)))
        other.doc.transact(() => giveOwnIds(other.text))
        expect(shownContent(one.text)).toEqual(shownContent(other.text))
        Y.applyUpdate(live.doc, repair)
        expect(isDoubled(live)).toBe(false)
        expect(watch.hasDoubled).toBe(false)
      }
    }
    expect(found).toBeGreaterThan(0)
  })
})
