import { randomInt } from 'node:crypto'
import { Node } from 'prosemirror-model'
import { ySyncPluginKey, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { checkContent } from '#app/text/check.ts'
import { appendContent, contentOf, newLiveText } from '#app/text/live-text.ts'
import { schema } from '#app/text/schema.ts'
import { Gate } from '#realtime/gate.server.ts'
import type { RefusalReason } from '#realtime/protocol.ts'
import type { Author } from '#realtime/round-ledger.ts'
import { scanUpdate } from '#realtime/update-scan.ts'
import { scanners } from '#tests/text/sample.ts'
import { attacks, lateAttacks, partings } from './attacks.ts'
import { copyOf, editAtRandom, firstWords, numbers, updateOf } from './edits.ts'
import { seededRandom } from './seeded-random.ts'

/** What the editor's binding calls its own edits. */
const trackedOrigins = new Set([ySyncPluginKey])

const alice = { personId: 'alice', clientId: 100 }
const bob = { personId: 'bob', clientId: 200 }

/** False where Yjs stumbles over what others have deleted meanwhile, as it now and then does. */
function undoOrRedo(undo: Y.UndoManager, kind: number): boolean {
  try {
    if (kind === 0) undo.undo()
    else undo.redo()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** A text as the editor writes it: nothing for what is empty. */
function asShown(content: object): unknown {
  return Node.fromJSON(schema, content).toJSON()
}

/** A round of one update. */
function judge(gate: Gate, update: Uint8Array, author: Author) {
  const verdict = gate.judge([{ author, updates: [update] }])
  if (verdict.isSpoilt) return { ok: false as const, reason: verdict.reason, isTainted: true }
  const reason = verdict.outcomes[0]?.refusal
  if (reason) return { ok: false as const, reason, isTainted: false }
  return { ok: true as const, update: verdict.whole }
}

/** A server's text with the sample in it. */
function room() {
  const live = newLiveText()
  live.doc.clientID = 1
  appendContent(live.text, scanners)
  return { live, gate: new Gate(live), before: Y.encodeStateAsUpdate(live.doc) }
}

describe('the gate, honest editing', () => {
  it('lets random edits and undoing of several people in, and its text is theirs', () => {
    const seed = randomInt(2 ** 31)
    console.log(`gate seed ${seed}`)
    const random = seededRandom(seed)
    let { live, gate, before } = room()
    let clientId = 100
    const log = [before]
    const sitDown = (personId: string) => {
      const copy = copyOf(live, ++clientId)
      const undo = new Y.UndoManager(copy.text, { captureTimeout: 0, trackedOrigins })
      return { author: { personId, clientId }, copy, undo, heard: log.length }
    }
    const hear = (writer: ReturnType<typeof sitDown>) => {
      for (const update of log.slice(writer.heard)) Y.applyUpdate(writer.copy.doc, update)
      writer.heard = log.length
    }
    const writers = [sitDown('alice'), sitDown('bob')]
    const faults: { kind: number; reason: RefusalReason; isTainted: boolean }[] = []
    for (let turn = 0; turn < 400; turn++) {
      const who = random(2)
      const writer = writers[who] ?? sitDown('nobody')
      const { copy, undo, author } = writer
      if (random(3) === 0) hear(writer)
      const kind = random(10)
      const update = updateOf(copy, () => {
        if (kind > 1) editAtRandom(copy, random)
        else if (!undoOrRedo(undo, kind)) writers[who] = sitDown(author.personId)
      })
      const verdict = judge(gate, update, author)
      if (verdict.ok) {
        if (verdict.update) log.push(verdict.update)
        gate.settle()
      } else {
        faults.push({ kind, ...verdict })
        live = newLiveText()
        for (const each of log) Y.applyUpdate(live.doc, each)
        gate = new Gate(live)
        writers[who] = sitDown(author.personId)
      }
      expect(asShown(contentOf(live.text))).toEqual(
        asShown(yXmlFragmentToProsemirrorJSON(live.text)),
      )
      expect(checkContent(contentOf(live.text))).toMatchObject({ ok: true })
    }
    // The one fault of honest people is that of Yjs's undo: they then read the text anew.
    const isOfUndo = ({ kind, reason }: (typeof faults)[number]) =>
      kind < 2 && reason === 'misplaced-content'
    expect(faults.filter((fault) => !isOfUndo(fault))).toEqual([])
    for (const writer of writers) {
      hear(writer)
      const text = asShown(contentOf(writer.copy.text))
      expect(text, `seed ${seed}`).toEqual(asShown(contentOf(live.text)))
    }
  })

  it('finds nothing new in an update that is sent twice', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    const update = updateOf(copy, () => firstWords(copy).insert(0, 'once '))
    expect(judge(gate, update, alice)).toMatchObject({ ok: true, update: expect.any(Uint8Array) })
    expect(judge(gate, update, alice)).toEqual({ ok: true, update: null })
  })

  it('takes the part of a resent update that it does not have, in its own writing (row 21)', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    const first = updateOf(copy, () => firstWords(copy).insert(0, 'a'))
    const second = updateOf(copy, () => firstWords(copy).insert(1, 'b'))
    judge(gate, first, alice)
    const sent = Y.mergeUpdates([first, second])
    expect(judge(gate, sent, alice)).toEqual({ ok: true, update: second })
    expect(second).not.toEqual(sent)
    expect(contentOf(live.text)).toEqual(contentOf(copy.text))
  })

  it('lets somebody delete everything and keeps an empty text', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    const update = updateOf(copy, () => copy.text.delete(0, copy.text.length))
    expect(judge(gate, update, alice)).toMatchObject({ ok: true, update: expect.any(Uint8Array) })
    expect(live.text.length).toBe(0)
  })
})

/** How much an update deletes of what was there at `state`. */
function deletedBy(update: Uint8Array, state: ReadonlyMap<number, number>): number {
  const { ds } = Y.decodeUpdate(update)
  return [...ds.clients].reduce((sum, [client, ranges]) => {
    const end = state.get(client) ?? 0
    const lengths = ranges.map(({ clock, len }) => Math.max(0, Math.min(clock + len, end) - clock))
    return lengths.reduce((left, right) => left + right, sum)
  }, 0)
}

describe('the gate, a round of several people', () => {
  it('gives what each person did as if each had come alone, and all of it as one', () => {
    const seed = randomInt(2 ** 31)
    console.log(`gate round seed ${seed}`)
    const random = seededRandom(seed)
    const { live, gate, before } = room()
    const alone = room()
    const [inRows, whole] = [newLiveText(), newLiveText()]
    for (const each of [inRows, whole]) Y.applyUpdate(each.doc, before)
    let clientId = 100
    for (let round = 0; round < 60; round++) {
      const first = copyOf(live, ++clientId)
      const again = random(2) === 0 ? first : copyOf(live, ++clientId)
      const parts = ['alice', 'bob', 'alice', 'carol'].map((personId, place) => {
        const copy = [first, null, again][place] ?? copyOf(live, ++clientId)
        const updates = Array.from({ length: 1 + random(3) }, () =>
          updateOf(copy, () => editAtRandom(copy, random)),
        )
        return { author: { personId, clientId: copy.doc.clientID }, updates }
      })
      const state = Y.decodeStateVector(Y.encodeStateVector(live.doc))
      const verdict = gate.judge(parts)
      gate.settle()
      if (verdict.isSpoilt) throw new Error(`a sound round was refused: ${verdict.reason}`)
      expect(verdict.outcomes.map(({ refusal }) => refusal)).toEqual(parts.map(() => null))
      for (const { update } of verdict.shares) {
        Y.applyUpdate(inRows.doc, update)
        // No row needs a later one.
        const { pendingStructs, pendingDs } = inRows.doc.store
        expect([pendingStructs, pendingDs], `seed ${seed}`).toEqual([null, null])
      }
      if (verdict.whole) Y.applyUpdate(whole.doc, verdict.whole)
      const deleted = new Map<string, number>()
      for (const part of parts) {
        const single = alone.gate.judge([part])
        if (single.isSpoilt) throw new Error(`a sound part was refused: ${single.reason}`)
        const { personId } = part.author
        const more = single.whole ? deletedBy(single.whole, state) : 0
        deleted.set(personId, (deleted.get(personId) ?? 0) + more)
      }
      alone.gate.settle()
      const inRound = new Map<string, number>()
      for (const { author, update } of verdict.shares) {
        const count = inRound.get(author.personId) ?? 0
        inRound.set(author.personId, count + deletedBy(update, state))
      }
      for (const [personId, count] of deleted)
        expect(inRound.get(personId) ?? 0, `seed ${seed}`).toBe(count)
    }
    for (const each of [inRows, whole, alone.live]) {
      expect(contentOf(each.text), `seed ${seed}`).toEqual(contentOf(live.text))
      expect(Y.equalSnapshots(Y.snapshot(each.doc), Y.snapshot(live.doc)), `seed ${seed}`).toBe(
        true,
      )
    }
  })

  it('refuses one person and nobody else', () => {
    const { live, gate } = room()
    const [copy, foreign] = [copyOf(live, alice.clientId), copyOf(live, 300)]
    const sound = updateOf(copy, () => firstWords(copy).insert(0, 'sound '))
    const forged = updateOf(foreign, () => firstWords(foreign).insert(0, 'forged '))
    const late = updateOf(copy, () => firstWords(copy).insert(0, 'late '))
    const verdict = gate.judge([
      { author: bob, updates: [forged] },
      { author: alice, updates: [sound, late] },
      { author: bob, updates: [new Uint8Array([0, 0])] },
    ])
    expect(verdict).toMatchObject({
      isSpoilt: false,
      outcomes: [
        { isNew: false, refusal: 'foreign-client-id' },
        { isNew: true, refusal: null },
        { isNew: false, refusal: 'foreign-client-id' },
      ],
      shares: [{ author: alice }],
    })
    expect(contentOf(live.text)).toEqual(contentOf(copy.text))
  })
})

describe('the gate, one who speaks the raw protocol', () => {
  for (const { title, reason, bytes } of attacks) {
    it(`refuses an update that ${title}, and nobody notices`, () => {
      const { live, gate, before } = room()
      const update = bytes(live, alice.clientId, bob.clientId)
      expect(judge(gate, update, alice)).toEqual({ ok: false, reason, isTainted: false })
      expect(Y.encodeStateAsUpdate(live.doc)).toEqual(before)
      const copy = copyOf(live, bob.clientId)
      const honest = updateOf(copy, () => firstWords(copy).insert(0, 'still here '))
      expect(judge(gate, honest, bob)).toMatchObject({ ok: true })
      expect(contentOf(live.text)).toEqual(contentOf(copy.text))
    })
  }

  for (const { title, reason, bytes } of partings) {
    it(`refuses an update that ${title}, and the character stays`, () => {
      const { live, gate } = room()
      const copy = copyOf(live, bob.clientId)
      const written = updateOf(copy, () => firstWords(copy).insert(0, 'beam 𝛾 and '))
      judge(gate, written, bob)
      gate.settle()
      const update = bytes(live, alice.clientId, bob.clientId)
      expect(judge(gate, update, alice)).toEqual({ ok: false, reason, isTainted: false })
      expect(contentOf(live.text)).toEqual(contentOf(copy.text))
      const whole = updateOf(copy, () => firstWords(copy).delete(5, 2))
      expect(judge(gate, whole, bob)).toMatchObject({ ok: true })
    })
  }

  for (const { title, reason, bytes } of lateAttacks) {
    it(`refuses an update that ${title}, and says that the text is spoilt`, () => {
      const { live, gate } = room()
      const update = bytes(live, alice.clientId, bob.clientId)
      expect(judge(gate, update, alice)).toEqual({ ok: false, reason, isTainted: true })
    })
  }

  it('refuses to refer to words of others that are not committed', () => {
    const { live, gate } = room()
    const copy = copyOf(live, alice.clientId)
    judge(
      gate,
      updateOf(copy, () => firstWords(copy).insert(0, 'abc')),
      alice,
    )
    const deletion = numbers(0, 1, alice.clientId, 1, 0, 3)
    expect(judge(gate, deletion, bob)).toMatchObject({ ok: false, reason: 'missing-dependency' })
    gate.settle()
    expect(judge(gate, deletion, bob)).toMatchObject({ ok: true })
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
        const verdict = judge(gate, bytes, alice)
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
