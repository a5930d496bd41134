import * as fc from 'fast-check'
import { XmlDocument, type XmlElement as ParsedElement, XmlText } from 'libxml2-wasm'
import { expect, it } from 'vitest'
import type { XmlElement } from '#app/xml/element.ts'
import { element, writeXml } from '#app/xml/write-xml.ts'

/** Read by a parser that is not ours. */
function read(text: string): XmlElement {
  const document = XmlDocument.fromString(text)
  try {
    return asElement(document.root)
  } finally {
    document.dispose()
  }
}

function asElement(parsed: ParsedElement): XmlElement {
  const children: (XmlElement | string)[] = []
  for (let child = parsed.firstChild; child; child = child.next) {
    if (child instanceof XmlText) children.push(child.content)
    else children.push(asElement(child as ParsedElement))
  }
  const attributes = Object.fromEntries(parsed.attrs.map(({ name, value }) => [name, value]))
  return { name: parsed.name, attributes, children }
}

const words = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((text) => !/(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u.test(text))
const tree = fc.letrec<{ node: XmlElement }>((tie) => ({
  node: fc
    .record({
      name: fc.constantFrom('p', 'b', 'point'),
      attributes: fc.dictionary(fc.constantFrom('href', 'title'), words, { noNullPrototype: true }),
      children: fc.array(fc.oneof({ depthSize: 'small' }, words, tie('node')), { maxLength: 4 }),
    })
    // Two texts side by side are one to a reader.
    .map((node) => ({
      ...node,
      children: node.children.filter(
        (child, place) => typeof child !== 'string' || typeof node.children[place - 1] !== 'string',
      ),
    })),
}))

it('what is written is read as it was, whatever it holds', () => {
  fc.assert(fc.property(tree.node, (node) => void expect(read(writeXml(node))).toEqual(node)))
})

it('what XML cannot hold is left out, and so is what is null', () => {
  const given = element('p', { id: null, title: 'a\u0000b' }, null, false, [
    '\uFFFE1',
    ['', '\u0007'],
  ])
  expect(writeXml(given)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<p title="ab">1</p>\n')
})
