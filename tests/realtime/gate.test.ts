import { randomInt } from 'node:crypto'
import { Node } from 'prosemirror-model'
import { yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkContent } from '#app/text/check.ts'
import { appendContent, contentOf, newLiveText, type LiveText } from '#app/text/live-text.ts'
import { schema } from '#app/text/schema.ts'
import { Gate } from '#realtime/gate.server.ts'
import { scanUpdate } from '#realtime/update-scan.ts'
import { scanners } from '#tests/text/sample.ts'
import { attacks, lateAttacks } from './attacks.ts'
import { copyOf, editAtRandom, firstWords, numbers, updateOf } from './edits.ts'
import { seededRandom } from './seeded-random.ts'

const alice = { personId: 'alice', clientId: 100 }
const bob = { personId: 'bob', clientId: 200 }

/** A text as the editor writes it: nothing for what is empty. */
function asShown(content: object): unknown {
  return Node.fromJSON(schema, content).toJSON()
}

/** A server's text with the sample in it. */
function room() {
  const live = newLiveText()
  live.doc.clientID = 1
  appendContent(live.text, scanners)
  return { live, gate: new Gate(live), before: Y.encodeStateAsUpdate(live.doc) }
}

describe('the gate, honest editing', () => {
  it('lets random edits of several people in, and its text is theirs', () => {
    const seed = randomInt(2 ** 31)
    console.log(`gate seed ${seed}`)
    const random = seededRandom(seed)
    const { live, gate } = room()
    const log: Uint8Array[] = []
    const writers = [alice, bob].map((author) => ({
      author,
      copy: copyOf(live, author.clientId),
      heard: 0,
    }))
    const hear = (writer: { copy: LiveText; heard: number }) => {
      for (const update of log.slice(writer.heard)) Y.applyUpdate(writer.copy.doc, update)
      writer.heard = log.length
    }
    for (let turn = 0; turn < 400; turn++) {
      const writer = writers[random(2)]
      if (!writer) continue
      if (random(3) === 0) hear(writer)
      const update = updateOf(writer.copy, () => editAtRandom(writer.copy, random))
      const verdict = gate.judge(update, writer.author)
      if (!verdict.ok) throw new Error(`seed ${seed}, turn ${turn}: ${verdict.reason}`)
      if (verdict.update) log.push(verdict.update)
      gate.settle()
      expect(asShown(contentOf(live.text))).toEqual(
        asShown(yXmlFragmentToProsemirrorJSON(live.text)),
      )
      expect(checkContent(contentOf(live.text))).toMatchObject({ ok: true })
    }
    for (const writer of writers) {
      hear(writer)
      expect(contentOf(writer.copy.text), `seed ${seed}`).toEqual(contentOf(live.text))
    }
  })

  it('finds nothing new in an update that is sent twice', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    const update = updateOf(copy, () => firstWords(copy).insert(0, 'once '))
    expect(gate.judge(update, alice)).toMatchObject({ ok: true, update: expect.any(Uint8Array) })
    expect(gate.judge(update, alice)).toEqual({ ok: true, update: null })
  })

  it('takes the part of a resent update that it does not have', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    const first = updateOf(copy, () => firstWords(copy).insert(0, 'a'))
    const second = updateOf(copy, () => firstWords(copy).insert(1, 'b'))
    gate.judge(first, alice)
    expect(gate.judge(Y.mergeUpdates([first, second]), alice)).toMatchObject({ ok: true })
    expect(contentOf(live.text)).toEqual(contentOf(copy.text))
  })

  it('lets somebody delete everything and keeps an empty text', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    const update = updateOf(copy, () => copy.text.delete(0, copy.text.length))
    expect(gate.judge(update, alice)).toMatchObject({ ok: true, update: expect.any(Uint8Array) })
    expect(live.text.length).toBe(0)
  })
})

describe('the gate, one who speaks the raw protocol', () => {
  for (const { title, reason, bytes } of attacks) {
    it(`refuses an update that ${title}, and nobody notices`, () => {
      const { live, gate, before } = room()
      const update = bytes(live, alice.clientId, bob.clientId)
      expect(gate.judge(update, alice)).toEqual({ ok: false, reason, isTainted: false })
      expect(Y.encodeStateAsUpdate(live.doc)).toEqual(before)
      const copy = copyOf(live, bob.clientId)
      const honest = updateOf(copy, () => firstWords(copy).insert(0, 'still here '))
      expect(gate.judge(honest, bob)).toMatchObject({ ok: true })
      expect(contentOf(live.text)).toEqual(contentOf(copy.text))
    })
  }

  for (const { title, reason, bytes } of lateAttacks) {
    it(`refuses an update that ${title}, and says that the text is spoilt`, () => {
      const { live, gate } = room()
      const update = bytes(live, alice.clientId, bob.clientId)
      expect(gate.judge(update, alice)).toEqual({ ok: false, reason, isTainted: true })
    })
  }

  it('refuses to refer to words of others that are not committed', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    gate.judge(
      updateOf(copy, () => firstWords(copy).insert(0, 'abc')),
      alice,
    )
    const deletion = numbers(0, 1, alice.clientId, 1, 0, 3)
    expect(gate.judge(deletion, bob)).toMatchObject({ ok: false, reason: 'missing-dependency' })
    gate.settle()
    expect(gate.judge(deletion, bob)).toMatchObject({ ok: true })
  })

  it('changes nothing for bytes that were altered at random', () => {
    const seed = randomInt(2 ** 31)
    console.log(`mutation seed ${seed}`)
    const random = seededRandom(seed)
    let refused = 0
    for (let run = 0; run < 60; run++) {
      const { live, gate } = room()
      const copy = copyOf(live, alice.clientId)
      const update = updateOf(copy, () => {
        for (let edit = 0; edit < 5; edit++) editAtRandom(copy, random)
      })
      if (update.length < 3) continue
      for (let mutation = 0; mutation < 20; mutation++) {
        const bytes = update.slice(0, random(4) === 0 ? 1 + random(update.length) : update.length)
        for (let flips = random(4); flips >= 0; flips--) bytes[random(bytes.length)] = random(256)
        const before = Y.encodeStateAsUpdate(live.doc)
        const verdict = gate.judge(bytes, alice)
        if (verdict.ok || verdict.isTainted) break
        refused++
        expect(Y.encodeStateAsUpdate(live.doc), `seed ${seed}`).toEqual(before)
      }
    }
    expect(refused).toBeGreaterThan(0)
  })
})

describe('the scan', () => {
  it('passes a whole text as the editor wrote it', () => {
    const { live } = room()
    expect(scanUpdate(Y.encodeStateAsUpdate(live.doc))).toBeNull()
  })
})
