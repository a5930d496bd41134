import { array, assert, constant, nat, property, tuple } from 'fast-check'
import { Node } from 'prosemirror-model'
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkContent } from '#app/text/check.ts'
import { flattened } from '#app/text/levels.ts'
import { emptyDraft, fragmentName, schema } from '#app/text/schema.ts'
import { edited, inserted, type Draw } from './random-edits.ts'
import { depositions, scanners } from './sample.ts'

/** A person's copy of a text: a Yjs document and what their editor shows of it. */
class Copy {
  readonly ydoc = new Y.Doc()

  constructor(clientId: number, update: Uint8Array) {
    this.ydoc.clientID = clientId
    Y.applyUpdate(this.ydoc, update)
  }

  get fragment() {
    return this.ydoc.getXmlFragment(fragmentName)
  }

  change(edit: (doc: Node) => Node) {
    const { doc, meta } = initProseMirrorDoc(this.fragment, schema)
    const after = edit(doc)
    if (after !== doc) updateYFragment(this.ydoc, this.fragment, after, meta)
  }

  update() {
    return Y.encodeStateAsUpdate(this.ydoc)
  }
}

function startOf(content: object) {
  const ydoc = new Y.Doc()
  ydoc.clientID = 1
  const doc = Node.fromJSON(schema, content)
  updateYFragment(ydoc, ydoc.getXmlFragment(fragmentName), doc, {
    mapping: new Map(),
    isOMark: new Map(),
  })
  return Y.encodeStateAsUpdate(ydoc)
}

const starts = [startOf(scanners), startOf(emptyDraft()), startOf(flattened(depositions))]
const draw = tuple(nat(50), nat(5000), nat(5000), nat(99))
const rounds = array(tuple(array(draw, { maxLength: 6 }), array(draw, { maxLength: 6 })), {
  minLength: 1,
  maxLength: 5,
})

/** Reads a merged text as one who has no part in it, and proves that reading deletes nothing. */
function readAsStranger(update: Uint8Array) {
  const reader = new Copy(99, update)
  const json: unknown = yXmlFragmentToProsemirrorJSON(reader.fragment)
  const elements = countElements(reader.fragment)
  const { doc } = initProseMirrorDoc(reader.fragment, schema)
  expect(countElements(reader.fragment)).toBe(elements)
  expect(reader.update()).toEqual(new Copy(98, update).update())
  return { json, doc }
}

test('edits made at the same time merge into a text that passes the check and loses no node', () => {
  assert(
    property(nat(1), rounds, (start, rounds) => {
      const copies = [2, 3].map((id) => new Copy(id, starts[start] ?? new Uint8Array()))
      for (const round of rounds) {
        copies.forEach((copy, person) => applyAll(copy, round[person] ?? []))
        exchange(copies)
        const { json, doc } = readAsStranger(copies[0]?.update() ?? new Uint8Array())
        expect(checkContent(json)).toMatchObject({ ok: true })
        doc.check()
      }
    }),
    { numRuns: 300 },
  )
})

test('what several people insert at the same time is all there', () => {
  const insertions = array(tuple(nat(5000), nat(3)), { minLength: 1, maxLength: 5 })
  assert(
    property(constant(0), insertions, insertions, insertions, (start, ...people) => {
      const copies = people.map((_, id) => new Copy(id + 2, starts[start] ?? new Uint8Array()))
      copies.forEach((copy, person) =>
        people[person]?.forEach(([at, choice], turn) =>
          copy.change((doc) => inserted(doc, `p${person}-${turn}`, at, choice)),
        ),
      )
      exchange(copies)
      const { doc } = readAsStranger(copies[0]?.update() ?? new Uint8Array())
      const ids = new Set<unknown>()
      doc.descendants((node) => void ids.add(node.attrs.id))
      const expected = people.flatMap((own, person) => own.map((_, turn) => `p${person}-${turn}`))
      expect(expected.filter((id) => !ids.has(id))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

function applyAll(copy: Copy, draws: readonly Draw[]) {
  for (const draw of draws) copy.change((doc) => edited(doc, draw))
}

function exchange(copies: readonly Copy[]) {
  const updates = copies.map((copy) => copy.update())
  for (const copy of copies) for (const update of updates) Y.applyUpdate(copy.ydoc, update)
}

function countElements(parent: Y.XmlFragment): number {
  return parent
    .toArray()
    .filter((child) => child instanceof Y.XmlElement)
    .reduce((count, child) => count + 1 + countElements(child), 0)
}
