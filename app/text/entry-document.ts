import type { Content, ContentNode } from './content.ts'

/** One entry as a text of its own, to be shown like any other. */
export function entryDocument(entry: ContentNode): Content {
  return {
    type: 'doc',
    content: [{ type: 'section', attrs: { id: 'items', key: 'items' }, content: [entry] }],
  }
}
