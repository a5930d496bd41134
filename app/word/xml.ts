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

  for (const text of decoded(bytes)) parser.write(text)
  parser.close()
  const root = elementsIn(top)[0]
  if (!root) throw new WordRefused('word-damaged')
  return root
}

/** Read in parts, so that a limit is met before all of a long part was made a string. */
const chunk = 256 * 1024

function* decoded(bytes: Uint8Array): Generator<string> {
  // Whatever mark of its encoding a part begins with is left to the parser, which knows it.
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true })
  try {
    for (let at = 0; at < bytes.length; at += chunk) {
      yield decoder.decode(bytes.subarray(at, at + chunk), { stream: true })
    }
    yield decoder.decode()
  } catch {
    throw new WordRefused('word-damaged')
  }
}

/** By the mark or the `<` that a part begins with: the standard allows these three and no others. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
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
  return switchOf(parent, ...path) === true
}

/** The same, and null where nothing is said of it. */
export function switchOf(parent: XmlElement | null, ...path: string[]): boolean | null {
  const found = find(parent, ...path)
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '')
}

/** Of what is written in several ways for old and new programs, the one that is read: the others say the same. */
export function alternativeOf(element: XmlElement): XmlElement {
  const fallback = find(element, 'mc:Fallback')
  if (fallback && elementsIn(fallback).length > 0) return fallback
  return find(element, 'mc:Choice') ?? element
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
