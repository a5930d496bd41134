import type { ContentAttribute, ContentNode } from '#app/text/content.ts'
import { paragraph } from './sample.ts'

/** Tables and lists for tests, with the ids that they are given. */

type Attributes = Readonly<Record<string, ContentAttribute>>

export function table(id: string, ...rows: ContentNode[]): ContentNode {
  return { type: 'table', attrs: { id }, content: rows }
}

export function row(attrs: Attributes, ...cells: ContentNode[]): ContentNode {
  return { type: 'tableRow', attrs, content: cells }
}

export function cell(attrs: Attributes, ...content: ContentNode[]): ContentNode {
  return { type: 'tableCell', attrs, content }
}

/** Its items are `${id}0` and on, with a paragraph `${id}0p` in each. */
export function bullets(id: string, ...texts: string[]): ContentNode {
  return list('bulletList', id, texts)
}

export function numbers(id: string, ...texts: string[]): ContentNode {
  return list('orderedList', id, texts)
}

function list(type: string, id: string, texts: readonly string[]): ContentNode {
  const content = texts.map((text, at) => ({
    type: 'listItem',
    attrs: { id: `${id}${at}` },
    content: [paragraph(`${id}${at}p`, text)],
  }))
  return { type, attrs: { id }, content }
}
