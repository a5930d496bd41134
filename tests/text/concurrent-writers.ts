import type { Node } from 'prosemirror-model'
import { canJoin, Transform } from 'prosemirror-transform'
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import { appendContent, newLiveText, type LiveText } from '#app/text/live-text.ts'
import { endGoneTails } from '#app/text/gone-tails.ts'
import { schema } from '#app/text/schema.ts'
import type { NumberedUpdate } from '#app/text/authorship.ts'
import { copyOf, updateOf } from '#tests/realtime/edits.ts'
import { doc, paragraph, section } from './sample.ts'

/** People who write in one text, each in a copy that hears of the others now and then. */

export type Draw = (below: number) => number

export interface Writer extends LiveText {
  /** From 0. */
  readonly person: number
  heard: number
}

export class Writers {
  readonly log: NumberedUpdate[] = []
  /** Who made each update; null for the first, which is the text as it was. */
  readonly makers = new Map<number, number | null>()
  readonly people: readonly Writer[]
  /** The letters that an edit brought into the copy of who made it. */
  readonly written: string[] = []
  /** The letters that stood less often in somebody's copy after an edit of theirs than before. */
  readonly deletedKnowingly: string[] = []
  /** Whether what says that a tail has gone comes with an update of its own, as where it is sent at once. */
  areSignsSentApart = false
  private signs: (() => void)[] = []
  private isEditing = false

  constructor(count: number, lines: readonly string[]) {
    const live = newLiveText()
    live.doc.clientID = 1
    appendContent(
      live.text,
      doc(section('subject', ...lines.map((words, place) => paragraph(`p${place}`, words)))),
    )
    this.note(Y.encodeStateAsUpdate(live.doc), null)
    this.people = Array.from({ length: count }, (_, person) => ({
      ...copyOf(live, 100 + person),
      person,
      heard: 1,
    }))
    for (const { doc, person } of this.people) {
      doc.on('afterTransaction', (transaction: Y.Transaction) => {
        if (!transaction.local || !this.isEditing) return
        if (this.areSignsSentApart) this.signs.push(() => endGoneTails(transaction))
        else endGoneTails(transaction)
      })
      // The binding puts two texts of a line together when it reads them: that is an edit too.
      doc.on('update', (update: Uint8Array, _origin, _doc, transaction: Y.Transaction) => {
        if (transaction.local && !this.isEditing) this.note(update, person)
      })
    }
  }

  /** Whose words an update brought. */
  makerOf(seq: number): number | null {
    return this.makers.get(seq) ?? null
  }

  edit(writer: Writer, change: (doc: Node) => Node): void {
    this.isEditing = true
    const update = updateOf(writer, () => {
      const { doc, meta } = initProseMirrorDoc(writer.text, schema)
      const after = change(doc)
      const [then, now] = [countOf(doc.textContent), countOf(after.textContent)]
      const isFewer = (letter: string) => (now.get(letter) ?? 0) < (then.get(letter) ?? 0)
      this.deletedKnowingly.push(...[...then.keys()].filter(isFewer))
      this.written.push(...[...now.keys()].filter((letter) => !then.has(letter)))
      if (after !== doc) updateYFragment(writer.doc, writer.text, after, meta)
    })
    this.note(update, writer.person)
    for (const sign of this.signs.splice(0)) this.note(updateOf(writer, sign), writer.person)
    this.isEditing = false
  }

  /** As the editor writes a move: a line goes, and is written anew before another, in one update. */
  move(writer: Writer, line: number, before: number): void {
    this.act(writer, () =>
      writer.doc.transact(() => {
        const { doc, meta } = initProseMirrorDoc(writer.text, schema)
        for (const after of [removed(line)(doc), moved(line, before)(doc)])
          updateYFragment(writer.doc, writer.text, after, meta)
      }),
    )
  }

  /** Something that is written into the copy itself. */
  act(writer: Writer, change: () => void): void {
    this.isEditing = true
    const update = updateOf(writer, change)
    this.isEditing = false
    this.note(update, writer.person)
  }

  hear(writer: Writer): void {
    for (const { update } of this.log.slice(writer.heard)) Y.applyUpdate(writer.doc, update)
    writer.heard = this.log.length
  }

  private note(update: Uint8Array, person: number | null) {
    const { structs, ds } = Y.decodeUpdate(update)
    if (structs.length === 0 && ds.clients.size === 0) return
    const seq = this.log.length + 1
    this.log.push({ seq, update })
    this.makers.set(seq, person)
  }
}

function countOf(words: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of words) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** The lines of the text and where they begin. */
function linesIn(doc: Node) {
  const lines: { node: Node; position: number }[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock) lines.push({ node, position })
  })
  return lines
}

/** Where in a line something is done. */
export interface Somewhere {
  line: number
  at: number
}

export const typed = (place: Somewhere, words: string) => (doc: Node) => {
  const line = linesIn(doc)[place.line]
  if (!line) return doc
  const at = line.position + 1 + Math.min(place.at, line.node.content.size)
  return new Transform(doc).insert(at, schema.text(words)).doc
}

export const split = (place: Somewhere, id: string) => (doc: Node) => {
  const line = linesIn(doc)[place.line]
  if (!line) return doc
  const at = line.position + 1 + Math.min(place.at, line.node.content.size)
  const attrs = { id, splitFrom: line.node.attrs.id }
  return new Transform(doc).split(at, 1, [{ type: schema.nodes.paragraph, attrs }]).doc
}

export const joined = (line: number) => (doc: Node) => {
  const found = linesIn(doc)[line]
  return found && canJoin(doc, found.position) ? new Transform(doc).join(found.position).doc : doc
}

export const removed = (line: number) => (doc: Node) => {
  const found = linesIn(doc)[line]
  if (!found) return doc
  return new Transform(doc).delete(found.position, found.position + found.node.nodeSize).doc
}

export const moved = (line: number, before: number) => (doc: Node) => {
  const lines = linesIn(doc)
  const [found, target] = [lines[line], lines[before]]
  if (!found || !target || found === target) return doc
  const tr = new Transform(doc).delete(found.position, found.position + found.node.nodeSize)
  return tr.insert(tr.mapping.map(target.position), found.node).doc
}

/** A line of its own behind another. */
export const put = (behind: number, words: string, id: string) => (doc: Node) => {
  const found = linesIn(doc)[behind]
  if (!found) return doc
  const line = schema.node('paragraph', { id }, words === '' ? [] : [schema.text(words)])
  return new Transform(doc).insert(found.position + found.node.nodeSize, line).doc
}

export const cut = (place: Somewhere, length: number) => (doc: Node) => {
  const line = linesIn(doc)[place.line]
  if (!line) return doc
  const size = line.node.content.size
  const from = Math.min(place.at, size)
  const start = line.position + 1
  return new Transform(doc).delete(start + from, start + Math.min(from + length, size)).doc
}

export function countLines(writer: Writer): number {
  return linesIn(initProseMirrorDoc(writer.text, schema).doc).length
}
