import { SaxesParser } from 'saxes'
import type { XmlElement, XmlNode } from '#app/xml/element.ts'
import { prefixOf } from './names.ts'
import { WordRefused } from './word-refused.ts'

/** Sizes up to which a part is read. */
export const xmlLimits = {
  /** Elements of one part: Word cuts words into many runs, so that a page comes to thousands. */
  elements: 400_000,
  /** Elements inside each other. Tables in tables in text boxes come to 60. */
  depth: 200,
} as const

export type { XmlElement, XmlNode }

/** As it is read: its children are still coming. */
type OpenElement = XmlElement & { readonly children: XmlNode[] }

/**
 * Reads a part strictly into a tree, with the prefixes that we use for its namespaces, whatever the part
 * uses: `w:p`. There are no document types, hence no entities but the five of
 * XML and no way to name anything outside; the first fault ends it.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const top: OpenElement = { name: '', attributes: {}, children: [] }
  const open: OpenElement[] = [top]
  let elements = 0

  parser.on('doctype', () => {
    throw new WordRefused('word-entities')
  })
  parser.on('error', () => {
    throw new WordRefused('word-damaged')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (++elements > xmlLimits.elements) throw new WordRefused('word-too-large')
    if (open.length > xmlLimits.depth) throw new WordRefused('word-too-deep')
    const named: Record<string, string> = {}
    for (const each of Object.values(attributes)) {
      if (each.prefix !== 'xmlns') named[withPrefix(each.uri, each.local)] = each.value
    }
    const element: OpenElement = { name: withPrefix(uri, local), attributes: named, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void open.at(-1)?.children.push(text))
  parser.on('cdata', (text) => void open.at(-1)?.children.push(text))

  for (let at = 0; at < bytes.length; at += chunk) {
    parser.write(decoded(bytes, at))
  }
  parser.close()
  const root = elementsIn(top)[0]
  if (!root) throw new WordRefused('word-damaged')
  return root
}

/** Read in parts, so that a limit is met before all of a long part was made a string. */
const chunk = 256 * 1024

function decoded(bytes: Uint8Array, at: number): string {
  // A character is never cut in two: up to three bytes of it belong to the chunk that it began in.
  const from = startOfCharacter(bytes, at)
  const to = startOfCharacter(bytes, Math.min(at + chunk, bytes.length))
  try {
    return utf8.decode(bytes.subarray(from, to))
  } catch {
    throw new WordRefused('word-damaged')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function startOfCharacter(bytes: Uint8Array, at: number): number {
  let start = at
  while (start < bytes.length && start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--
  return start
}

function withPrefix(uri: string, local: string): string {
  const prefix = prefixOf(uri)
  return prefix === '' ? local : `${prefix}:${local}`
}

export function elementsIn(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first element on a path of names below another; null where there is none. */
export function find(parent: XmlElement | null, ...path: string[]): XmlElement | null {
  let found = parent
  for (const name of path) found = (found && elementsIn(found, name)[0]) ?? null
  return found
}

/** The `w:val` of the element on a path: how Word writes most of what it says. */
export function valueOf(parent: XmlElement | null, ...path: string[]): string | null {
  return find(parent, ...path)?.attributes['w:val'] ?? null
}

/** Whether a property is switched on: an element of its name that does not say otherwise. */
export function isOn(parent: XmlElement | null, ...path: string[]): boolean {
  const found = find(parent, ...path)
  return found !== null && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '')
}

/** Every element of a name below another, however deep. */
export function findAll(parent: XmlElement, name: string): XmlElement[] {
  return elementsIn(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ])
}

export function textIn(parent: XmlElement): string {
  return parent.children
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('')
}
