import { array, assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collide, collisionSets, touchedBy } from '#app/text/collisions.ts'
import { type Content, type ContentNode, lineOf, withIds } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { mergeSlices } from '#app/text/merge-slices.ts'
import {
  editedContent,
  editFor,
  afterTaking,
  type ProposalNow,
  type ProposedChange,
  proposalNow,
  textOf,
  wordsChange,
} from '#app/text/proposal-now.ts'
import { findElement, idsIn, linesIn, readSlice, sliceJson, withSlice } from '#app/text/slice.ts'
import { remembered } from '#app/text/remembered.ts'
import { wordsOf } from '#app/text/redline-words.ts'
import { countWords, whoseWords, withoutOwnWords } from '#app/text/whose-words.ts'
import { entry, paragraph, point, run, scanners } from './sample.ts'

const base = withIds(scanners)

function nodeIn(content: Content, id: string) {
  const found = findElement(content, id)
  if (!found) throw new Error(`no ${id}`)
  return found.node
}

/** The text with proposals taken up that stand in it as they were made, in this order; else null. */
function taken(text: Content, ...changes: ProposedChange[]): Content | null {
  const done: ProposalNow[] = []
  let result: Content | null = text
  for (const change of changes) {
    const now = proposalNow(change, base, text)
    if (now?.state !== 'clean' || !result) return null
    const there: ProposalNow | null = afterTaking(change, now, done, result)
    if (!there) return null
    result = editedContent(result, editFor(change, there, result))
    done.push(there)
  }
  return result
}

const overlay = wordsChange(nodeIn(base, 'f5bp'), 2, 25, 'chuck overlay ≤ 1.40 nm')

describe('a proposal in a later text', () => {
  const edited = (id: string, text: string) => {
    const line = nodeIn(base, id)
    const content = withSlice(base, id, [{ ...line, content: [run(text)] }])
    if (!content) throw new Error('no such line')
    return content
  }

  it('is as it was made where only other lines were changed', () => {
    const now = proposalNow(overlay, base, edited('f5ap', 'a lamp;'))
    expect(now).toMatchObject({ state: 'clean', words: { from: 2, to: 25 } })
    expect(textOf(now?.merged.slice ?? [])).toBe('a chuck overlay ≤ 1.40 nm.')
  })

  it('quotes the version and itself truly where other words of its line were changed', () => {
    const line = edited('f5bp', 'a stage with no chuck overlay ≤ 1.50 nm.')
    const now = proposalNow(overlay, base, line)
    const texts = [now?.base, now?.proposed, now?.now, now?.merged.slice]
    expect(texts.map((slice = []) => textOf(slice))).toEqual([
      'a chuck overlay ≤ 1.50 nm.',
      'a chuck overlay ≤ 1.40 nm.',
      'a stage with no chuck overlay ≤ 1.50 nm.',
      'a stage with no chuck overlay ≤ 1.40 nm.',
    ])
    expect(now?.state).toBe('merges')
  })

  it('is held against the line into which its words were moved', () => {
    const was = 'Align and expose step and scan equipment with all of the following:'
    const scan = wordsChange(nodeIn(base, 'f5p'), 10, 40, 'expose step and repeat equipment')
    const moved = paragraph('new', `Again: ${was}`)
    const now = proposalNow(scan, base, withSlice(base, 'f5p', [moved]) ?? base)
    expect(now).toMatchObject({ state: 'merges', elementId: 'new' })
    expect(textOf(now?.base ?? [])).toBe(was)
    expect(textOf(now?.proposed ?? [])).toBe(was.replace('scan', 'repeat'))
    expect(textOf(now?.merged.slice ?? [])).toBe(`Again: ${was.replace('scan', 'repeat')}`)
  })

  it('is there once its words came in, whatever else of the line was changed', () => {
    const now = proposalNow(overlay, base, edited('f5bp', 'an chuck overlay ≤ 1.40 nm.'))
    expect(now?.state).toBe('there')
  })

  it('merges with other words changed in it, and is in conflict over the same ones', () => {
    const beside = proposalNow(overlay, base, edited('f5bp', 'a chuck table overlay ≤ 1.50 nm.'))
    expect(beside?.state).toBe('merges')
    expect(textOf(beside?.merged.slice ?? [])).toBe('a chuck table overlay ≤ 1.40 nm.')
    const same = proposalNow(overlay, base, edited('f5bp', 'a chuck overlay ≤ 1.60 nm.'))
    expect(same?.state).toBe('conflicts')
    expect(textOf(same?.merged.slice ?? [])).toBe('a chuck overlay ≤ 1.60 nm.')
    expect(same?.hash).not.toBe(beside?.hash)
  })

  it('is there already, or has no place any more', () => {
    expect(proposalNow(overlay, base, edited('f5bp', 'a chuck overlay ≤ 1.40 nm.'))?.state).toBe(
      'there',
    )
    expect(proposalNow(overlay, base, withSlice(base, 'f5', []) ?? base)).toBeNull()
  })

  it('of a point keeps what was written elsewhere in it', () => {
    const proposed = point(
      { id: 'f5', label: '5', logic: 'all-of' },
      paragraph('f5p', 'Align and expose equipment with all of the following:'),
      ...(nodeIn(base, 'f5').content ?? []).slice(1),
      point({ id: 'added' }, paragraph('addedp', 'a new one')),
    )
    const change = {
      kind: 'replace',
      elementId: 'f5',
      from: 0,
      to: 0,
      before: [],
      after: [proposed],
    } as const
    const now = proposalNow(change, base, edited('f5bp', 'a chuck overlay ≤ 1.60 nm.'))
    expect(now?.state).toBe('merges')
    expect(textOf(now?.merged.slice ?? [])).toContain('Align and expose equipment with all')
    expect(textOf(now?.merged.slice ?? [])).toContain('≤ 1.60 nm.')
    expect(textOf(now?.merged.slice ?? [])).toContain('a new one')
  })

  it('to put something in has happened once that is in the text, with whatever words', () => {
    const change: ProposedChange = {
      kind: 'insert-after',
      elementId: 'f5b',
      from: 0,
      to: 0,
      before: [],
      after: [point({ id: 'added' }, paragraph('addedp', 'a new one'))],
    }
    const once = taken(base, change)
    if (!once) throw new Error('not taken')
    expect(proposalNow(change, base, once)?.state).toBe('there')
    const line = withSlice(once, 'addedp', [paragraph('addedp', 'another one')])
    expect(line && proposalNow(change, base, line)?.state).toBe('there')
    // What stands behind the place was not there when somebody looked at it.
    const [before, now] = [base, once].map((text) => proposalNow(change, base, text)?.hash)
    expect(now).not.toBe(before)
  })

  describe('that the draft has since marked a reference in', () => {
    const words = ['as specified in ', '3B801.f.5', ' or less'] as const
    const referring = (target: string) =>
      run(words[1], {
        type: 'reference',
        attrs: { issuer: null, code: '3B801.f.5', target },
      })
    const line = (...content: (string | ReturnType<typeof run>)[]) => paragraph('f5bp', ...content)
    const said = (was: ContentNode, is: ContentNode, to: ContentNode) => {
      const { slice, lines, conflicts } = mergeSlices([was], [is], [to])
      const told = lines.flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'same'))
      return {
        slice,
        conflicts,
        told: told.map(({ by, base, now, proposed }) => [by, base, now, proposed]),
      }
    }
    const [before, code, after] = words

    it('tells of no words that are the same, and keeps the reference', () => {
      for (const was of [line(words.join('')), line(before, referring('f6'), after)]) {
        const merged = said(was, line(before, referring('f5'), after), was)
        const slice = [line(before, referring('f5'), after)]
        expect(merged).toEqual({ slice, conflicts: 0, told: [] })
      }
    })

    it('is as it was made, and is taken up beside the reference', () => {
      const [plain, marked] = [line(words.join('')), line(before, referring('f5'), after)].map(
        (is) => withSlice(base, 'f5bp', [is]),
      )
      if (!plain || !marked) throw new Error('no line')
      const change = wordsChange(nodeIn(plain, 'f5bp'), 3, 12, 'named')
      const now = proposalNow(change, plain, marked)
      expect(now?.state).toBe('clean')
      expect(now?.hash).toBe(proposalNow(change, plain, plain)?.hash)
      const text = now && editedContent(marked, editFor(change, now, marked))
      expect(text && nodeIn(text, 'f5bp')).toEqual(line('as named in ', referring('f5'), after))
    })

    it('keeps the reference where the proposal was written without it', () => {
      const is = line(before, referring('f5'), after)
      const merged = said(is, is, line(words.join('')))
      expect(merged).toEqual({ slice: [is], conflicts: 0, told: [] })
    })

    it('takes only what it proposes beside the reference', () => {
      const merged = said(
        line(words.join('')),
        line(before, referring('f5'), after),
        line(`as named in ${code} or more`),
      )
      expect(merged).toEqual({
        slice: [line('as named in ', referring('f5'), ' or more')],
        conflicts: 0,
        told: [
          ['proposed', 'specified', 'specified', 'named'],
          ['proposed', 'less', 'less', 'more'],
        ],
      })
    })

    it('is not in conflict over it where it takes the words out', () => {
      const holding = (...content: Parameters<typeof line>) =>
        point({ id: 'f5' }, line(...content), paragraph('f5q', 'stays'))
      const merged = said(
        holding(words.join('')),
        holding(before, referring('f5'), after),
        point({ id: 'f5' }, paragraph('f5q', 'stays')),
      )
      expect(merged).toEqual({
        slice: [point({ id: 'f5' }, paragraph('f5q', 'stays'))],
        conflicts: 0,
        told: [['proposed', words.join(''), words.join(''), '']],
      })
    })

    it('of a list tells nothing either', () => {
      const list = (...content: Parameters<typeof line>): ContentNode => ({
        type: 'bulletList',
        content: [{ type: 'listItem', content: [line(...content)] }],
      })
      const holding = (...content: Parameters<typeof line>) => point({ id: 'f5' }, list(...content))
      const [plain, marked] = [holding(words.join('')), holding(before, referring('f5'), after)]
      expect(said(plain, marked, plain)).toEqual({ slice: [marked], conflicts: 0, told: [] })
      expect(said(plain, plain, marked)).toEqual({ slice: [marked], conflicts: 0, told: [] })
    })
  })

  it('to take out what somebody has changed since is for a person to decide', () => {
    const change = {
      kind: 'delete',
      elementId: 'f5b',
      from: 0,
      to: 0,
      before: [],
      after: [],
    } as const
    expect(proposalNow(change, base, base)?.merged.slice).toEqual([])
    const now = proposalNow(change, base, edited('f5bp', 'a chuck overlay ≤ 1.60 nm.'))
    expect(now?.state).toBe('conflicts')
    expect(textOf(now?.merged.slice ?? [])).toBe('a chuck overlay ≤ 1.60 nm.')
  })
})

describe('a slice out of a form', () => {
  it('is read by the schema, for the place where it is to stand', () => {
    const points = [point({ id: 'a' }, paragraph('b', 'x'))]
    expect(readSlice(JSON.stringify(points), 'point')).toMatchObject({ ok: true })
    expect(readSlice(JSON.stringify(points), 'section')).toEqual({
      ok: false,
      reason: 'misplaced-node',
    })
    expect(readSlice(JSON.stringify([entry({ id: 'e' })]), 'entry')).toEqual({
      ok: false,
      reason: 'misplaced-node',
    })
    expect(readSlice('[{"type":"script"}]', 'point')).toEqual({ ok: false, reason: 'unknown-node' })
    expect(readSlice('no json', 'point')).toEqual({ ok: false, reason: 'not-a-document' })
    expect(readSlice('{"a":1}', 'point')).toEqual({ ok: false, reason: 'misplaced-node' })
  })

  it('loses what nobody sees, and its levels become nesting', () => {
    const json = JSON.stringify([
      point({ id: 'a', level: 0 }, paragraph('p', 'over\u202Elay')),
      point({ id: 'b', level: 1 }, paragraph('q', 'inner')),
    ])
    const read = readSlice(json, 'entry')
    expect(read.ok && read.slice).toMatchObject([
      point({ id: 'a' }, paragraph('p', 'overlay'), point({ id: 'b' }, paragraph('q', 'inner'))),
    ])
  })
})

describe('the words of who', () => {
  it('are told one by one', () => {
    const runs = whoseWords(
      'overlay ≤ 1.50 nm',
      'overlay ≤ 1.40 nm or better',
      'overlay ≤ 1.40 nm or less',
    )
    expect(runs).toEqual([
      { by: 'there', text: 'overlay ≤ ' },
      { by: 'proposed', text: '1.40' },
      { by: 'there', text: ' nm' },
      { by: 'proposed', text: ' or ' },
      { by: 'own', text: 'less' },
    ])
    expect(countWords(runs)).toEqual({ proposed: 2, own: 1 })
  })

  it('without those of the owner are what came from the proposal', () => {
    const line = (...words: string[]) => [paragraph('l', ...words)]
    const entered = [
      point({ id: 'p' }, ...line('overlay ≤ 1.40 nm', ' or less'), paragraph('m', 'mine alone')),
    ]
    const first = withoutOwnWords(line('overlay ≤ 1.50 nm'), line('overlay ≤ 1.40 nm'), entered)
    expect(linesIn(first).map(lineOf)).toEqual(['overlay ≤ 1.40 nm', ''])
    expect(idsIn(first)).toEqual(['p', 'l', 'm'])
  })
})

const seed = Number(process.env.PROPOSALS_SEED ?? 20261129)
const elements = new Map(elementsOf(base).map((element) => [element.id, element]))
const lineIds = linesIn(base.content ?? []).flatMap((line) =>
  lineOf(line) ? [String(line.attrs?.id)] : [],
)
const whole = ['f', 'f5', 'f5a', 'f5b', 'n1', 'n1a', 'f6', 'e1', 'e2']

/** Of the quoted words some are others, some are gone, and before some is one more. */
const wordsOfLine = tuple(
  constantFrom(...lineIds),
  nat(99),
  nat(99),
  array(constantFrom('keep', 'keep', 'other', 'out', 'more'), { minLength: 9, maxLength: 9 }),
).map(([id, a, b, acts]) => {
  const line = nodeIn(base, id)
  const length = lineOf(line).length
  const [from = 0, to = 0] = [a % length, b % length].toSorted((x, y) => x - y)
  const made = wordsOf(lineOf(line).slice(from, to + 1)).map((word, index) => {
    const act = word.trim() === '' ? 'keep' : acts[index % acts.length]
    return { keep: word, other: 'OTHER', out: '', more: `MORE ${word}` }[act ?? 'keep']
  })
  return wordsChange(line, from, to + 1, made.join(''))
})
/** A whole element said again, in which one word is another, a part is out or something more is in. */
const inElement = tuple(
  constantFrom(...whole),
  constantFrom('other', 'out', 'more'),
  nat(99),
  nat(99),
).chain(([elementId, act, at, which]) => {
  const node = nodeIn(base, elementId)
  const parts = idsIn(node.content ?? []).filter((id) => act !== 'other' || lineIds.includes(id))
  const id = parts[at % parts.length]
  if (!id) return constantFrom(replacing(elementId, node))
  const part = nodeIn(base, id)
  const words = wordsOf(lineOf(part))
  const other = words.map((word, index) => (index === which % words.length ? `OTHER${at}` : word))
  const fresh = {
    ...part,
    attrs: { ...part.attrs, id: `in-${elementId}-${id}-${which}` },
    content: [],
  }
  const slice =
    act === 'other'
      ? [{ ...part, content: [run(other.join(''))] }]
      : act === 'out'
        ? []
        : [part, fresh]
  const made = withSlice({ type: 'doc', content: [node] }, id, slice)
  return constantFrom(replacing(elementId, made?.content?.[0] ?? node))
})
function replacing(elementId: string, node: ContentNode): ProposedChange {
  const before = [nodeIn(base, elementId)]
  return { kind: 'replace', elementId, from: 0, to: 0, before, after: [node] }
}
const ofElement = tuple(
  constantFrom(...whole),
  constantFrom('replace', 'delete', 'insert-after'),
).map(([elementId, kind]): ProposedChange => {
  const node = nodeIn(base, elementId)
  const fresh = { ...node, attrs: { ...node.attrs, id: `${elementId}-new` }, content: [] }
  const changed = {
    ...node,
    content: [...(node.content ?? []), paragraph(`${elementId}-line`, 'more')],
  }
  const after = kind === 'delete' ? [] : kind === 'replace' ? [changed] : [fresh]
  return { kind: kind as ProposedChange['kind'], elementId, from: 0, to: 0, before: [node], after }
})
const change = constantFrom(wordsOfLine, ofElement, inElement).chain((kind) => kind)

const touched = remembered((one: ProposedChange) => {
  const now = proposalNow(one, base, base)
  return now && touchedBy(one.kind, now, elements)
})
const meet = (a: ProposedChange, b: ProposedChange) => {
  const [one, other] = [touched(a), touched(b)]
  return one !== null && other !== null && collide(one, other)
}
const changesNothing = (one: ProposedChange) => proposalNow(one, base, base)?.state === 'there'

describe(`any two proposals (seed ${seed})`, () => {
  it('that do not collide can be taken up together, in whichever order', () => {
    assert(
      property(change, change, (a, b) => {
        if (meet(a, b) || changesNothing(a) || changesNothing(b)) return
        // Two behind one element stand there in the order in which they were taken up.
        if (a.kind === 'insert-after' && a.kind === b.kind && a.elementId === b.elementId) return
        const together = taken(base, a, b)
        expect(together).not.toBeNull()
        expect(together).toEqual(taken(base, b, a))
      }),
      { numRuns: 150, seed },
    )
  })

  it('on the same words cannot: the other is not as it was made any more', () => {
    assert(
      property(wordsOfLine, wordsOfLine, (a, b) => {
        if (!meet(a, b)) return
        const first = taken(base, a)
        if (!first) throw new Error('nothing had changed')
        expect(proposalNow(b, base, first)?.state ?? 'gone').not.toBe('clean')
      }),
      { numRuns: 300, seed },
    )
  })

  it('collide one with the other as the other with the one', () => {
    assert(
      property(change, change, (a, b) => {
        expect(meet(a, b)).toBe(meet(b, a))
      }),
      { numRuns: 500, seed },
    )
  })

  it('stand in a set together if they collide, and only then', () => {
    assert(
      property(array(change, { maxLength: 8 }), (changes) => {
        const sets = collisionSets(changes, touched)
        for (const one of changes) {
          const told = sets.filter((set) => set.includes(one)).flat()
          const others = changes.filter((two) => two !== one)
          expect(others.filter((two) => told.includes(two))).toEqual(
            others.filter((two) => meet(one, two)),
          )
        }
      }),
      { numRuns: 300, seed },
    )
  })
})

describe('a proposal of a whole point', () => {
  const withLine = (id: string, text: string) => {
    const frame = { type: 'doc' as const, content: [nodeIn(base, 'f5')] }
    const made = withSlice(frame, id, [paragraph(id, text)])?.content?.[0]
    if (!made) throw new Error(`no ${id}`)
    return replacing('f5', made)
  }
  const lead = withLine('f5p', 'Align and expose equipment with all of the following:')
  const stage = withLine('f5bp', 'a chuck overlay ≤ 1.30 nm.')
  const behind: ProposedChange = {
    kind: 'insert-after',
    elementId: 'f5a',
    from: 0,
    to: 0,
    before: [],
    after: [point({ id: 'added' }, paragraph('addedp', 'a new one'))],
  }
  const out: ProposedChange = {
    ...behind,
    kind: 'delete',
    before: [nodeIn(base, 'f5a')],
    after: [],
  }

  it.each([
    ['words that it leaves as they are', lead, overlay, false],
    ['words that it changes', stage, overlay, true],
    [
      'other words of a line in which it changes some',
      stage,
      wordsChange(nodeIn(base, 'f5bp'), 2, 7, 'stage'),
      false,
    ],
    ['a point behind one in it', lead, behind, false],
    ['a point in it that is to go', lead, out, false],
    ['the same point, with other words of it', lead, stage, false],
    ['the same point, with the same words', lead, withLine('f5p', 'Align equipment:'), true],
    ['itself', lead, { ...lead }, true],
    ['the whole point that is to go', lead, { ...out, elementId: 'f5' }, true],
  ])('meets %s only where both change something', (_, a, b, is) => {
    expect(meet(a, b)).toBe(is)
    expect(meet(b, a)).toBe(is)
  })

  it('is taken up on what the others left, in whichever order', () => {
    const both = taken(base, overlay, behind, lead)
    const lines = linesIn([nodeIn(both ?? base, 'f5')]).map(lineOf)
    expect(lines.slice(0, 4)).toEqual([
      'Align and expose equipment with all of the following:',
      lineOf(nodeIn(base, 'f5ap')),
      'a new one',
      'a chuck overlay ≤ 1.40 nm.',
    ])
    expect(taken(base, lead, behind, overlay)).toEqual(both)
  })

  it('is never put over what another changed in the same', () => {
    expect(taken(base, overlay, stage)).toBeNull()
    expect(taken(base, stage, overlay)).toBeNull()
  })
})

describe('two proposals of words of one line', () => {
  const text = 'a chuck overlay ≤ 1.50 nm.'
  /** Other words for these, wherever they stand in the line. */
  const forWords = (quoted: string, words: string) => {
    const from = text.indexOf(quoted)
    return wordsChange(nodeIn(base, 'f5bp'), from, from + quoted.length, words)
  }
  const together = (...changes: ProposedChange[]) => {
    const content = taken(base, ...changes)
    return content && lineOf(nodeIn(content, 'f5bp'))
  }

  it.each([
    [
      forWords('chuck overlay ≤', 'table ≤'),
      forWords('overlay ≤ 1.50 nm', 'distance ≤ 1.40 nm'),
      true,
    ],
    [forWords('≤ 1.50', 'below 1.50'), forWords('1.50 nm', '1.40 nm'), false],
    [forWords(text, 'a table overlay ≤ 1.50 mm.'), forWords('≤ 1.50 nm', '≤ 1.40 nm'), false],
    [forWords('overlay', 'total overlay'), forWords('chuck', 'chuck stage'), true],
    [forWords('overlay', 'no overlay'), forWords('overlay', 'distance'), true],
    [forWords('chuck', 'chuck or table'), forWords('overlay', 'distance'), false],
    [forWords('nm', 'nm or less'), forWords('nm.', 'nm or more.'), true],
    [forWords('nm.', 'nm or less.'), forWords('1.50 nm', '1.40 nm'), false],
  ])(
    'collide where words that change are the same, and not where quoted ones are (%#)',
    (a, b, is) => {
      expect(meet(a, b)).toBe(is)
    },
  )

  it('that quote the same and change others are both taken up, in whichever order', () => {
    const one = forWords('≤ 1.50', 'below 1.50')
    const other = forWords('1.50 nm', '1.40 nm')
    const third = forWords(text, 'a large table overlay ≤ 1.50 nm.')
    const all = 'a large table overlay below 1.40 nm.'
    expect(together(one, other, third)).toBe(all)
    expect(together(third, one, other)).toBe(all)
    expect(together(other, third, one)).toBe(all)
  })
})

describe(`any part of a text that two changed (seed ${seed})`, () => {
  const word = constantFrom('lens', 'of', '≤', '1.5')
  const line = tuple(nat(3), array(word, { minLength: 1, maxLength: 4 })).map(([id, words]) =>
    paragraph(`l${id}`, words.join(' ')),
  )
  const part = array(line, { maxLength: 4 }).map((lines) => [
    point(
      { id: 'p' },
      ...lines.filter(
        (one, at) => lines.findIndex((two) => two.attrs?.id === one.attrs?.id) === at,
      ),
    ),
  ])

  it('is the one where the other changed nothing', () => {
    assert(
      property(part, part, (was, other) => {
        for (const merged of [mergeSlices(was, other, was), mergeSlices(was, was, other)]) {
          expect(sliceJson(merged.slice)).toBe(sliceJson(other))
          expect(merged.conflicts).toBe(0)
        }
      }),
      { numRuns: 500, seed },
    )
  })

  it('keeps each line that both have, and each that one of them added', () => {
    assert(
      property(part, part, part, (was, now, proposed) => {
        const ids = [was, now, proposed].map((slice) => new Set(idsIn(slice)))
        const result = idsIn(mergeSlices(was, now, proposed).slice)
        expect(new Set(result).size).toBe(result.length)
        const [were, are, proposedIds] = ids
        const all = [...new Set([...(are ?? []), ...(proposedIds ?? [])])]
        const expected = all.filter(
          (id) => !were?.has(id) || (are?.has(id) && proposedIds?.has(id)),
        )
        expect(expected.filter((id) => !result.includes(id))).toEqual([])
      }),
      { numRuns: 500, seed },
    )
  })
})
