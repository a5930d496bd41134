import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { checkContent } from '#app/text/check.ts'
import { sectionKeys } from '#app/text/grammar.ts'
import { emptyDraft, schema, schemaVersion } from '#app/text/schema.ts'

describe('the grammar is closed under merge', () => {
  const types = Object.values(schema.nodes).filter((type) => !type.isText)

  test.each(types)('$name requires no child and accepts any number', (type) => {
    expect(type.spec.content).toMatch(/^(\w+|\([\w |]+\))\*$/)
    expect(type.contentMatch.validEnd).toBe(true)
  })

  test.each(types)('$name has a default for every attribute', (type) => {
    expect(type.hasRequiredAttrs()).toBe(false)
    type.create().check()
  })

  test('no mark excludes another, and none stands twice on the same words', () => {
    for (const mark of Object.values(schema.marks)) {
      for (const other of Object.values(schema.marks)) {
        expect(mark.excludes(other)).toBe(mark === other)
      }
    }
  })
})

test('the schema version is a short hash', () => {
  expect(schemaVersion).toMatch(/^[0-9a-f]{16}$/)
})

test('an empty draft holds every section in order and passes the check and the schema', () => {
  const draft = emptyDraft()
  expect(draft.content?.map((section) => section.attrs?.key)).toEqual(sectionKeys)
  expect(checkContent(draft)).toEqual({ ok: true, content: draft })
  Node.fromJSON(schema, draft).check()
})
