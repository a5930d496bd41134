import type { Content, ContentNode } from './content.ts'

/** One entry as a text of its own, to be shown like any other. */
export function entryDocument(entry: ContentNode): Content {
  return entriesDocument([entry])
}

/** Several entries as one text. */
export function entriesDocument(entries: readonly ContentNode[]): Content {
  return {
    type: 'doc',
    content: [{ type: 'section', attrs: { id: 'items', key: 'items' }, content: entries }],
  }
}
