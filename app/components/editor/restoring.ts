import type { Node, ResolvedPos } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { ySyncPluginKey } from 'y-prosemirror'
import type { Displaced, LostWords, StrandedWords } from '#app/queries/lost-words.ts'
import { checkContent } from '#app/text/check.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import { keepWords, leaveOut } from '#app/text/keep-words.ts'
import { nested } from '#app/text/levels.ts'
import type { PlaceInLine } from '#app/text/lost-places.ts'
import { schema } from '#app/text/schema.ts'
import { blocksOf, levelOf } from './blocks.ts'
import { startUndoStep } from './origin.ts'
import { bindingOf } from './places.ts'
import type { DisplacedWords } from './use-displaced.ts'

const { entry, note, paragraph, point, section } = schema.nodes

/**
 * Puts words that lost their place into their line where that was moved; else into a paragraph behind
 * what survives nearest before it, at the level at which what stands there keeps its codes.
 */
export function restoreWords({ words, after, moved }: LostWords): Command {
  return (state, dispatch) => {
    const inLine = moved && positionIn(state.doc, moved)
    const position = inLine ?? placeBehind(state.doc, after)
    if (position === null) return false
    startUndoStep(state)
    const text = schema.text(words)
    const isLine = inLine === null
    const level = levelAt(state.doc, position)
    const tr = state.tr.insert(position, isLine ? paragraph.create({ level }, text) : text)
    const end = position + words.length + (isLine ? 1 : 0)
    tr.setSelection(TextSelection.create(tr.doc, end))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Among the words of a line, or at their end where they are fewer by now. */
function positionIn(doc: Node, { elementId, at }: PlaceInLine): number | null {
  let found: number | null = null
  doc.descendants((node, position) => {
    if (node.attrs.id !== elementId || !node.isTextblock || found !== null) return
    found = position + 1 + Math.min(at, node.content.size)
  })
  return found
}

/** What the caret is in, as it is named. */
export function elementAtCaret({ doc, selection: { $head } }: EditorState): TextElement | null {
  const checked = checkContent(doc.toJSON())
  const elements = checked.ok ? elementsOf(nested(checked.content)) : []
  return elements.find(({ id }) => id === $head.parent.attrs.id) ?? null
}

/**
 * That of the deeper of the two blocks between which something is to stand: less would lift what follows
 * out of the point around it.
 */
function levelAt(doc: Node, position: number): number {
  const $place = doc.resolve(position)
  if ($place.parent.type !== entry && $place.parent.type !== note) return 0
  const blocks = blocksOf($place.parent, $place.start())
  return Math.max(levelOf(blocks, $place.index() - 1), levelOf(blocks, $place.index()))
}

/**
 * Behind the element, or in it where it holds what was removed; of a row or cell behind the table, of an
 * item behind the list. Else where the text ends.
 */
function placeBehind(doc: Node, after: string | null): number | null {
  let found: number | null = null
  doc.descendants((node, position) => {
    if (after === null || found !== null || node.attrs.id !== after) return
    found = node.type === section ? position + 1 : position + node.nodeSize
  })
  while (found !== null && !takesParagraph(doc, found)) {
    const $found: ResolvedPos = doc.resolve(found)
    found = $found.depth > 0 ? $found.after() : null
  }
  if (found !== null) return found
  const last = doc.content.size - 1
  return last > 0 && takesParagraph(doc, last) ? last : null
}

function takesParagraph(doc: Node, position: number): boolean {
  const $place = doc.resolve(position)
  return $place.parent.canReplaceWith($place.index(), $place.index(), paragraph)
}

/**
 * Takes words out of the line in which they stayed behind, with that where it then holds nothing, and puts
 * them where what they were written among stands now, instead of what they were written for.
 */
export function putWhereTheyBelong(stranded: StrandedWords): Command {
  const { elementId, from, to, words, belongs, replaces } = stranded
  return (state, dispatch) => {
    const place = wordsIn(state.doc, elementId, from, to, words)
    const range = copyIn(state.doc, elementId, from, to, words)
    const target = positionIn(state.doc, belongs)
    if (!place || !range || target === null) return false
    startUndoStep(state)
    const { content } = state.doc.slice(place.from, place.to)
    const tr = state.tr.delete(range.from, range.to)
    const old =
      replaces && wordsIn(state.doc, replaces.elementId, replaces.from, replaces.to, replaces.words)
    if (old) tr.delete(tr.mapping.map(old.from), tr.mapping.map(old.to))
    const position = tr.mapping.map(target)
    tr.insert(position, content)
    tr.setSelection(TextSelection.create(tr.doc, position + words.length))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Takes the second copy of a tail away, with the line and point that then hold nothing. */
export function removeCopy({
  elementId,
  from,
  to,
  words,
}: Displaced['doubled' | 'struck'][number]): Command {
  return (state, dispatch) => {
    const range = copyIn(state.doc, elementId, from, to, words)
    if (!range) return false
    startUndoStep(state)
    dispatch?.(state.tr.delete(range.from, range.to).scrollIntoView())
    return true
  }
}

/** Says that words are right where they stand, whatever is asked about them. */
export function keepAsTheyStand(one: Exclude<DisplacedWords, LostWords>): Command {
  return (state, dispatch) => {
    const bound = bindingOf(state)
    if (!bound || !dispatch) return bound !== null
    startUndoStep(state)
    const isThere = bound.doc.transact(() => keepWords(bound.type, one), ySyncPluginKey)
    startUndoStep(state)
    return isThere
  }
}

/** Says that words that have gone are not to come back. */
export function leaveLost({ units }: LostWords): Command {
  return (state, dispatch) => {
    const bound = bindingOf(state)
    if (!bound || !dispatch) return bound !== null
    return leaveOut(bound.type, units)
  }
}

interface Range {
  readonly from: number
  readonly to: number
}

/** The words of a line that stand there as they are told to. */
function wordsIn(doc: Node, id: string, from: number, to: number, words: string): Range | null {
  let found: Range | null = null
  doc.descendants((node, position) => {
    if (node.attrs.id !== id || !node.isTextblock) return
    if (node.textContent.slice(from, to) !== words) return
    found ??= { from: position + 1 + from, to: position + 1 + to }
  })
  return found
}

/** The words, or the line or point that they are all of. */
function copyIn(doc: Node, id: string, from: number, to: number, words: string): Range | null {
  const found: Range[] = []
  doc.descendants((node, position, parent) => {
    const whole = { from: position, to: position + node.nodeSize }
    const [only] = node.children
    if (node.type === point && node.childCount === 1 && only?.attrs.id === id) {
      if (only.textContent === words) found.push(whole)
    }
    if (node.attrs.id !== id || node.textContent.slice(from, to) !== words) return
    const isAll = node.content.size === to - from && (parent?.childCount ?? 0) > 1
    found.push(isAll ? whole : { from: position + 1 + from, to: position + 1 + to })
  })
  return found[0] ?? null
}
