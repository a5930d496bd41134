import type { XmlElement, XmlNode } from './element.ts'

/** What an element may be given: what is null or false is left out. */
export type XmlContent = XmlNode | null | false | readonly XmlContent[]

/** An element to be written. Attributes that are null are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  ...content: readonly XmlContent[]
): XmlElement {
  return {
    name,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== null),
    ),
    children: flattened(content),
  }
}

function flattened(content: readonly XmlContent[]): XmlNode[] {
  return content.flatMap((one): XmlNode[] => {
    if (one === null || one === false) return []
    if (typeof one === 'string') return one === '' ? [] : [one]
    return isElement(one) ? [one] : flattened(one)
  })
}

function isElement(content: XmlElement | readonly XmlContent[]): content is XmlElement {
  return !Array.isArray(content)
}

/**
 * A document in UTF-8. Nothing is put between elements: white space in a text is part of it. Names are
 * ours and are not looked at; values are escaped here and nowhere else.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`
}

function written(node: XmlNode): string {
  if (typeof node === 'string') return escapedText(node)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapedAttribute(value)}"`)
    .join('')
  if (node.children.length === 0) return `<${node.name}${attributes}/>`
  return `<${node.name}${attributes}>${node.children.map(written).join('')}</${node.name}>`
}

/** What XML 1.0 cannot hold at all, not as a reference either (section 2.2, Char). */
const forbidden = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

/** Also without what XML cannot hold. */
export function escapedText(text: string): string {
  return text
    .replaceAll(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Tabs and line breaks as references, or a reader would make spaces of them. */
function escapedAttribute(value: string): string {
  return escapedText(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
}
