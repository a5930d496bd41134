import { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { lineOf, sectionOf, type Content, type ContentNode } from './content.ts'
import { flattened } from './levels.ts'
import { elementOf } from './live-text.ts'
import { schema } from './schema.ts'

/**
 * Puts content into the sections of a living text that it has something for: after what is there, or
 * in its place. The line without words that an empty section has to write in goes either way.
 */
export function putIntoSections(
  text: Y.XmlFragment,
  content: Content,
  { replaces }: { replaces: boolean },
): void {
  const whole: ContentNode = Node.fromJSON(schema, flattened(content)).toJSON()
  for (const section of whole.content ?? []) {
    if (isBlankSection(section)) continue
    const there = sectionIn(text, sectionOf(section))
    if (there) {
      if (replaces || isBlankElement(there)) there.delete(0, there.length)
      there.push((section.content ?? []).map(elementOf))
    } else text.push([elementOf(section)])
  }
}

/** Whether a section holds nothing but lines without words. An entry says something by its code alone. */
export function isBlankSection(section: ContentNode): boolean {
  return (section.content ?? []).every(
    (child) => child.type === 'paragraph' && lineOf(child).trim() === '',
  )
}

export function isBlank(content: Content): boolean {
  return (content.content ?? []).every(isBlankSection)
}

function sectionIn(text: Y.XmlFragment, key: string): Y.XmlElement | null {
  const found = text
    .toArray()
    .find((child) => child instanceof Y.XmlElement && child.getAttribute('key') === key)
  return found instanceof Y.XmlElement ? found : null
}

function isBlankElement(section: Y.XmlElement): boolean {
  return section
    .toArray()
    .every(
      (child) =>
        child instanceof Y.XmlElement && child.nodeName === 'paragraph' && !hasWords(child),
    )
}

function hasWords(line: Y.XmlElement): boolean {
  return line
    .toArray()
    .some((child) => child instanceof Y.XmlText && child.toString().trim() !== '')
}
