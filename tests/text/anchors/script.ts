import * as Y from 'yjs'
import type { Span } from '#app/text/anchor-text.ts'
import { checkContent } from '#app/text/check.ts'
import { plainText, type Content } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { nested } from '#app/text/levels.ts'
import { contentOf } from '#app/text/live-text.ts'
import { Copy } from './copy.ts'
import { Identities, type Character } from './identities.ts'
import { Random } from './random.ts'

/** A frozen text and, for every place in its plain text, which character stands there. */
export interface Frozen {
  readonly content: Content
  readonly plain: string
  /** `lineEnd` between lines. */
  readonly characters: readonly Character[]
  /** The same text, live. */
  readonly live: { readonly doc: Y.Doc; readonly text: Y.XmlFragment }
}

export const lineEnd: Character = -1

/** Words of a line, as a form names them. */
export interface Words {
  readonly elementId: string
  readonly from: number
  readonly to: number
}

/** What happened to words of a text between two of its versions. */
export interface Script {
  readonly before: Frozen
  readonly after: Frozen
  readonly words: Words
  /** The comment is on the line that they are all of, and on no words of it. */
  readonly isOnLine: boolean
  /** The words in the plain text of `before`. */
  readonly span: Span
  readonly identities: Identities
  /** The edits of each of the two people, round by round. */
  readonly edits: readonly string[]
}

/** The mark that stands for a comment where comments are marks in the text. */
export const commentMark = 'italic'

/**
 * Two people edit a text at the same time and exchange what they did, up to three times over. All is
 * told by the seed. `hasTables`: of a text with tables, which have edits of their own besides.
 */
export function runScript(seed: number, { hasTables = false } = {}): Script {
  const random = new Random(seed)
  const identities = new Identities()
  const base = new Copy(1, identities, random, hasTables)
  base.begin(3 + random.below(8))
  const unmarked = freeze(base, identities)
  const words = anyWords(unmarked.content, random)
  const element = elementsOf(unmarked.content).find(({ id }) => id === words.elementId)
  if (!element) throw new Error('the words stand nowhere')
  mark(base.text, words)
  const before = freeze(base, identities)

  const people = [2, 3].map((client) => new Copy(client, identities, random, hasTables))
  const edits: string[] = []
  const [first, second] = people
  if (!first || !second) throw new Error('two people edit')
  for (const person of people) person.receive(base)
  const mostEdits = random.pick([1, 2, 4, 6])
  for (let rounds = 1 + random.below(3); rounds > 0; rounds--) {
    for (const person of people) {
      for (let left = random.below(mostEdits + 1); left > 0; left--) edits.push(person.edit())
      edits.push('/')
    }
    first.receive(second)
    second.receive(first)
    edits.push('merge')
  }
  return {
    before,
    after: freeze(first, identities),
    words,
    isOnLine: false,
    span: { from: element.from + words.from, to: element.from + words.to },
    identities,
    edits,
  }
}

/** The same, with a comment on all of the line in which the words stand. */
export function onWholeLine(script: Script): Script {
  const { elementId } = script.words
  const line = elementsOf(script.before.content).find(({ id }) => id === elementId)
  if (!line) throw new Error('the words stand nowhere')
  const { from, to } = line
  return {
    ...script,
    isOnLine: true,
    words: { elementId, from: 0, to: to - from },
    span: { from, to },
  }
}

function freeze({ doc, text }: Copy, identities: Identities): Frozen {
  const checked = checkContent(contentOf(text))
  if (!checked.ok) throw new Error(`no text of the schema: ${checked.reason}`)
  const content = nested(checked.content)
  const plain = plainText(content)
  const characters = linesOf(text, identities).flatMap((line, index) =>
    index === 0 ? line : [lineEnd, ...line],
  )
  if (characters.length !== plain.length) throw new Error('the model has lost characters')
  return { content, plain, characters, live: { doc, text } }
}

function linesOf(parent: Y.XmlFragment, identities: Identities): Character[][] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    if (child.nodeName !== 'paragraph' && child.nodeName !== 'entryHeading') {
      return linesOf(child, identities)
    }
    const texts = child.toArray().filter((part) => part instanceof Y.XmlText)
    return [texts.flatMap((text) => identities.of(text))]
  })
}

/** Words of a paragraph, half of the time from word to word. */
function anyWords(content: Content, random: Random): Words {
  const line = random.pick(
    elementsOf(content).filter(({ kind, text }) => kind === 'paragraph' && text !== ''),
  )
  if (random.isLikely(0.5)) {
    const words = [...line.text.matchAll(/\S+/g)]
    const first = random.below(words.length)
    const last = Math.min(words.length - 1, first + random.below(6))
    const [start, end] = [words[first], words[last]]
    if (!start || !end) throw new Error('a line has words')
    return { elementId: line.id, from: start.index, to: end.index + end[0].length }
  }
  for (;;) {
    const from = random.below(line.text.length)
    const to = Math.min(line.text.length, from + 1 + random.below(50))
    // Nobody can comment on spaces alone.
    if (line.text.slice(from, to).trim() !== '') return { elementId: line.id, from, to }
  }
}

/** Marks the words in the live text, for those who follow marks. */
function mark(parent: Y.XmlFragment, { elementId, from, to }: Words) {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    const text = child.get(0)
    if (child.getAttribute('id') === elementId && text instanceof Y.XmlText) {
      text.format(from, to - from, { [commentMark]: {} })
    } else mark(child, { elementId, from, to })
  }
}
