import type { Node } from 'prosemirror-model'
import type { ContentNode } from '#app/text/content.ts'

/** A line of the editor as content, without making JSON of its attributes. */
export function jsonOf(line: Node): ContentNode {
  const content = line.children.map((run) => ({
    type: 'text',
    text: run.text ?? '',
    marks: run.marks.map((mark) => ({ type: mark.type.name, attrs: mark.attrs })),
  }))
  return { type: line.type.name, content }
}
