import * as Y from 'yjs'
import { carry } from '#app/text/anchor.ts'
import type { Placement } from '#app/text/anchor-placement.ts'
import type { LiveStates } from '#app/text/anchor-live.ts'
import type { Span } from '#app/text/anchor-text.ts'
import { elementsOf } from '#app/text/elements.ts'
import { mostLike } from '#app/text/fuzzy.ts'
import type { Claim } from './judge.ts'
import { commentMark, type Frozen, type Script } from './script.ts'

/** Ways to find words again: ours, and others. */
export const ways = {
  ours: (script: Script) =>
    carried(script, { before: script.before.live, after: script.after.live }),
  'ours, by the frozen texts alone': (script: Script) => carried(script, null),
  'ours, of whole lines': ofWholeLine,
  'marks only': marksOnly,
  'relative positions only': relativePositionsOnly,
  'quote search without a minimum': quoteSearch,
} as const satisfies Record<string, (script: Script) => Claim>

export type Way = keyof typeof ways
export const wayNames: readonly Way[] = [
  'ours',
  'ours, by the frozen texts alone',
  'ours, of whole lines',
  'marks only',
  'relative positions only',
  'quote search without a minimum',
]

/** As the portal carries the threads of one version to the next. */
function carried({ before, after, words }: Script, live: LiveStates | null): Claim {
  const [placement] = carry([{ kind: 'words', ...words }], before.content, after.content, live)
  return claimOf(after, placement)
}

function ofWholeLine({ before, after, words: { elementId } }: Script): Claim {
  const live = { before: before.live, after: after.live }
  const [placement] = carry([{ kind: 'element', elementId }], before.content, after.content, live)
  const line = elementsOf(after.content).find(({ id }) => id === placement?.elementId)
  const isAll = line !== undefined && placement?.from === null
  if (!isAll) return claimOf(after, placement)
  return { condition: placement.condition, span: { from: line.from, to: line.to } }
}

function claimOf({ content }: Frozen, placement: Placement | undefined): Claim {
  if (!placement) return gone
  const { condition, elementId, from, to } = placement
  const element = elementsOf(content).find(({ id }) => id === elementId)
  if (!element || from === null || to === null) return { condition, span: null }
  return { condition, span: { from: element.from + from, to: element.from + to } }
}

const gone: Claim = { condition: 'text-removed', span: null }

/** A comment is a mark in the text and is wherever the mark is; what is marked twice counts once. */
function marksOnly(script: Script): Claim {
  const marked = linesOf(script.after).flatMap(({ runs, from }) => {
    let at = from
    const spans = runs.map(({ words, isMarked }) => {
      const span = { from: at, to: at + words.length }
      at = span.to
      return isMarked ? span : null
    })
    const [first] = spans.filter((span) => span !== null)
    const last = spans.findLast((span) => span !== null)
    return first && last ? [{ from: first.from, to: last.to }] : []
  })
  return named(script, marked[0] ?? null)
}

/** The two ends are positions in the live text that hold on to the characters beside them. */
function relativePositionsOnly(script: Script): Claim {
  const { before, after, words } = script
  const text = linesOf(before).find(({ id }) => id === words.elementId)?.text
  if (!text) return gone
  const resolved = [
    Y.createRelativePositionFromTypeIndex(text, words.from, 0),
    Y.createRelativePositionFromTypeIndex(text, words.to, -1),
  ].map((position) => Y.createAbsolutePositionFromRelativePosition(position, after.live.doc))
  const [start, end] = resolved
  const line = linesOf(after).find((one) => one.text === start?.type)
  if (!start || !end || !line || start.type !== end.type) return gone
  return named(script, { from: line.from + start.index, to: line.from + end.index })
}

/** The most similar words of the whole text, however little similar they are. */
function quoteSearch(script: Script): Claim {
  const [best] = mostLike(quoteOf(script), script.after.plain)
  return named(script, best ?? null)
}

function quoteOf({ before, span }: Script): string {
  return before.plain.slice(span.from, span.to)
}

/** The condition by what stands at the place: the same words, in the same line or not, or others. */
function named(script: Script, span: Span | null): Claim {
  if (!span || span.to <= span.from) return gone
  if (script.after.plain.slice(span.from, span.to) !== quoteOf(script)) {
    return { condition: 'text-changed', span }
  }
  const line = linesOf(script.after).find(({ from, to }) => from <= span.from && span.to <= to)
  return { condition: line?.id === script.words.elementId ? 'exact' : 'moved', span }
}

interface LiveLine {
  readonly id: string
  readonly text: Y.XmlText | null
  readonly from: number
  readonly to: number
  readonly runs: readonly { words: string; isMarked: boolean }[]
}

/** The lines of a live text with their places in the plain text. */
function linesOf({ live }: Frozen): LiveLine[] {
  let next = 0
  const visit = (parent: Y.XmlFragment): LiveLine[] =>
    parent.toArray().flatMap((child) => {
      if (!(child instanceof Y.XmlElement)) return []
      if (child.nodeName !== 'paragraph' && child.nodeName !== 'entryHeading') return visit(child)
      const texts = child.toArray().filter((part) => part instanceof Y.XmlText)
      const runs = texts.flatMap(runsOf)
      const from = next
      const to = from + runs.reduce((length, { words }) => length + words.length, 0)
      next = to + 1
      return [{ id: child.getAttribute('id') ?? '', text: texts[0] ?? null, from, to, runs }]
    })
  return visit(live.text)
}

function runsOf(text: Y.XmlText) {
  const runs: { insert: string; attributes?: Record<string, unknown> }[] = text.toDelta()
  return runs.map(({ insert, attributes }) => ({
    words: insert,
    isMarked: attributes?.[commentMark] !== undefined,
  }))
}
