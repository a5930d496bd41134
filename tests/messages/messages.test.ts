import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { audienceKinds } from '#app/measures/audience.ts'
import {
  commentTypes,
  intentions,
  replyAnswers,
  replyOutcomes,
  stances,
} from '#app/measures/comment.ts'
import { grounds, markings, measureKinds, stages } from '#app/measures/measure.ts'
import { refusalReasons } from '#app/measures/refusals.ts'
import { bodies, roles } from '#app/measures/roles.ts'
import { sources, transitions } from '#app/measures/transitions.ts'
import { english } from '#app/messages/messages.ts'
import { parseFile, parseFolder, placeOf, walk } from './tsx.ts'

const keys = new Set<string>(Object.keys(english))
/** The words of the field: one message for each, whether a screen shows it yet or not. */
const terms = {
  'terms.audience': audienceKinds,
  'terms.comment-type': commentTypes,
  'terms.ground': grounds,
  'terms.intention': intentions,
  'terms.kind': measureKinds,
  'terms.marking': markings,
  'terms.answer': replyAnswers,
  'terms.outcome': replyOutcomes,
  'terms.body': bodies,
  'terms.role': roles,
  'terms.stage': stages,
  'terms.step': transitions.map(({ command }) => command),
  'terms.source': sources,
  'terms.stance': stances,
  'terms.version-kind': ['draft', 'final', 'notice'],
  refusals: refusalReasons,
} satisfies Record<string, readonly string[]>

const termKeys = Object.entries(terms).flatMap(([term, words]) =>
  words.map((word) => `${term}.${word}`),
)

const files = ['app', 'realtime']
  .flatMap((folder) => parseFolder(folder))
  .filter((file) => !file.fileName.startsWith('app/messages/en/'))

/** Keys may be put together: `stage.${stage}` stands for all that fit. */
function keyPatterns(): RegExp[] {
  const patterns: RegExp[] = []
  for (const file of files) {
    walk(file, (node) => {
      if (!ts.isTemplateExpression(node)) return
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
      if (/^[a-z0-9-]+\./.test(node.head.text)) {
        patterns.push(
          new RegExp(
            `^${parts.map(({ text }) => text.replaceAll('.', String.raw`\.`)).join('.+')}$`,
          ),
        )
      }
    })
  }
  return patterns
}

function literalKeys(): Set<string> {
  const found = new Set<string>()
  for (const file of files) {
    walk(file, (node) => {
      if (ts.isStringLiteralLike(node) && keys.has(node.text)) found.add(node.text)
    })
  }
  return found
}

describe('the catalogue', () => {
  it('holds no message that nothing shows', () => {
    const used = new Set([...literalKeys(), ...termKeys])
    const patterns = keyPatterns()
    const idle = [...keys].filter(
      (key) => !used.has(key) && !patterns.some((pattern) => pattern.test(key)),
    )
    expect(idle).toEqual([])
  })

  it('names each message after the room whose file it stands in, once', () => {
    const wrong: string[] = []
    const seen = new Set<string>()
    for (const name of readdirSync('app/messages/en')) {
      walk(parseFile(`app/messages/en/${name}`), (node) => {
        if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.name)) return
        const key = node.name.text
        if (!key.startsWith(`${basename(name, '.ts')}.`) || seen.has(key)) wrong.push(key)
        if (!keys.has(key)) wrong.push(`${key} is not joined`)
        seen.add(key)
      })
    }
    expect(wrong).toEqual([])
  })

  it('has a word for each term of the field, and no other', () => {
    const worded = [...keys].filter((key) => /^(terms|refusals)\./.test(key))
    expect(worded.sort()).toEqual(termKeys.sort())
  })

  it('can be read by the formatter', () => {
    const unreadable = Object.entries(english).flatMap(([key, text]) => {
      try {
        void new IntlMessageFormat(text, 'en')
        return []
      } catch (error) {
        return [`${key}: ${String(error)}`]
      }
    })
    expect(unreadable).toEqual([])
  })

  it('is given every value that its messages need', () => {
    const missing: string[] = []
    for (const file of files) {
      walk(file, (node) => {
        if (!ts.isCallExpression(node)) return
        const call = messageCall(node)
        if (!call) return
        for (const name of namesIn(new IntlMessageFormat(call.text, 'en').getAst())) {
          if (!call.given.has(name)) missing.push(`${placeOf(node)}: ${call.key} needs ${name}`)
        }
      })
    }
    expect(missing).toEqual([])
  })
})

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The names of all values that a message takes, inside of its choices too. */
function namesIn(elements: readonly Element[]): Set<string> {
  const names = new Set<string>()
  const look = (element: unknown): void => {
    if (Array.isArray(element)) return element.forEach(look)
    if (typeof element !== 'object' || element === null) return
    if ('type' in element && 'value' in element && typeof element.value === 'string') {
      // 0 is literal text and 7 the number of a plural; all other kinds name a value.
      if (element.type !== 0 && element.type !== 7) names.add(element.value)
    }
    Object.values(element).forEach(look)
  }
  look(elements)
  return names
}

function messageCall(node: ts.CallExpression) {
  const called = node.expression.getText()
  const [key, values] = node.arguments
  if (!/(^|\.)(t|rich)$/.test(called) || !key || !ts.isStringLiteralLike(key)) return null
  const text = Object.entries(english).find(([name]) => name === key.text)?.[1]
  if (text === undefined) return null
  if (!values) return { key: key.text, text, given: new Set<string>() }
  if (!ts.isObjectLiteralExpression(values)) return null
  if (values.properties.some((property) => ts.isSpreadAssignment(property))) return null
  const given = new Set(values.properties.map((property) => property.name?.getText() ?? ''))
  return { key: key.text, text, given }
}
