import { toggleMark } from 'prosemirror-commands'
import type { Mark, MarkType, Node, NodeType } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { findWrapping } from 'prosemirror-transform'
import { limits, type Logic, type NoteKind } from '#app/text/grammar.ts'
import { isSafeLink } from '#app/text/links.ts'
import { newId } from '#app/text/new-id.ts'
import { schema } from '#app/text/schema.ts'
import { blocksOf, chosenBlocks, endOf, levelOf, positionOf } from './blocks.ts'
import { insertAndEnter } from './structure.ts'
import { levelIn } from './tables.ts'

/** What the toolbar and the keys do besides Enter and Tab. */

const { entry, entryHeading, note, point, paragraph, section, tableCell } = schema.nodes
const { link, parameter } = schema.marks

/** A new entry after the one that the caret is in, or at the end of the controlled items. */
export const insertEntry: Command = (state, dispatch) => {
  const place = entryPlace(state)
  if (!place) return false
  if (!dispatch) return true
  const node = entry.create({ id: newId() }, entryHeading.create())
  const { tr } = state
  if (place.emptyLine) tr.delete(place.emptyLine.from, place.emptyLine.to)
  dispatch(insertAndEnter(tr, tr.mapping.map(place.position), node).scrollIntoView())
  return true
}

function entryPlace(state: EditorState) {
  const { $from } = state.selection
  if ($from.depth > 0 && $from.node(1).attrs.key === 'items') {
    const line = $from.depth === 2 && $from.parent.type === paragraph && $from.parent
    const isEmpty = line && line.content.size === 0 && $from.node(1).childCount > 1
    const emptyLine = isEmpty ? { from: $from.before(2), to: $from.after(2) } : null
    return { position: $from.depth > 1 ? $from.after(2) : $from.end(1), emptyLine }
  }
  let end: number | null = null
  state.doc.forEach((node, offset) => {
    if (node.type === section && node.attrs.key === 'items') end = offset + node.nodeSize - 1
  })
  return end === null ? null : { position: end, emptyLine: null }
}

/** A new point after the one that the caret is in and what stands in it, or after the line. */
export const insertPoint: Command = (state, dispatch) => {
  const blocks = chosenBlocks(state)
  if (!blocks) return false
  const level = levelOf(blocks, blocks.last)
  const node = point.create({ level }, paragraph.create())
  const position = positionOf(blocks, endOf(blocks, blocks.last))
  dispatch?.(insertAndEnter(state.tr, position, node).scrollIntoView())
  return true
}

/** A new note to the point that the caret is in, after what stands in it; or after the line. */
export function insertNote(kind: NoteKind): Command {
  return (state, dispatch) => {
    const blocks = entryBlocks(state)
    if (!blocks) return false
    const isInPoint = blocks.container.child(blocks.last).type === point
    const level = levelOf(blocks, blocks.last) + (isInPoint ? 1 : 0)
    const node = note.create({ kind, level: Math.min(level, limits.level) }, paragraph.create())
    const position = positionOf(blocks, endOf(blocks, blocks.last))
    dispatch?.(insertAndEnter(state.tr, position, node).scrollIntoView())
    return true
  }
}

/** The blocks of the entry, also where the caret is in one of its notes: notes hold no notes. */
function entryBlocks(state: EditorState) {
  const blocks = chosenBlocks(state)
  if (blocks?.container.type !== note) return blocks
  const { $from } = state.selection
  const $note = state.doc.resolve(blocks.start - 1)
  if ($from.depth === 0 || $note.parent.type !== entry) return null
  const index = $note.index()
  return { ...blocksOf($note.parent, $note.start()), first: index, last: index }
}

export function wrapInList(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const range = $from.blockRange($to)
    if (!range || !listHolders.has(range.parent.type)) return false
    if (
      range.parent.children
        .slice(range.startIndex, range.endIndex)
        .some((n) => n.type !== paragraph)
    ) {
      return false
    }
    const level = levelIn(range.parent, $from.start(range.depth), range.startIndex)
    const wrapping = findWrapping(range, type, { level })
    if (!wrapping) return false
    const tr = splitItems(state.tr.wrap(range, wrapping), range.start)
    dispatch?.(withoutLevels(tr, range.start).scrollIntoView())
    return true
  }
}

const listHolders = new Set([section, entry, point, note, tableCell])

/** What stands in a list has the level of the list. */
function withoutLevels(tr: Transaction, listStart: number): Transaction {
  tr.doc.nodeAt(listStart)?.descendants((node, offset) => {
    if (node.type === paragraph && node.attrs.level !== 0)
      tr.setNodeAttribute(listStart + 1 + offset, 'level', 0)
  })
  return tr
}

/** Several paragraphs that were wrapped become an item each. */
function splitItems(tr: Transaction, listStart: number): Transaction {
  const item = tr.doc.resolve(listStart + 1).nodeAfter
  if (!item) return tr
  let position = listStart + 2
  for (const line of item.children.slice(0, -1)) {
    position += line.nodeSize
    tr.split(position)
    position += 2
  }
  return tr
}

/** Sets or clears "any of" or "all of" on the point or entry that the caret is in. */
export function setLogic(logic: Logic | null): Command {
  return (state, dispatch) => {
    const place = ownerOf(state)
    if (!place) return false
    dispatch?.(state.tr.setNodeAttribute(place.position, 'logic', logic))
    return true
  }
}

/** Marks the point that the caret is in as not used, or takes that back. */
export const toggleNotUsed: Command = (state, dispatch) => {
  const place = ownerOf(state)
  if (place?.node.type !== point) return false
  dispatch?.(
    state.tr.setNodeAttribute(place.position, 'notUsed', place.node.attrs.notUsed !== true),
  )
  return true
}

export function setLabel(label: string | null): Command {
  return (state, dispatch) => {
    const place = ownerOf(state)
    if (place?.node.type !== point) return false
    dispatch?.(state.tr.setNodeAttribute(place.position, 'label', label))
    return true
  }
}

/** The innermost point or entry around the caret. */
export function ownerOf(state: EditorState): { node: Node; position: number } | null {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type === point || node.type === entry) return { node, position: $from.before(depth) }
  }
  return null
}

/** Chooses the words of the first line of a node, by its id; refuses where it is not in the text any more. */
export function chooseFirstLine(id: string): Command {
  return ({ doc, tr }, dispatch) => {
    let from: number | null = null
    doc.descendants((node, position) => {
      if (node.attrs.id === id) from = position
      return from === null
    })
    if (from === null) return false
    const { $from } = TextSelection.near(doc.resolve(from), 1)
    dispatch?.(
      tr.setSelection(TextSelection.create(doc, $from.start(), $from.end())).scrollIntoView(),
    )
    return true
  }
}

/** Marks the chosen words of one line as a control parameter, or takes the mark around the caret off. */
export const toggleParameter: Command = (state, dispatch, view) => {
  const { $from, $to, empty } = state.selection
  const around = markAround(state, parameter)
  if (around) {
    dispatch?.(state.tr.removeMark(around.from, around.to, parameter))
    return true
  }
  if (empty || !$from.sameParent($to)) return false
  return toggleMark(parameter, { id: newId() })(state, dispatch, view)
}

/**
 * Links the chosen words, or changes the link around the caret; an empty address takes it off. Where
 * nothing is chosen and no link is, the address itself is written.
 */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { from, to, empty, $from } = state.selection
    if (!$from.parent.isTextblock || (href !== '' && !isSafeLink(href))) return false
    const around = markAround(state, link)
    const range = empty && around ? around : { from, to }
    const tr = state.tr
    if (range.from < range.to) {
      tr.removeMark(range.from, range.to, link)
      if (href !== '') tr.addMark(range.from, range.to, link.create({ href }))
    } else if (href !== '') tr.insert(from, schema.text(href, [link.create({ href })]))
    dispatch?.(tr)
    return true
  }
}

/** The stretch of one line that has the mark on which the selection is or begins. */
export function markAround(
  { selection: { $from } }: EditorState,
  type: MarkType,
): { mark: Mark; from: number; to: number } | null {
  const { parent } = $from
  if (!parent.isTextblock) return null
  const mark = [$from.nodeAfter, $from.nodeBefore]
    .map((beside) => beside && type.isInSet(beside.marks))
    .find((found) => found !== null && found !== undefined)
  if (!mark) return null
  return { mark, ...stretchOf(parent, $from.start(), $from.pos, mark) }
}

function stretchOf(line: Node, start: number, at: number, mark: Mark) {
  let stretch = { from: at, to: at }
  let run: { from: number; to: number } | null = null
  line.forEach((node, offset) => {
    const from = start + offset
    const to = from + node.nodeSize
    if (!mark.isInSet(node.marks)) run = null
    else run = run ? { from: run.from, to } : { from, to }
    if (run && run.from <= at && to >= at) stretch = run
  })
  return stretch
}
