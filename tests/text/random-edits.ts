import { Fragment, Slice, type Node } from 'prosemirror-model'
import { canJoin, canSplit, liftTarget, Transform } from 'prosemirror-transform'
import { logics, noteKinds } from '#app/text/grammar.ts'
import { schema } from '#app/text/schema.ts'

/** One random edit as numbers, so that a failing run shrinks and prints. */
export type Draw = readonly [kind: number, at: number, to: number, choice: number]

type Edit = (tr: Transform, at: number, to: number, choice: number) => void

const { entry, entryHeading, note, paragraph, point, bulletList, listItem } = schema.nodes
const { table, tableCell, tableRow } = schema.nodes
const marks = Object.values(schema.marks)

function insertable(choice: number, word: string): Node {
  const line = paragraph.create({ id: `p-${word}` }, schema.text(word))
  const made = [
    line,
    entry.create({ id: `e-${word}`, code: '3B801' }, [
      entryHeading.create(null, schema.text(word)),
      line,
    ]),
    entry.create({ id: `e-${word}` }),
    point.create({ id: `o-${word}` }, line),
    point.create({ id: `o-${word}` }),
    note.create({ id: `n-${word}`, kind: 'nb' }, line),
    bulletList.create(null, listItem.create(null, line)),
    table.create({ id: `t-${word}` }, [
      tableRow.create({ isHeader: true }, [
        tableCell.create({ rowspan: 2 }, line),
        tableCell.create({ id: `c-${word}` }),
      ]),
      tableRow.create({ id: `r-${word}` }, tableCell.create({ colspan: 3 }, line)),
    ]),
    tableRow.create(null, tableCell.create(null, line)),
  ]
  return made[choice % made.length] ?? line
}

const edits: Edit[] = [
  (tr, at, _, choice) => tr.insert(at, schema.text(`w${choice}`)),
  (tr, at, _, choice) => tr.insert(at, insertable(choice, `x${choice}`)),
  (tr, at, to) => tr.delete(at, to),
  (tr, at, to) => tr.deleteRange(at, to),
  (tr, at, _, choice) => {
    const depth = 1 + (choice % 3)
    if (canSplit(tr.doc, at, depth)) tr.split(at, depth)
  },
  (tr, at) => {
    if (canJoin(tr.doc, at)) tr.join(at)
  },
  (tr, at, to, choice) => {
    const mark = marks[choice % marks.length]
    if (mark) tr.addMark(at, to, mark.create())
  },
  (tr, at, to) => tr.removeMark(at, to),
  (tr, at, _, choice) => setAttributes(tr, at, choice),
  (tr, at, to) => {
    const range = tr.doc.resolve(at).blockRange(tr.doc.resolve(to))
    const target = range && liftTarget(range)
    if (range && target !== null && target !== undefined) tr.lift(range, target)
  },
  (tr, at, to) => {
    const range = tr.doc.resolve(at).blockRange(tr.doc.resolve(to))
    if (range) tr.wrap(range, [{ type: point }])
  },
  // Move a whole node: what a cut and paste does.
  (tr, at, to) => {
    const node = tr.doc.nodeAt(at)
    if (!node || node.isText) return
    tr.delete(at, at + node.nodeSize)
    tr.replaceRange(tr.mapping.map(to), tr.mapping.map(to), new Slice(Fragment.from(node), 0, 0))
  },
]

function setAttributes(tr: Transform, at: number, choice: number) {
  const node = tr.doc.nodeAt(at)
  if (node?.type === entry) tr.setNodeAttribute(at, 'logic', logics[choice % 2] ?? null)
  if (node?.type === point) tr.setNodeAttribute(at, 'label', choice % 2 === 0 ? null : 'f')
  if (node?.type === tableRow) tr.setNodeAttribute(at, 'isHeader', choice % 2 === 0)
  if (node?.type === tableCell) tr.setNodeAttribute(at, 'rowspan', 1 + (choice % 3))
  if (node?.type === note) tr.setNodeAttribute(at, 'kind', noteKinds[choice % 3] ?? 'note')
}

const misfits = new Set(['RangeError', 'TransformError'])

/** The document after an edit, or the same one where the edit cannot be made there. */
export function edited(doc: Node, [kind, at, to, choice]: Draw): Node {
  const edit = edits[kind % edits.length]
  const size = doc.content.size
  const [from, end] = [at % (size + 1), to % (size + 1)].sort((a, b) => a - b)
  try {
    const tr = new Transform(doc)
    edit?.(tr, from ?? 0, end ?? 0, choice)
    tr.doc.check()
    return tr.doc
  } catch (error) {
    // A step that does not fit its place is refused by ProseMirror; nobody could have made it.
    if (error instanceof Error && misfits.has(error.name)) return doc
    throw error
  }
}

/** Inserts a node with an id of its own at the nearest place that takes it. */
export function inserted(doc: Node, id: string, at: number, choice: number): Node {
  const tr = new Transform(doc)
  const made = [
    paragraph.create({ id }, schema.text(id)),
    entry.create({ id }, paragraph.create(null, schema.text(id))),
    point.create({ id }, paragraph.create(null, schema.text(id))),
    note.create({ id }, paragraph.create(null, schema.text(id))),
  ]
  const node = made[choice % made.length] ?? paragraph.create({ id })
  const size = doc.content.size
  for (let offset = 0; offset <= size; offset++) {
    const $place = doc.resolve((at + offset) % (size + 1))
    if (!$place.parent.canReplaceWith($place.index(), $place.index(), node.type)) continue
    if ($place.textOffset > 0) continue
    return tr.insert($place.pos, node).doc
  }
  return doc
}
