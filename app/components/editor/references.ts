import type { Node } from 'prosemirror-model'
import {
  Plugin,
  PluginKey,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { checkContent } from '#app/text/check.ts'
import {
  codesAtOnce,
  codesIn,
  isSame,
  leadsThere,
  markedIn,
  plainCodesIn,
  referencesOf,
  type Reference,
  type WrittenCode,
} from '#app/text/references.ts'
import { schema } from '#app/text/schema.ts'
import { jsonOf } from './line-json.ts'
import { CodesOfText, mayRenumber } from './meant-before.ts'
import { isFromDocument, isUndoOrRedo } from './origin.ts'

/**
 * Codes that are typed or pasted here become references, a moment after the caret has left them: those
 * of the text at once, others when the portal has said what they mean. Lines that others write in are
 * left to them, but for words alone that would name another place since an edit made here. A code that
 * stood in its line before an edit gave others their codes means what it meant then: a line that is
 * moved says nothing new.
 */

/** What codes mean that are not of this text; those that are known nowhere are left out. */
export type FindCodes = (
  codes: readonly string[],
) => Promise<readonly (Reference & { readonly written: string })[]>

/** So long nothing was typed before lines are looked through. */
const pauseMs = 300

const lookUpAll = 'look up the codes of the whole text'
const { reference } = schema.marks

/** How often something was written here, and how often all codes were to be looked up. */
interface Counts {
  readonly own: number
  readonly all: number
}

const key = new PluginKey<Counts>('references')

export function referencesPlugin(find: FindCodes): Plugin {
  return new Plugin<Counts>({
    key,
    state: {
      init: () => ({ own: 0, all: 0 }),
      apply: (tr, { own, all }) => ({
        own: own + (tr.docChanged && !isFromDocument(tr) && !isUndoOrRedo(tr) ? 1 : 0),
        all: all + (tr.getMeta(lookUpAll) === true ? 1 : 0),
      }),
    },
    view: (view) => new Recognizer(view, find),
  })
}

/** Has the codes of all lines looked up, however they came there. */
export const lookUpCodes: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(lookUpAll, true))
  return true
}

/** Writes the codes anew of which the entries and points have others by now. */
export const writeAnew: Command = (state, dispatch) => {
  const checked = checkContent(state.doc.toJSON())
  if (!checked.ok) return false
  const moved = referencesOf(checked.content).filter((found) => found.state === 'moved')
  if (moved.length === 0) return false
  const { tr } = state
  state.doc.descendants((line, position) => {
    if (!line.isTextblock) return
    for (const { element, from, to, reference: meant, now } of moved) {
      if (element.id !== line.attrs.id || !meant) continue
      const [start, end] = [from, to].map((at) => tr.mapping.map(position + 1 + at))
      const marks = (line.nodeAt(from)?.marks ?? []).filter((mark) => mark.type !== reference)
      const words = schema.text(now, [...marks, reference.create({ ...meant, code: now })])
      if (start !== undefined && end !== undefined) tr.replaceWith(start, end, words)
    }
  })
  dispatch?.(tr)
  return true
}

class Recognizer {
  /** Lines that were written in here and not looked through yet, by their ids. */
  private readonly touched = new Set<string>()
  /** The text before each edit that may have renumbered it since then, the oldest first. */
  private renumbered: CodesOfText[] = []
  /** Null: known nowhere. */
  private readonly known = new Map<string, Reference | null>()
  /** Those whose meaning is on its way. */
  private readonly asked = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | null = null
  private isGone = false

  constructor(
    private readonly view: EditorView,
    private readonly find: FindCodes,
  ) {}

  update({ state }: EditorView, before: EditorState): void {
    const [then, now] = [key.getState(before), key.getState(state)]
    if (now?.all !== then?.all) {
      this.known.clear()
      state.doc.descendants((node) => void this.touch(node))
    } else if (now?.own !== then?.own) this.touchChanged(before.doc, state.doc)
    if (this.touched.size === 0 && now?.own === then?.own) return
    if (mayRenumber(before.doc, state.doc)) this.renumbered.push(new CodesOfText(before.doc))
    this.wait()
  }

  private touchChanged(before: Node, after: Node) {
    const from = after.content.findDiffStart(before.content)
    const end = after.content.findDiffEnd(before.content)
    if (from === null || end === null) return
    // Of what is there twice in a row, start and end may be found crosswise.
    const to = Math.min(after.content.size, Math.max(from, end.a) + 1)
    after.nodesBetween(Math.max(0, from - 1), to, (node) => {
      this.touch(node)
      if (node.isTextblock) this.forgetUnknown(node)
    })
  }

  /** What was known nowhere may have been published since: it is asked for anew where it is written in. */
  private forgetUnknown(line: Node) {
    for (const { code } of codesIn(line.textContent))
      if (this.known.get(code) === null) this.known.delete(code)
  }

  destroy(): void {
    this.isGone = true
    if (this.timer !== null) clearTimeout(this.timer)
  }

  private touch(node: Node) {
    if (node.isTextblock && typeof node.attrs.id === 'string') this.touched.add(node.attrs.id)
  }

  private wait() {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.look(), pauseMs)
  }

  private look() {
    this.timer = null
    if (this.isGone || !this.view.editable || this.view.composing) return
    const { state } = this.view
    const present = new CodesOfText(state.doc)
    this.touchRenamed(state.doc, present)
    const found = this.linesToMark(state)
    const before = this.renumbered
    // A line with a code that the caret is at is looked through again: what it meant is still asked for.
    if (this.touched.size === 0) this.renumbered = []
    if (found.length === 0) return
    const meaningIn = (line: Node) => (code: string) => {
      const then = before.find((text) => text.isNamedIn(line, code))
      const target = then?.target(code) ?? present.target(code)
      if (target !== undefined) return { issuer: null, code, target }
      return present.lacks(code) ? null : this.known.get(code)
    }
    const { tr } = state
    const unknown = new Set<string>()
    for (const { start, line, codes } of found) {
      const meaning = meaningIn(line)
      for (const { code } of codes) {
        if (meaning(code) === undefined && !this.asked.has(code)) unknown.add(code)
      }
      markLine(tr, start, line, codes, meaning)
    }
    if (tr.docChanged) this.view.dispatch(tr)
    if (unknown.size > 0) void this.ask([...unknown])
  }

  /** Lines that nobody writes in, in which words alone name what has another code by now. */
  private touchRenamed(doc: Node, present: CodesOfText) {
    if (this.renumbered.length === 0) return
    doc.descendants((line) => {
      const isRenamed = ({ code }: WrittenCode) => {
        const then = this.renumbered.find((text) => text.isNamedIn(line, code))?.target(code)
        return then !== undefined && then !== present.target(code)
      }
      if (line.isTextblock && plainCodesOf(line).some(isRenamed)) this.touch(line)
    })
  }

  /** Lines are looked through once, but for those with a code that the caret is at. */
  private linesToMark({ doc, selection }: EditorState) {
    const found: { start: number; line: Node; codes: WrittenCode[] }[] = []
    doc.descendants((line, position) => {
      if (!line.isTextblock || !this.touched.has(String(line.attrs.id))) return
      const start = position + 1
      const isAtCaret = ({ from, to }: { from: number; to: number }) =>
        selection.from <= start + to && selection.to >= start + from
      const codes = codesIn(line.textContent)
      if (!codes.some(isAtCaret)) this.touched.delete(String(line.attrs.id))
      const free = codes.filter((code) => !isAtCaret(code))
      if (codes.length > 0 || hasReference(line)) found.push({ start, line, codes: free })
    })
    return found
  }

  /** As many at once as the portal answers. */
  private async ask(codes: readonly string[]) {
    for (const code of codes) this.asked.add(code)
    for (let at = 0; at < codes.length; at += codesAtOnce) {
      await this.askFor(codes.slice(at, at + codesAtOnce))
    }
  }

  private async askFor(codes: readonly string[]) {
    const answers = this.isGone ? null : await this.find(codes).catch(() => null)
    for (const code of codes) this.asked.delete(code)
    // Not heard is not unknown: their lines are looked through with the next edit or move of the caret.
    if (answers === null) {
      if (!this.isGone) this.touchLinesWith(codes)
      return
    }
    for (const code of codes) this.known.set(code, null)
    for (const { written, issuer, code, target } of answers) {
      this.known.set(written, { issuer, code, target })
    }
    if (this.isGone) return
    this.touchLinesWith(codes)
    this.look()
  }

  private touchLinesWith(codes: readonly string[]) {
    this.view.state.doc.descendants((line) => {
      if (line.isTextblock && codesIn(line.textContent).some(({ code }) => codes.includes(code))) {
        this.touch(line)
      }
    })
  }
}

/** Marks what is known, and takes the mark off words that are no longer what they were marked as. */
function markLine(
  tr: Transaction,
  start: number,
  line: Node,
  codes: readonly WrittenCode[],
  meaning: (code: string) => Reference | null | undefined,
) {
  const marked = markedIn(jsonOf(line))
  for (const { from, to, written } of marked) {
    const isWhole = codesIn(line.textContent).some(
      (code) => code.from === from && code.to === to && code.code === written,
    )
    if (!isWhole) tr.removeMark(start + from, start + to, reference)
  }
  for (const { from, to, code } of codes) {
    const own = marked.find((one) => one.from === from && one.to === to)
    if (own && leadsThere(own.reference, code)) continue
    const meant = meaning(code)
    if (!meant) tr.removeMark(start + from, start + to, reference)
    else if (!own || !isSame(own.reference, meant)) {
      tr.addMark(start + from, start + to, reference.create({ ...meant }))
    }
  }
}

function plainCodesOf(line: Node): WrittenCode[] {
  return codesIn(line.textContent).length === 0 ? [] : plainCodesIn(jsonOf(line))
}

function hasReference(line: Node): boolean {
  return line.children.some(({ marks }) => reference.isInSet(marks) !== undefined)
}
