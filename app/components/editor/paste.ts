import { Fragment, Slice, type Mark, type Node, type ResolvedPos } from 'prosemirror-model'
import { Plugin, type Command, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { withoutHidden } from '#app/text/hidden-characters.ts'
import { schema } from '#app/text/schema.ts'
import { insertBlocks } from './insert-blocks.ts'
import { insertPasted } from './insert-pasted.ts'
import { inLines, nothingRead, type ReadHtml } from './pasted-lines.ts'
import type { PastePlace } from './pasted-points.ts'
import { tableOfText } from './pasted-text.ts'
import { closedAtTables, inCell, isInCell } from './table-lines.ts'

/**
 * What comes from the clipboard or is dropped: read by the schema, which drops what it does not know
 * and links that may not stand in a text, and refused whole when it is too much for one update.
 */

/** Bytes of text that may be pasted at once, below what one update may hold on the wire. */
export const pasteLimit = 120_000
/** Bytes of HTML that are read at all; word processors write ten times what there is to read. */
const htmlLimit = 4_000_000
/** About what a node costs in an update besides its words: ids, names, attributes. */
const nodeCost = 48

interface Told {
  /** When something is refused, with its size in bytes. */
  readonly onTooLarge: (size: number) => void
  /** When something came in without all that it had, or with points that have to be looked at. */
  readonly onWarned: (warned: PasteWarned) => void
}

/** What has to be looked at of what was pasted. */
export type PasteWarned = Pick<ReadHtml, 'leftOut' | 'unsure' | 'gaps' | 'asLines'>

export function pastePlugin({ onTooLarge, onWarned }: Told): Plugin {
  /** What was read last, until it is put in. */
  let read: Omit<ReadHtml, 'html'> | null = null
  const refuse = (event: Event, size: number) => {
    event.preventDefault()
    read = null
    onTooLarge(size)
    return true
  }
  /** What was read, told where something has to be; `tables` more of it became lines for their place. */
  const takeRead = (tables: number) => {
    const { asLines, ...rest } = read ?? nothingRead
    read = null
    const taken = { ...rest, asLines: asLines + tables }
    const isWhole = Object.values(taken.leftOut).every((count) => count === 0)
    if (!isWhole || taken.unsure.length + taken.gaps.length + taken.asLines > 0) onWarned(taken)
    return taken
  }
  // Before it is parsed: the browser would hang on what is refused afterwards anyway.
  const refuseUnread = (event: Event, data: DataTransfer | null) => {
    const plain = byteLength(data?.getData('text/plain') ?? '')
    const html = byteLength(data?.getData('text/html') ?? '')
    const isTooLarge = html === 0 ? plain > pasteLimit : html > htmlLimit
    return isTooLarge && refuse(event, plain || html)
  }
  const refuseRead = (event: Event, slice: Slice) => {
    const size = sizeOf(slice)
    return size > pasteLimit && refuse(event, size)
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (_view, event) => refuseUnread(event, event.clipboardData),
        drop: (view, event) => !view.dragging && refuseUnread(event, event.dataTransfer),
      },
      transformPastedHTML: (html, view) => {
        const { html: lines, ...rest } = inLines(html, placeIn(view.state))
        read = rest
        return lines
      },
      transformPasted: (slice, view) => cleaned(slice, view),
      // A keyboard for another script can send such characters too.
      handleTextInput(view, from, to, text) {
        const words = plain(text)
        if (words === text) return false
        view.dispatch(view.state.tr.insertText(words, from, to))
        return true
      },
      handlePaste(view, event, slice) {
        const table = tableOfText(event.clipboardData)
        const pasted = table ? cleaned(table, view) : slice
        if (refuseRead(event, pasted)) return true
        const { slice: here, tables } = fitting(pasted, view.state.selection.$from)
        return insertRead(here, takeRead(tables), here !== slice)(view.state, view.dispatch)
      },
      handleDrop(view, event, slice, isMove) {
        if (isMove) return false
        if (refuseRead(event, slice)) return true
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? 0
        const { slice: here, tables } = fitting(slice, view.state.doc.resolve(at))
        takeRead(tables)
        if (here === slice) return false
        view.dispatch(view.state.tr.replaceRange(at, at, here))
        return true
      },
    },
  })
}

/**
 * What of a slice goes in at a place, and how many of its tables became lines for that: no table stands
 * in the cell of another. A plugin that puts a grid into the cells around has to be asked before this one.
 */
function fitting(slice: Slice, $place: ResolvedPos): { slice: Slice; tables: number } {
  return isInCell($place) ? inCell(slice) : { slice, tables: 0 }
}

/** Puts in what was read; does nothing where ProseMirror puts it in as well, unless that has another slice. */
function insertRead(
  slice: Slice,
  { hasPoints, isOwn }: Pick<ReadHtml, 'hasPoints' | 'isOwn'>,
  isAnother: boolean,
): Command {
  return (state, dispatch) => {
    if (hasPoints && insertPasted(slice)(state, dispatch)) return true
    if (insertBlocks(slice, isOwn)(state, dispatch)) return true
    if (isAnother) dispatch?.(state.tr.replaceSelection(slice).scrollIntoView())
    return isAnother
  }
}

export function sizeOf(slice: Slice): number {
  let size = 0
  slice.content.descendants((node) => {
    size += nodeCost + byteLength(node.text ?? '')
  })
  return size
}

function placeIn({ selection: { $from } }: EditorState): PastePlace {
  if (isInCell($from)) return 'elsewhere'
  if ($from.depth > 1 && $from.node(2).type === schema.nodes.entry) return 'entry'
  return $from.depth > 0 && $from.node(1).attrs.key === 'items' ? 'items' : 'elsewhere'
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/**
 * Sections give what they hold, tables of which more than one cell was chosen stay such, ids that are in
 * the text are not taken twice, odd characters go. What a reference of another text means is not here: its
 * code is looked up anew.
 */
function cleaned(slice: Slice, view: EditorView): Slice {
  const isMove = view.dragging?.move === true
  const taken = idsIn(view.state.doc.content)
  const known = new Set([...taken, ...idsIn(slice.content)])
  const content = mapped(slice.content, (node) => {
    if (node.isText) return schema.text(plain(node.text ?? ''), marksHere(node, known))
    const id: unknown = node.attrs.id
    const isTaken = !isMove && typeof id === 'string' && taken.has(id)
    return isTaken ? node.type.create({ ...node.attrs, id: null }, node.content) : node
  })
  const sections = content.content.some((node) => node.type === schema.nodes.section)
  if (!sections) return closedAtTables(new Slice(content, slice.openStart, slice.openEnd))
  const inner = content.content.flatMap((node) =>
    node.type === schema.nodes.section ? node.children : [node],
  )
  const [openStart, openEnd] = [slice.openStart, slice.openEnd].map((open) => Math.max(0, open - 1))
  return closedAtTables(new Slice(Fragment.from(inner), openStart ?? 0, openEnd ?? 0))
}

function idsIn(fragment: Fragment): Set<unknown> {
  const ids = new Set<unknown>()
  fragment.descendants((node) => void ids.add(node.attrs.id))
  return ids
}

function marksHere({ marks }: Node, known: ReadonlySet<unknown>): readonly Mark[] {
  const isHere = ({ type, attrs }: Mark) =>
    type !== schema.marks.reference || attrs.target === null || known.has(attrs.target)
  return marks.filter(isHere)
}

function mapped(fragment: Fragment, change: (node: Node) => Node): Fragment {
  const nodes = fragment.content.filter((node) => !node.isText || plain(node.text ?? '') !== '')
  return Fragment.from(
    nodes.map((node) => change(node.isText ? node : node.copy(mapped(node.content, change)))),
  )
}

/** Without control characters and halves of characters, which no text may hold, and hidden ones. */
function plain(text: string): string {
  return withoutHidden(text.replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}/gu, ''))
}
