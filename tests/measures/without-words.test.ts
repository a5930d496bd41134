import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type EventOf, eventSchema, type RecordedEvent } from '#app/measures/events.ts'
import { withheldBy, type FileAct, type WithheldTarget } from '#app/measures/withholding.ts'
import { withoutQuotes, withoutWords } from '#app/measures/without-words.ts'
import { peopleEvents } from '#app/measures/events/people.ts'
import { proofEvents } from '#app/measures/events/proof.ts'

const word = 'zirkonnebel'
const id = '11111111-1111-4111-8111-111111111111'

/** What people cannot write: given by the portal, or a hash, a time or a language. */
const given: ReadonlySet<string> = new Set([
  'elementId',
  'elements',
  'language',
  'method',
  'originalLanguage',
  'otherReference',
  'reference of file-opened',
  'sections',
  'sha256',
  'source',
  'at',
  'statedAt',
  'mediaType',
  'point',
  'annexICode',
])

/** A value of a schema with the word wherever people may write. */
function planted(schema: z.core.$ZodType, name: string, type: string): unknown {
  const { def } = schema._zod
  if (name === 'anchor') return { kind: 'words', elementId: 'p1', from: 0, to: 3, ...quoted }
  switch (def.type) {
    case 'string': {
      if (!z.safeParse(schema, word).success) return sample(schema)
      return given.has(name) || given.has(`${name} of ${type}`) ? '2026-11-30' : word
    }
    case 'object':
      return Object.fromEntries(
        Object.entries((def as z.core.$ZodObjectDef).shape).map(([key, inner]) => [
          key,
          planted(inner, key, type),
        ]),
      )
    case 'array':
      return [1, 2].map(() => planted((def as z.core.$ZodArrayDef).element, name, type))
    case 'default':
    case 'nullable':
    case 'optional':
      return planted((def as z.core.$ZodNullableDef).innerType, name, type)
    default:
      return sample(schema)
  }
}

const quoted = { quote: word, prefix: word, suffix: word }

/** The first of these that fits. */
function sample(schema: z.core.$ZodType): unknown {
  const samples = [
    id,
    '2026-11-30',
    '2026-11-30T10:00:00Z',
    'a'.repeat(64),
    1,
    true,
    { kind: 'all' },
    { kind: 'draft', elements: null },
    word,
    null,
  ]
  const { def } = schema._zod
  if (def.type === 'literal') return (def as z.core.$ZodLiteralDef<string>).values[0]
  if (def.type === 'enum') return Object.values((def as z.core.$ZodEnumDef).entries)[0]
  const found = samples.find((value) => z.safeParse(schema, value).success)
  if (found === undefined) throw new Error(`no sample of ${def.type}`)
  return found
}

const notOfFiles = new Set(
  [...peopleEvents, ...proofEvents].map((event) => event.shape.type.value as string),
)
const types = eventSchema.options.filter(({ shape }) => !notOfFiles.has(shape.type.value))

describe('an act without its words', () => {
  it.each(types.map((schema) => [schema.shape.type.value as string, schema] as const))(
    '%s holds nothing that anybody wrote',
    (type, schema) => {
      const event = eventSchema.parse(planted(schema, '', type))
      const without = withoutWords(event)
      expect(JSON.stringify(without)).not.toContain(word)
      expect(without.type).toBe(type)
      expect(eventSchema.parse(without)).toEqual(without)
      // Who did what to what is still said.
      const { proposal: _, ...others } = { proposal: null, ...event }
      const ids = (value: unknown) => JSON.stringify(value).split(id).length
      expect(ids(without)).toBe(ids(others))
    },
  )

  it('is empty-handed where nothing was written, and keeps codes and sections as places', () => {
    const event: RecordedEvent = { type: 'measure-withdrawn', reason: '' }
    expect(withoutWords(event)).toEqual(event)
    const at = (provision: string) => withoutWords({ ...comment, provision })
    expect(at('3B801.f.5')).toMatchObject({ provision: '3B801.f.5' })
    expect(at('grounds')).toMatchObject({ provision: 'grounds' })
    expect(at(word)).toMatchObject({ provision: '' })
  })

  it('can keep what was said, and lose what it quotes', () => {
    const without = withoutQuotes(comment)
    expect(without).toMatchObject({ body: 'in my own words', anchor: { kind: 'words' } })
    expect(JSON.stringify(without)).not.toContain(word)
    expect(withoutQuotes({ type: 'measure-withdrawn', reason: word })).toBeNull()
  })
})

const versionId = '22222222-2222-4222-8222-222222222222'
const commentId = '33333333-3333-4333-8333-333333333333'
const comment: EventOf<'comment-written'> = {
  type: 'comment-written',
  commentId,
  versionId,
  threadId: id,
  anchor: { kind: 'words', elementId: 'p1', from: 0, to: 3, ...quoted },
  provision: '3B801',
  provisionOrder: 0,
  supersedes: null,
  commentType: 'scope',
  isQuestion: false,
  body: 'in my own words',
  proposedWording: word,
}
const shared: RecordedEvent = {
  type: 'version-shared',
  versionId,
  number: 1,
  sha256: 'a'.repeat(64),
  language: 'en',
  documentSeq: 1,
  audience: { kind: 'all' },
  commentsBy: null,
  coverNote: word,
}
const again: RecordedEvent = { ...shared, versionId: id, number: 2, coverNote: '' }
const reply: RecordedEvent = {
  type: 'inside-reply-written',
  replyId: id,
  commentId,
  body: 'between us',
}
const merged: RecordedEvent = {
  type: 'comments-merged',
  commentId: id,
  sourceIds: [commentId, versionId],
}

describe('what hangs on what is withheld', () => {
  const acts = (...events: RecordedEvent[]): FileAct[] =>
    events.map((event, index) => ({ id: index + 1, delegation: 'DE', event }))
  const version: WithheldTarget = { kind: 'version', versionId, number: 1 }

  it('of a version: its cover note, and what others quote of it, not what they say', () => {
    const { acts: hit, texts } = withheldBy([version], acts(shared, comment, reply))
    expect([...hit]).toEqual([
      [1, 'words'],
      [2, 'quotes'],
    ])
    expect([...texts]).toEqual(['a'.repeat(64)])
  })

  it('of a version: every other one that says the same', () => {
    expect([...withheldBy([version], acts(shared, again)).versions]).toEqual([versionId, id])
  })

  it('of a comment: what colleagues say about it, and what it was merged with', () => {
    const target: WithheldTarget = { kind: 'comment', commentId }
    const { acts: hit, comments } = withheldBy([target], acts(shared, comment, reply, merged))
    expect([...hit]).toEqual([
      [2, 'words'],
      [3, 'words'],
    ])
    expect(comments).toContain(id)
  })
})
