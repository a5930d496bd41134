import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { LiveText } from '#app/text/live-text.ts'
import { fragmentName } from '#app/text/schema.ts'
import { limits, type RefusalReason } from '#realtime/protocol.ts'
import { copyOf, firstElement, firstWords, gap, numbers, structs, updateOf } from './edits.ts'

export interface Attack {
  /** Completes "an update that …"; the row is that of the table in the security notes. */
  title: string
  reason: RefusalReason
  /** Bytes that `own` sends, against a text in which `other` writes too. */
  bytes(live: LiveText, own: number, other: number): Uint8Array
}

/** An edit in a copy of the text, under the enemy's own client id. */
const made =
  (edit: (copy: LiveText) => void): Attack['bytes'] =>
  (live, own) => {
    const copy = copyOf(live, own)
    return updateOf(copy, () => edit(copy))
  }

const insertX = (copy: LiveText) => firstWords(copy).insert(0, 'x')

const nestDeeply = (copy: LiveText) => {
  let place: Y.XmlFragment = firstElement(copy, 'entry')
  for (let depth = 0; depth < 30; depth++) {
    const point = new Y.XmlElement('point')
    place.insert(0, [point])
    place = point
  }
}

const insertCrosswise: Attack['bytes'] = (live, own) => {
  const first = firstWords(live)._start?.id
  if (!first) throw new Error('no words')
  return structs(own, 0, 1, (encoder) => {
    encoding.writeUint8(encoder, 0xc4)
    for (const clock of [first.clock + 5, first.clock + 2]) {
      encoding.writeVarUint(encoder, first.client)
      encoding.writeVarUint(encoder, clock)
    }
    encoding.writeVarString(encoder, 'x')
  })
}

/** The first words, with a character in them that takes two units, whose halves an enemy parts. */
const pairAt = (live: LiveText) => {
  for (let item = firstWords(live)._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || item.deleted) continue
    const at = item.content.str.search(/[\uD800-\uDBFF]/)
    if (at >= 0) return { client: item.id.client, clock: item.id.clock + at }
  }
  throw new Error('no such character')
}
const insertBetweenHalves =
  (form: number, halves: readonly number[]): Attack['bytes'] =>
  (live, own) => {
    const { client, clock } = pairAt(live)
    return structs(own, 0, 1, (encoder) => {
      encoding.writeUint8(encoder, form)
      for (const half of halves) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock + half)
      }
      encoding.writeVarString(encoder, 'x')
    })
  }
const deleteHalf =
  (half: number): Attack['bytes'] =>
  (live) => {
    const { client, clock } = pairAt(live)
    return numbers(0, 1, client, 1, clock + half, 1)
  }

const addSubdocument: Attack['bytes'] = (_, own) => {
  const doc = new Y.Doc()
  doc.clientID = own
  return updateOf({ doc }, () => doc.getArray(fragmentName).push([new Y.Doc()]))
}

const dependOnNothing: Attack['bytes'] = (_, own) =>
  structs(own, 0, 1, (encoder) => {
    encoding.writeUint8(encoder, 0x84)
    encoding.writeVarUint(encoder, 4711)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'x')
  })

const refused = (title: string, reason: RefusalReason, bytes: Attack['bytes']): Attack => ({
  title,
  reason,
  bytes,
})

export const attacks: readonly Attack[] = [
  refused('inserts under the client id of another (row 20)', 'foreign-client-id', (live, _, other) =>
    made(insertX)(live, other, other),
  ),
  refused('reserves the clocks of another (row 19)', 'foreign-client-id', (_, __, other) =>
    structs(other, 0, 1, gap(1000)),
  ),
  refused('reserves the clocks of another by a skip (row 19)', 'clock-gap', (_, __, other) =>
    structs(other, 0, 1, (encoder) => {
      encoding.writeUint8(encoder, 10)
      encoding.writeVarUint(encoder, 1000)
    }),
  ),
  refused('leaves a gap in its own clocks', 'clock-gap', (_, own) => structs(own, 5, 1, gap(1))),
  refused('uses up all its clocks at once', 'too-many-structs', (_, own) =>
    structs(own, 0, 1, gap(2 ** 50)),
  ),
  refused('is one byte too long (row 21)', 'not-an-update', (live, own, other) =>
    Uint8Array.of(...made(insertX)(live, own, other), 0),
  ),
  refused('is cut short (row 21)', 'not-an-update', (live, own, other) =>
    made(insertX)(live, own, other).slice(0, -3),
  ),
  refused('is empty', 'not-an-update', () => new Uint8Array()),
  refused('is noise', 'not-an-update', () => new Uint8Array(64).fill(255)),
  refused('announces millions of structs in 7 bytes (row 22)', 'not-an-update', (_, own) =>
    numbers(1, 250_000_000, own % 128).slice(0, 7),
  ),
  refused('announces millions of clients (row 22)', 'not-an-update', () =>
    numbers(250_000_000, 1),
  ),
  refused('announces millions of deletions (row 22)', 'not-an-update', () =>
    numbers(0, 1, 100, 250_000_000),
  ),
  refused('names one client twice', 'not-an-update', (_, own) =>
    numbers(2, 1, own, 0, 0, 1, 1, own, 0, 0, 1, 0),
  ),
  refused('is larger than an update may be', 'too-large', () => new Uint8Array(limits.update + 1)),
  refused('has more structs than an update may have', 'too-many-structs', (_, own) =>
    structs(own, 0, limits.structs + 1, (encoder) => {
      for (let index = 0; index <= limits.structs; index++) gap(1)(encoder)
    }),
  ),
  refused('depends on what is not there (row 23)', 'missing-dependency', dependOnNothing),
  refused('deletes what is not there (row 23)', 'missing-dependency', () =>
    numbers(0, 1, 4711, 1, 0, 1),
  ),
  refused('writes into another root (row 23)', 'unknown-root', made(({ doc }) => {
    doc.getText('other').insert(0, 'x')
  })),
  refused('adds a subdocument (row 23)', 'unknown-content', addSubdocument),
  refused('nests deeper than the schema goes (row 23)', 'misplaced-content', made(nestDeeply)),
  refused('adds an unknown node (row 24)', 'unknown-content', made(({ text }) => {
    text.push([new Y.XmlElement('script')])
  })),
  refused('adds a node where it has no place', 'misplaced-content', made(({ text }) => {
    text.push([new Y.XmlElement('paragraph')])
  })),
  refused('adds words outside of a paragraph', 'misplaced-content', made(({ text }) => {
    text.push([new Y.XmlText('x')])
  })),
  refused('adds an unknown mark (row 24)', 'unknown-content', made((copy) => {
    firstWords(copy).format(0, 2, { blink: {} })
  })),
  refused('adds a link that runs a script (row 24)', 'unknown-content', made((copy) => {
    firstWords(copy).format(0, 2, { link: { href: 'javascript:alert(1)' } })
  })),
  refused('adds a mark in another form (row 24)', 'unknown-content', made((copy) => {
    firstWords(copy).format(0, 2, { bold: true })
  })),
  refused('adds a mark under a hashed name (row 24)', 'unknown-content', made((copy) => {
    firstWords(copy).format(0, 2, { 'bold--AAAAAAAA': {} })
  })),
  refused('sets an unknown attribute', 'unknown-content', made((copy) => {
    firstElement(copy, 'entry').setAttribute('onclick', 'x')
  })),
  refused('sets an attribute to what it cannot be', 'unknown-content', made((copy) => {
    firstElement(copy, 'entry').setAttribute('logic', 'none-of')
  })),
  refused('sets an attribute on words', 'misplaced-content', made((copy) => {
    firstWords(copy).setAttribute('id', 'x')
  })),
  refused('embeds an object among words', 'unknown-content', made((copy) => {
    firstWords(copy).insertEmbed(0, { image: 'x' })
  })),
  refused('writes a control character', 'unknown-content', made((copy) => {
    firstWords(copy).insert(0, '\u0000')
  })),
  refused('turns the direction of words', 'unknown-content', made((copy) => {
    firstWords(copy).insert(0, 'at most \u202e51')
  })),
  refused('turns the direction of a code', 'unknown-content', made((copy) => {
    firstElement(copy, 'entry').setAttribute('code', '3B\u2067801')
  })),
  refused('hides a character without width in a code', 'unknown-content', made((copy) => {
    firstElement(copy, 'entry').setAttribute('code', '9A\u200b932')
  })),
  refused('makes a code of a character without width', 'unknown-content', made((copy) => {
    firstElement(copy, 'entry').setAttribute('code', '\u2060')
  })),
] // prettier-ignore

/** Against a text whose first words hold a character of two units. */
export const partings: readonly Attack[] = [
  refused('writes behind the first half of a character', 'misplaced-content', insertBetweenHalves(0x84, [0])),
  refused('writes before the second half of a character', 'misplaced-content', insertBetweenHalves(0x44, [1])),
  refused('writes between the halves of a character', 'misplaced-content', insertBetweenHalves(0xc4, [0, 1])),
  refused('deletes the first half of a character', 'misplaced-content', deleteHalf(0)),
  refused('deletes the second half of a character', 'misplaced-content', deleteHalf(1)),
] // prettier-ignore

/** Refused only when seen in the text: the text is then thrown away and read from the log again. */
export const lateAttacks: readonly Attack[] = [
  refused('puts words between neighbours named crosswise', 'misplaced-content', insertCrosswise),
]
