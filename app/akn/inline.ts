import { entryAddress } from '#app/open-data/addresses.ts'
import { textAttribute, type ContentMark, type ContentNode } from '#app/text/content.ts'
import { isSafeLink } from '#app/text/links.ts'
import { referenceOf } from '#app/text/references.ts'
import type { XmlNode } from '#app/xml/element.ts'
import { element } from '#app/xml/write-xml.ts'

/** What words may lead to. */
export interface Places {
  readonly origin: string
  /** The `eId` of each element that stands in the document, by its id in the text. */
  readonly eIds: ReadonlyMap<string, string>
}

/** To what a control parameter refers; a quantity must refer to something. */
export const parameterConcept = 'controlParameter'

/** The words of a paragraph or heading, with their looks and what they mean. */
export function inline(line: ContentNode, places: Places): XmlNode[] {
  return (line.content ?? []).map(({ text = '', marks = [] }) =>
    marks.reduceRight<XmlNode>((inner, mark) => marked(mark, inner, places), text),
  )
}

function marked(mark: ContentMark, inner: XmlNode, places: Places): XmlNode {
  switch (mark.type) {
    case 'bold':
      return element('b', {}, inner)
    case 'italic':
      return element('i', {}, inner)
    case 'superscript':
      return element('sup', {}, inner)
    case 'subscript':
      return element('sub', {}, inner)
    case 'parameter':
      return element('quantity', { refersTo: `#${parameterConcept}` }, inner)
    case 'link': {
      const href = linkIn(textAttribute(mark, 'href') ?? '', places.origin)
      return href === null ? inner : element('a', { href }, inner)
    }
    case 'reference': {
      const href = referred(mark, places)
      return href === null ? inner : element('ref', { href }, inner)
    }
    default:
      return inner
  }
}

/** Complete, and without a character that an address has only by a browser's leave (RFC 3986). */
function linkIn(href: string, origin: string): string | null {
  if (!isSafeLink(href) || !URL.canParse(href, origin)) return null
  const { href: complete, host } = new URL(href, origin)
  // The brackets around an IPv6 address stand in the host alone.
  const path = complete.indexOf(host) + host.length
  const rest = complete
    .slice(path)
    .replaceAll(/[^\w\-.~:/?#@!$&'()*+,;=%]|%(?![\dA-F]{2})/gi, encodeURIComponent)
  const [before = '', ...fragments] = rest.split('#')
  return complete.slice(0, path) + [before, fragments.join('%23')].filter(Boolean).join('#')
}

/** In this document, or in the register. Annex I is not kept here. */
function referred(mark: ContentMark, { origin, eIds }: Places): string | null {
  const { issuer, code, target } = referenceOf(mark)
  const here = target === null ? undefined : eIds.get(target)
  if (here !== undefined) return `#${here}`
  return issuer === null || issuer === 'EU' ? null : origin + entryAddress(issuer, code)
}
