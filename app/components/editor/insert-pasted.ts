import { Fragment, type Node, type Slice } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { doubledLabels, letterPoints, missingBetween, ownLabels } from '#app/text/lettering.ts'
import { schema } from '#app/text/schema.ts'
import { chosenBlocks, endOf, levelOf, positionOf, type ChosenBlocks } from './blocks.ts'

/**
 * Puts entries, points and notes from elsewhere where they can stand: entries into the controlled
 * items; into an entry what they hold, unless nothing is written in it yet, for then it becomes the
 * first of them. Does nothing, and says so, with what can stand in no such place.
 */
export function insertPasted({ content }: Slice): Command {
  return (state, dispatch) => {
    const hasEntries = content.content.some(({ type }) => type === entry)
    const place = entryAt(state)
    if (!place) return hasEntries && insertBeside(content, state, dispatch)
    const [first, ...rest] = content.content
    if (first?.type === entry && isBlank(place.node)) {
      const filled = entry.create(
        { ...place.node.attrs, code: place.node.attrs.code || first.attrs.code },
        first.content,
      )
      const to = place.position + place.node.nodeSize
      dispatch?.(putAt(state, place.position, to, [filled, ...rest]))
      return true
    }
    return insertInside(content, state, dispatch)
  }
}

const { bulletList, entry, entryHeading, note, orderedList, paragraph, point, section, table } =
  schema.nodes

function entryAt({ doc, selection: { $from } }: EditorState) {
  if ($from.depth < 2 || $from.node(2).type !== entry) return null
  const position = $from.before(2)
  const node = doc.nodeAt(position)
  return node && { node, position }
}

function isBlank(node: Node): boolean {
  return node.textContent.trim() === '' && node.childCount <= 1
}

/** In the place of the empty line that the caret is in, or behind what it is in. */
function insertBeside(
  content: Fragment,
  state: EditorState,
  dispatch?: (tr: Transaction) => void,
): boolean {
  const { $to } = state.selection
  if ($to.depth < 2 || $to.node(1).type !== section) return false
  const isEmpty = $to.node(2).type === paragraph && $to.node(2).content.size === 0
  const to = $to.after(2)
  dispatch?.(putAt(state, isEmpty ? $to.before(2) : to, to, content.content))
  return true
}

/** In the place of an empty point, or behind the block that the caret is in. */
function insertInside(
  content: Fragment,
  state: EditorState,
  dispatch?: (tr: Transaction) => void,
): boolean {
  const blocks = chosenBlocks(state)
  if (!blocks) return false
  const { container, last } = blocks
  const level = levelOf(blocks, last)
  const inner = content.content.flatMap((node) => (node.type === entry ? linesOf(node) : [node]))
  const blocksThere = [point, paragraph, bulletList, orderedList, table]
  const fits = new Set(container.type === note ? blocksThere : [...blocksThere, note])
  if (inner.some(({ type }) => !fits.has(type))) return false
  const old = container.child(last)
  const isEmpty = old.type === point && old.textContent === ''
  const from = positionOf(blocks, isEmpty ? last : endOf(blocks, last))
  const before = labelsBefore(blocks, isEmpty ? last : endOf(blocks, last))
  const made = relabelled(inner, before, level).map((node) =>
    node.type.create({ ...node.attrs, level }, node.content, node.marks),
  )
  // A line for the caret behind a table.
  const line = made.at(-1)?.type === table ? [paragraph.create({ level })] : []
  dispatch?.(putAt(state, from, isEmpty ? from + old.nodeSize : from, [...made, ...line]))
  return true
}

interface Labelled {
  readonly label: string | null
}

function labelled({ attrs }: Node): Labelled {
  const label: unknown = attrs.label
  return { label: typeof label === 'string' ? label : null }
}

/** The labels of their own of the points beside the last chosen block, as far as the block with this index. */
function labelsBefore({ container, places, last }: ChosenBlocks, end: number): Labelled[] {
  const parent = places[last]?.parent
  return places.flatMap((place, index) => {
    const node = container.child(index)
    return index < end && place.parent === parent && node.type === point ? [labelled(node)] : []
  })
}

/**
 * Without the labels that points before them have already, and those that their place gives them; beside
 * a gap all keep theirs (`pasted-letters`).
 */
function relabelled(nodes: readonly Node[], before: readonly Labelled[], level: number): Node[] {
  const pasted = nodes.filter(({ type }) => type === point).map(labelled)
  const doubled = new Set(doubledLabels([...before, ...pasted], level))
  const labels = letterPoints(pasted, level)
  const hasGap = labels.some((label, at) => missingBetween(labels[at - 1] ?? '', label, level) > 0)
  const kept = pasted.map(({ label }, at) => (doubled.has(before.length + at) ? null : label))
  const own = hasGap
    ? kept
    : ownLabels(
        kept.map((label) => label ?? ''),
        level,
        before,
      )
  let at = 0
  return nodes.map((node) => {
    if (node.type !== point) return node
    const label = own[at++] ?? null
    return node.type.create({ ...node.attrs, label }, node.content, node.marks)
  })
}

/** What an entry holds, its code before the words of its heading. */
function linesOf({ attrs, children }: Node): Node[] {
  return children.map((child) => {
    if (child.type !== entryHeading) return child
    const code = schema.text(`${String(attrs.code)} `)
    return paragraph.create(null, Fragment.from(code).append(child.content))
  })
}

/** Puts nodes in the place of others, and the caret at their end. */
function putAt(state: EditorState, from: number, to: number, nodes: readonly Node[]): Transaction {
  const tr = state.tr.replaceWith(from, to, nodes)
  const end = nodes.reduce((at, node) => at + node.nodeSize, from)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)).scrollIntoView()
}
