import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { appendContent, contentOf, newLiveText } from '#app/text/live-text.ts'
import { judgeRound } from '#realtime/judge-round.server.ts'
import { LiveCopy } from '#realtime/live-copy.server.ts'
import type { Member } from '#realtime/round.ts'
import { scanners } from '#tests/text/sample.ts'
import { lateAttacks } from './attacks.ts'
import { copyOf, firstWords, updateOf } from './edits.ts'

function member(personId: string, clientId: number): Member {
  const name = personId
  return { socketId: personId, personId, name, delegation: 'NL', clientId, mode: 'write' }
}

const alice = member('alice', 100)
const bob = member('bob', 200)
const carol = member('carol', 300)

const sent = (member: Member, updates: Uint8Array[]) => ({
  member,
  updates,
  bytes: 0,
  answer() {},
})

/** A text of which the log holds `update`, over which Yjs stumbles when a word of that name is in it. */
function stumbling(update: Uint8Array) {
  const live = newLiveText()
  Y.applyUpdate(live.doc, update)
  live.doc.on('beforeObserverCalls', () => {
    if (JSON.stringify(contentOf(live.text)).includes('stumble')) throw new Error('stumbled')
  })
  return live
}

describe('a round with something in it that spoils the text', () => {
  it('has it read anew twice at most; what comes behind is left for a round of its own', async () => {
    const { doc, text } = newLiveText()
    doc.clientID = 1
    appendContent(text, scanners)
    const update = Y.encodeStateAsUpdate(doc)
    const copy = new LiveCopy({ snapshotSeq: 0, snapshot: null, updates: [] }, 1)
    copy.replace(stumbling(update))
    let readings = 0
    const renew = async () => {
      readings += 1
      copy.replace(stumbling(update))
    }
    const says = (author: Member, words: string) => {
      const theirs = copyOf({ doc, text }, author.clientId)
      return sent(author, [updateOf(theirs, () => firstWords(theirs).insert(0, words))])
    }
    const batch = [says(alice, 'sound '), says(bob, 'stumble '), says(carol, 'stumble ')]
    const { outcomes, shares } = await judgeRound(copy, batch, renew)
    expect(outcomes).toEqual([
      { isNew: true, refusal: null },
      { isNew: false, refusal: 'not-an-update' },
    ])
    expect(shares.map(({ personId }) => personId)).toEqual(['alice'])
    expect(readings).toBe(2)
  })

  it('is read anew once for however many people whose doing it is seen to be', async () => {
    const live = newLiveText()
    live.doc.clientID = 1
    appendContent(live.text, scanners)
    const update = Y.encodeStateAsUpdate(live.doc)
    const copy = new LiveCopy({ snapshotSeq: 0, snapshot: null, updates: [] }, 1)
    copy.replace(stumbling(update))
    let readings = 0
    const renew = async () => {
      readings += 1
      copy.replace(stumbling(update))
    }
    const batch = [bob, carol].flatMap((author) =>
      lateAttacks.map(({ bytes }) => sent(author, [bytes(live, author.clientId, 0)])),
    )
    const hers = copyOf(live, alice.clientId)
    const sound = updateOf(hers, () => firstWords(hers).insert(0, 'sound '))
    const { outcomes } = await judgeRound(copy, [...batch, sent(alice, [sound])], renew)
    expect(outcomes.map(({ refusal }) => refusal)).toEqual([
      ...batch.map(() => 'misplaced-content'),
      null,
    ])
    expect(readings).toBe(1)
  })

  for (const { title, reason, bytes } of lateAttacks) {
    it(`takes what others sent beside an update that ${title}`, async () => {
      const live = newLiveText()
      live.doc.clientID = 1
      appendContent(live.text, scanners)
      const update = Y.encodeStateAsUpdate(live.doc)
      const stored = { snapshotSeq: 0, snapshot: null, updates: [{ seq: 1, update }] }
      const copy = new LiveCopy(stored, 1)
      copy.open()
      const renew = async () => {
        const again = newLiveText()
        Y.applyUpdate(again.doc, update)
        copy.replace(again)
      }
      const hers = copyOf(live, alice.clientId)
      const type = (words: string) => updateOf(hers, () => firstWords(hers).insert(0, words))
      const batch = [
        sent(alice, [type('one '), type('two ')]),
        sent(bob, [bytes(live, bob.clientId, alice.clientId)]),
        sent(alice, [type('three ')]),
        sent(bob, [new Uint8Array([0, 0])]),
      ]
      const { outcomes, shares, whole } = await judgeRound(copy, batch, renew)
      expect(outcomes).toEqual([
        { isNew: true, refusal: null },
        { isNew: false, refusal: reason },
        { isNew: true, refusal: null },
        { isNew: false, refusal: reason },
      ])
      expect(shares.map(({ personId }) => personId)).toEqual(['alice'])
      Y.applyUpdate(live.doc, whole ?? new Uint8Array())
      expect(contentOf(live.text)).toEqual(contentOf(hers.text))
      expect(contentOf(copy.open()?.text ?? newLiveText().text)).toEqual(contentOf(hers.text))
    })
  }
})
