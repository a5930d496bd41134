import * as fc from 'fast-check'
import type { Attribute } from '#app/text/attributes.ts'
import { checkContent } from '#app/text/check.ts'
import type { Content, ContentAttribute, ContentMark, ContentNode } from '#app/text/content.ts'
import { markDeclarations, nodeDeclarations, type NodeName } from '#app/text/grammar.ts'

/** Any text that the grammar takes, made of the grammar itself: whatever may stand somewhere does. */

const plain = (most: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...'ab <&>"\'\t\n\uFFFE≤²'),
        fc.string({ unit: 'binary', maxLength: 1 }),
      ),
      {
        maxLength: most,
      },
    )
    .map((signs) => signs.join('').replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}/gu, ''))

const links = [
  'https://example.eu/a?b=[1]&c="d"#e',
  'https://example.eu/ü{}|^`\\%zz',
  'https://[::1]:3000/#a#b',
  'https://example.eu/%',
  '/register/NL/3B801',
  '/a<b>',
  'mailto:unit@example.eu',
]

function valueOf({ default: usual, rule }: Attribute): fc.Arbitrary<ContentAttribute> {
  const values = (): fc.Arbitrary<ContentAttribute> => {
    switch (rule.kind) {
      case 'id':
        return fc.stringMatching(/^[A-Za-z0-9_@.-]{1,4}$/)
      case 'text':
        return plain(Math.min(rule.max, 8))
      case 'date':
        return fc.constantFrom('2027-01-02', '0001-01-01')
      case 'boolean':
        return fc.boolean()
      case 'level':
        return fc.integer({ min: 0, max: 3 })
      case 'count':
        return fc.integer({ min: 1, max: 3 })
      case 'link':
        return fc.constantFrom(...links)
      case 'one-of':
        return fc.constantFrom(...rule.values)
      case 'some-of':
        return fc.subarray([...rule.values], { minLength: 1 }).map((some) => some.join(' '))
    }
  }
  return usual === null ? fc.option(values()) : values()
}

function attributesOf(declared: Readonly<Record<string, Attribute>>) {
  return fc.record(
    Object.fromEntries(Object.entries(declared).map(([name, one]) => [name, valueOf(one)])),
  )
}

const marks = fc
  .subarray(Object.entries<Readonly<Record<string, Attribute>>>(markDeclarations), { maxLength: 3 })
  .chain((some) =>
    fc.tuple(
      ...some.map(([type, declared]) =>
        attributesOf(declared).map((attrs): ContentMark => ({ type, attrs })),
      ),
    ),
  )

const run = fc
  .tuple(plain(12), marks)
  .filter(([text]) => text !== '')
  .map(([text, own]): ContentNode => ({
    type: 'text',
    text,
    ...(own.length > 0 && { marks: own }),
  }))

function childrenOf(name: NodeName): NodeName[] {
  const allowed = nodeDeclarations[name].content
  return (Object.keys(nodeDeclarations) as NodeName[]).filter((child) =>
    new RegExp(`\\b${child}\\b`).test(allowed),
  )
}

function nodeOf(name: NodeName, depth: number): fc.Arbitrary<ContentNode> {
  if (name === 'text') return run
  const declared: Readonly<Record<string, Attribute>> = nodeDeclarations[name].attributes
  const inner = depth === 0 ? [] : childrenOf(name).map((child) => nodeOf(child, depth - 1))
  const content =
    inner.length === 0
      ? fc.constant<ContentNode[]>([])
      : fc.array(fc.oneof(...inner), { maxLength: 4 })
  return fc
    .tuple(attributesOf(declared), content)
    .map(([attrs, nodes]) => ({ type: name, attrs, content: nodes }))
}

export const anyContent: fc.Arbitrary<Content> = fc
  .array(nodeOf('section', 5), { maxLength: 3 })
  .map((sections): Content => ({ type: 'doc', content: sections }))
  .filter((content) => checkContent(content).ok)
