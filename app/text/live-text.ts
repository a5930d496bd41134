import { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { checkContent } from './check.ts'
import type { Content, ContentNode } from './content.ts'
import { flattened, nested } from './levels.ts'
import { fragmentName, schema } from './schema.ts'

/** A text as Yjs holds it. */
export interface LiveText {
  readonly doc: Y.Doc
  readonly text: Y.XmlFragment
}

/**
 * A new, empty live text. When somebody else's formatting arrives, Yjs would tidy up around it by
 * deletions of its own, in every copy and in nobody's name; here only people delete, so that is
 * switched off. `keepsDeleted`: what is deleted later can still be read.
 */
export function newLiveText({ keepsDeleted = false } = {}): LiveText {
  const doc = new Y.Doc({ gc: !keepsDeleted })
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!transaction.local) transaction._needFormattingCleanup = false
  })
  return { doc, text: doc.getXmlFragment(fragmentName) }
}

/** The JSON of all there is, known to the schema or not; reading changes nothing. */
export function contentOf(text: Y.XmlFragment): { type: 'doc'; content: unknown[] } {
  return { type: 'doc', content: childrenOf(text, () => true) }
}

/** The JSON of one element with those children in full that `inFull` picks; the others are empty. */
export function elementContent(
  element: Y.XmlElement,
  inFull: (child: Y.XmlElement | Y.XmlText) => boolean,
): ContentLike {
  const content = childrenOf(element, inFull)
  const attrs: Readonly<Record<string, unknown>> = element.getAttributes()
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

/** Something that looks like content and was not checked. */
export interface ContentLike {
  type: string
  attrs?: Readonly<Record<string, unknown>>
  content?: unknown[]
}

export function childrenOf(
  parent: Y.XmlFragment,
  inFull: (child: Y.XmlElement | Y.XmlText) => boolean,
): unknown[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return inFull(child) ? runsOf(child) : []
    if (!(child instanceof Y.XmlElement)) return [null]
    return inFull(child) ? [elementContent(child, () => true)] : [{ type: child.nodeName }]
  })
}

interface Run {
  insert: unknown
  attributes?: Record<string, unknown>
}

/** The runs of words of a text node, as the editor writes them. */
export function runsOf(text: Y.XmlText): unknown[] {
  const runs: Run[] = text.toDelta()
  return runs.map(({ insert, attributes }) => ({
    type: 'text',
    text: insert,
    ...(attributes && {
      marks: Object.entries(attributes).map(([type, attrs]) => ({ type, attrs })),
    }),
  }))
}

/**
 * Puts content after what is there, in the form in which the editor's binding would write it. All
 * attributes are written: the binding sets those that are missing to their defaults with the next
 * word that is typed there, which would undo what somebody else sets at the same moment.
 */
export function appendContent(text: Y.XmlFragment, content: Content): void {
  const whole: ContentNode = Node.fromJSON(schema, flattened(content)).toJSON()
  text.push((whole.content ?? []).map(elementOf))
}

/** A node with all its attributes, as Yjs holds it. */
export function elementOf(node: ContentNode): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, string | boolean | number>>(node.type)
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    if (value !== null) element.setAttribute(key, value)
  }
  const runs = (node.content ?? []).filter(({ type }) => type === 'text')
  const nodes = (node.content ?? []).filter(({ type }) => type !== 'text')
  // A line has a text before it has words: two who begin to write in it bring no text each.
  const words = schema.nodes[node.type]?.isTextblock ? [newText(runs)] : []
  element.insert(0, [...words, ...nodes.map(elementOf)])
  return element as Y.XmlElement
}

/** Runs of words, as Yjs holds them. */
export function newText(runs: readonly ContentNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    runs.map((run) => ({
      insert: run.text ?? '',
      attributes: Object.fromEntries(
        (run.marks ?? []).map(({ type, attrs = {} }) => [type, attrs]),
      ),
    })),
  )
  return text
}

/**
 * The text as the editor shows it in its frozen form, which is what is frozen and hashed: attributes
 * that are not set stand at their defaults, runs alike are one, points stand in points. Throws where there is something that the schema does
 * not know; the gate and every command see to it that there never is.
 */
export function shownContent(text: Y.XmlFragment): Content {
  const checked = checkContent(contentOf(text))
  if (!checked.ok) throw new Error(`the text is not in the schema: ${checked.reason}`)
  const shown = checkContent(Node.fromJSON(schema, checked.content).toJSON())
  if (!shown.ok) throw new Error(`the text was not shown as it is: ${shown.reason}`)
  return nested(shown.content)
}
