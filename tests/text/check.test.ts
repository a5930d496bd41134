import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { limits } from '#app/text/grammar.ts'
import { isSafeLink } from '#app/text/links.ts'

type Any = Record<string, unknown>

const doc = (...content: Any[]) => ({ type: 'doc', content })
const section = (...content: Any[]) => ({ type: 'section', attrs: { key: 'items' }, content })
const paragraph = (...content: Any[]) => ({ type: 'paragraph', content })
const words = (text: string, ...marks: Any[]) => ({ type: 'text', text, marks })
const entry = (attrs: Any, ...content: Any[]) => ({ type: 'entry', attrs, content })

const refused: [string, unknown, string][] = [
  ['nothing', undefined, 'not-a-document'],
  ['a list', [], 'not-a-document'],
  ['a part of a text', section(), 'not-a-document'],
  ['an unknown node', doc({ type: 'image' }), 'unknown-node'],
  ['a node named after an object member', doc({ type: '__proto__' }), 'unknown-node'],
  ['a list where a node belongs', { type: 'doc', content: [[words('x')]] }, 'unknown-node'],
  ['a paragraph outside a section', doc(paragraph()), 'misplaced-node'],
  ['text outside a paragraph', doc(section(words('x'))), 'misplaced-node'],
  ['a section in a section', doc(section(section())), 'misplaced-node'],
  ['content that is no list', { type: 'doc', content: 'x' }, 'misplaced-node'],
  ['an unknown attribute', doc(section(entry({ onclick: 'x' }))), 'unknown-attribute'],
  ['an attribute of every object', doc(section(entry({ toString: 'x' }))), 'unknown-attribute'],
  ['an unknown member', doc(section({ type: 'paragraph', html: 'x' })), 'unknown-attribute'],
  ['a code that is a number', doc(section(entry({ code: 3 }))), 'bad-attribute'],
  ['a code without end', doc(section(entry({ code: 'A'.repeat(65) }))), 'bad-attribute'],
  ['a logic of its own', doc(section(entry({ logic: 'none-of' }))), 'bad-attribute'],
  ['a day that is none', doc(section(entry({ expiry: '2026-02-30' }))), 'bad-attribute'],
  ['an activity twice', doc(section(entry({ activities: 'export export' }))), 'bad-attribute'],
  ['an id that is markup', doc(section(entry({ id: '<b>' }))), 'bad-attribute'],
  [
    'a section without a key of ours',
    doc({ type: 'section', attrs: { key: 'x' } }),
    'bad-attribute',
  ],
  ['empty text', doc(section(paragraph(words('')))), 'bad-text'],
  ['an embedded object', doc(section(paragraph({ type: 'text', text: {} }))), 'bad-text'],
  ['a NUL', doc(section(paragraph(words('a\u0000b')))), 'bad-text'],
  ['half a character', doc(section(paragraph(words('\ud83d')))), 'bad-text'],
  ['an unknown mark', doc(section(paragraph(words('x', { type: 'blink' })))), 'unknown-mark'],
  [
    'a mark twice',
    doc(section(paragraph(words('x', { type: 'bold' }, { type: 'bold' })))),
    'unknown-mark',
  ],
  [
    'a script as a link',
    doc(section(paragraph(words('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))),
    'bad-attribute',
  ],
]

describe('a text is refused that holds', () => {
  test.each(refused)('%s', (_, json, reason) => {
    expect(checkContent(json)).toEqual({ ok: false, reason })
  })

  test('points inside points without end', () => {
    let point: Any = { type: 'point' }
    for (let depth = 0; depth < 10_000; depth++) point = { type: 'point', content: [point] }
    expect(checkContent(doc(section(entry({}, point))))).toEqual({ ok: false, reason: 'too-deep' })
  })

  test('more nodes than the limit', () => {
    const many = Array.from({ length: limits.nodes }, () => paragraph())
    expect(checkContent(doc(section(...many)))).toEqual({ ok: false, reason: 'too-many-nodes' })
  })

  test('more text than the limit', () => {
    const long = words('a'.repeat(limits.text / 2 + 1))
    expect(checkContent(doc(section(paragraph(long), paragraph(long))))).toEqual({
      ok: false,
      reason: 'too-much-text',
    })
  })
})

test('an entry with an odd code, missing parts and every mark is accepted', () => {
  const marks = [
    { type: 'bold', attrs: {} },
    { type: 'superscript' },
    { type: 'subscript' },
    { type: 'parameter', attrs: { id: 'k1' } },
    { type: 'link', attrs: { href: 'https://eur-lex.europa.eu/eli/reg/2021/821/oj' } },
  ]
  const content = doc(
    section(
      entry(
        { code: 'tariff 8486.20', logic: null, activities: 'export brokering' },
        { type: 'entryHeading', content: [words('Equipment', ...marks)] },
        { type: 'point', attrs: { label: 'f', notUsed: true } },
        { type: 'note', attrs: { kind: 'nb' } },
      ),
    ),
  )
  expect(checkContent(content)).toEqual({ ok: true, content })
})

test('whatever JSON comes, the check answers and does not throw', () => {
  assert(
    property(jsonValue({ maxDepth: 6 }), (json) => {
      expect(typeof checkContent(json).ok).toBe('boolean')
      expect(typeof checkContent({ type: 'doc', content: [json] }).ok).toBe('boolean')
    }),
  )
})

test.each([
  ['https://www.government.nl/list', true],
  ['HTTPS://www.government.nl', true],
  ['mailto:controls@minbuza.nl', true],
  ['/files/2026-NL-0001', true],
  ['http://www.government.nl', false],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https:/\\evil.example', false],
  ['https://', false],
  [' https://example.eu', false],
  ['java\tscript:alert(1)', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['relative/path', false],
  ['', false],
])('as a link %j is accepted: %s', (href, accepted) => {
  expect(isSafeLink(href)).toBe(accepted)
})
