import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { carry } from '#app/text/anchor.ts'
import type { Placement } from '#app/text/anchor-placement.ts'
import type { Content, ContentNode } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { appendContent, newLiveText, shownContent } from '#app/text/live-text.ts'
import { redline } from '#app/text/redline.ts'
import { randomFrom } from '#tests/realtime/seeded-random.ts'
import { anyWords, ModelText, whatIsWrong } from './anchor-model.ts'
import { doc, entry, heading, paragraph, point, section } from './sample.ts'

const list = (...points: ContentNode[]): Content =>
  doc(section('items', entry({ id: 'e', code: '3B801' }, heading('h', 'Equipment'), ...points)))

const clause = (id: string, words: string) => point({ id: `${id}-point` }, paragraph(id, words))

const overlay = 'a dedicated chuck overlay less than or equal to 1.50 nm, measured on one scanner;'
const points = [
  clause('a', 'a light source wavelength equal to or longer than 193 nm; and'),
  clause('b', overlay),
  clause('c', 'a cleaning station with a vacuum of 0.01 Pa or less.'),
] as const
const before = list(...points)

/** Where words of one element of `before` are in another text. */
function follow(elementId: string, words: string, after: Content, text = before): Placement {
  const element = elementsOf(text).find(({ id }) => id === elementId)
  const from = element?.text.indexOf(words) ?? -1
  if (from < 0) throw new Error(`${elementId} has no words ${words}`)
  const [placement] = carry(
    [{ kind: 'words', elementId, from, to: from + words.length }],
    text,
    after,
  )
  if (!placement) throw new Error('nothing was placed')
  return placement
}

const changed = (words: string) =>
  list(
    clause('a', 'a light source wavelength equal to or longer than 193 nm; and'),
    clause('b', words),
    clause('c', 'a cleaning station with a vacuum of 0.01 Pa or less.'),
  )

describe('words', () => {
  test('stay where they are when nothing or something else changes', () => {
    const place = {
      condition: 'exact',
      elementId: 'b',
      from: 48,
      to: 55,
      quote: '1.50 nm',
      score: 1,
    }
    expect(follow('b', '1.50 nm', before)).toMatchObject(place)
    expect(follow('b', '1.50 nm', changed(`${overlay} Or so.`))).toMatchObject(place)
    expect(follow('b', '1.50 nm', changed(overlay.replace('a dedicated', 'the')))).toMatchObject({
      condition: 'exact',
      quote: '1.50 nm',
    })
  })

  test('that changed are where they were', () => {
    expect(follow('b', '1.50 nm', changed(overlay.replace('1.50', '1.20')))).toMatchObject({
      condition: 'text-changed',
      method: 'element-between',
      elementId: 'b',
      quote: '1.20 nm',
    })
    expect(follow('b', overlay, changed(overlay.replace('dedicated', 'single')))).toMatchObject({
      condition: 'text-changed',
      elementId: 'b',
      from: 0,
    })
  })

  test('that were removed leave their place and their element', () => {
    const without = changed(overlay.replace(', measured on one scanner', ''))
    expect(follow('b', ', measured on one scanner', without)).toMatchObject({
      condition: 'text-removed',
      elementId: 'b',
      quote: '',
    })
    const gone = list(
      clause('a', 'a light source wavelength equal to or longer than 193 nm; and'),
      clause('c', 'a cleaning station with a vacuum of 0.01 Pa or less.'),
    )
    expect(follow('b', '1.50 nm', gone)).toMatchObject({
      condition: 'text-removed',
      elementId: null,
    })
  })

  test('that stand in another element now have moved', () => {
    const split = list(
      clause('a', 'a light source wavelength equal to or longer than 193 nm; and'),
      clause('b', 'a dedicated chuck overlay'),
      clause('new', ' less than or equal to 1.50 nm, measured on one scanner;'),
      clause('c', 'a cleaning station with a vacuum of 0.01 Pa or less.'),
    )
    expect(follow('b', '1.50 nm, measured', split)).toMatchObject({
      condition: 'moved',
      elementId: 'new',
    })
    const joined = list(
      clause('a', `a light source wavelength equal to or longer than 193 nm; and ${overlay}`),
      clause('c', 'a cleaning station with a vacuum of 0.01 Pa or less.'),
    )
    expect(follow('b', '1.50 nm', joined)).toMatchObject({ condition: 'moved', elementId: 'a' })
  })

  test('have moved where the redline says that their element has, or one around it', () => {
    const [a, b, c] = points
    const after = list(c, a, b)
    expect(follow('c', '0.01 Pa', after)).toMatchObject({ condition: 'moved', elementId: 'c' })
    expect(follow('b', '1.50 nm', after)).toMatchObject({ condition: 'exact', elementId: 'b' })
    const told = redline(before, after).filter(({ isMoved }) => isMoved)
    expect(told.map((element) => element.after?.id)).toEqual(['c-point'])
    const [place] = carry([{ kind: 'element', elementId: 'c-point' }], before, after)
    expect(place).toMatchObject({ condition: 'moved', elementId: 'c-point' })
  })

  test('are exact where others only gave them another letter', () => {
    const [a, b, c] = points
    const after = list(clause('new', 'a vessel temperature below 45 K;'), a, b, c)
    expect(follow('c', '0.01 Pa', after)).toMatchObject({ condition: 'exact', elementId: 'c' })
  })

  test('that changed in an element that moved have changed', () => {
    const [a, b] = points
    const moved = clause('c', 'a cleaning station with a vacuum of 0.02 Pa or less.')
    expect(follow('c', '0.01 Pa', list(moved, a, b))).toMatchObject({ condition: 'text-changed' })
  })

  const twice = 'overlay ≤ 1.50 nm in x and overlay ≤ 1.50 nm in y'

  test('that stand twice are told apart by what stands around them, or not at all', () => {
    const text = changed(twice)
    const second = (after: Content) =>
      carry([{ kind: 'words', elementId: 'b', from: 34, to: 41 }], text, after)[0]
    expect(twice.slice(34, 41)).toBe(' ≤ 1.50')
    expect(second(changed(`an ${twice}`))).toMatchObject({ condition: 'exact', from: 37 })
    expect(second(changed('overlay ≤ 1.50 nm'))?.condition).toBe('unsure')
  })

  test('that are unsure are shown in their own line as long as that holds some of them', () => {
    const quote = 'less than or equal to 1.50 nm'
    const torn = 'a dedicated chuck with less than or so, and 1.50 nm or equal'
    const like = clause('new', 'a vessel with an accuracy less than or equal to 1.40 nm;')
    const again = clause('other', 'a stage that is less than or equal to 1.50 nm away;')
    const after = list(points[0], clause('b', torn), points[2], like, again)
    expect(follow('b', quote, after)).toMatchObject({ condition: 'unsure', elementId: 'b' })
    const rewritten = list(points[0], clause('b', 'Not used.'), points[2], like, again)
    expect(follow('b', quote, rewritten)).toMatchObject({ elementId: 'other', quote })
  })

  test('in a text without ids are found by what they say', () => {
    const bare = (words: string) =>
      doc(section('risk', paragraph(null, 'First.'), paragraph(null, words)))
    const after = doc(
      section('risk', paragraph(null, 'New.'), paragraph(null, 'First.'), paragraph(null, overlay)),
    )
    const id = elementsOf(bare(overlay)).find(({ text }) => text === overlay)?.id ?? ''
    expect(follow(id, 'less than or equal to 1.50 nm', after, bare(overlay))).toMatchObject({
      condition: 'moved',
      quote: 'less than or equal to 1.50 nm',
    })
  })

  test('may reach over several lines', () => {
    const words = 'longer than 193 nm; and\na dedicated chuck overlay'
    expect(follow('e', words, before)).toMatchObject({
      condition: 'exact',
      elementId: 'e',
      quote: words,
    })
  })
})

/** As `follow`, with what both texts were frozen from; an edit changes the words of a line. */
function followLive(
  elementId: string,
  words: string,
  edit: (line: (id: string) => Y.XmlText) => void,
) {
  const { earlier, now } = twoStates()
  edit((id) => lineOf(now.text, id))
  const line = elementsOf(before).find(({ id }) => id === elementId)
  const from = line?.text.indexOf(words) ?? -1
  const place = { kind: 'words' as const, elementId, from, to: from + words.length }
  const live = { before: earlier, after: now }
  return carry([place], before, shownContent(now.text), live)[0]
}

/** `before` as a living text, and a copy of it to edit. */
function twoStates() {
  const [then, now] = [newLiveText(), newLiveText()]
  appendContent(then.text, before)
  Y.applyUpdate(now.doc, Y.encodeStateAsUpdate(then.doc))
  return { earlier: then, now }
}

function lineOf(parent: Y.XmlFragment, id: string): Y.XmlText {
  for (const node of parent.createTreeWalker((one) => one instanceof Y.XmlElement)) {
    const text = node instanceof Y.XmlElement && node.getAttribute('id') === id ? node.get(0) : null
    if (text instanceof Y.XmlText) return text
  }
  throw new Error(`no line ${id}`)
}

describe('words in the living text', () => {
  const quote = 'equal to 1.50 nm'

  test('are where their characters are, and not where a copy of them is', () => {
    const placement = followLive('b', quote, (line) => {
      line('c').insert(0, overlay)
      line('b').insert(overlay.indexOf('to 1.50'), 'x')
    })
    expect(placement).toMatchObject({
      condition: 'text-changed',
      method: 'live-between',
      elementId: 'b',
      quote: 'equal xto 1.50 nm',
    })
  })

  test('that a split has written anew are in the new line', () => {
    const placement = followLive('b', quote, (line) => {
      const tail = line('b').toString().slice(30)
      line('b').delete(30, line('b').length - 30)
      line('c').insert(0, tail)
    })
    expect(placement).toMatchObject({ condition: 'moved', elementId: 'c', quote })
  })

  test('of which nothing is left leave the place between what stood beside them', () => {
    const placement = followLive('b', quote, (line) => {
      const at = overlay.indexOf(quote)
      line('b').delete(at, quote.length)
      line('b').insert(at, 'as good as can be')
    })
    expect(placement).toMatchObject({ condition: 'text-changed', quote: 'as good as can be' })
  })

  test('are looked for in the frozen texts where those are of something else', () => {
    const other = newLiveText()
    const place = { kind: 'words' as const, elementId: 'b', from: 0, to: 11 }
    const live = { before: other, after: other }
    expect(carry([place], before, before, live)).toMatchObject([{ method: 'element-exact' }])
  })
})

test('words in a line that a key moved have moved, although its ids went along', () => {
  const { earlier, now } = twoStates()
  const [a, b, c] = points
  const held = lineOf(now.text, 'c').parent?.parent
  const around = held?.parent
  if (!(held instanceof Y.XmlElement) || !(around instanceof Y.XmlElement)) throw new Error('no c')
  // As the editor writes it: taken out, and put in behind the heading.
  around.delete(around.toArray().indexOf(held), 1)
  const [anew, line] = [new Y.XmlElement('point'), new Y.XmlElement('paragraph')]
  around.insert(1, [anew])
  anew.insert(0, [line])
  anew.setAttribute('id', 'c-point')
  line.setAttribute('id', 'c')
  line.insert(0, [new Y.XmlText('a cleaning station with a vacuum of 0.01 Pa or less.')])
  const after = shownContent(now.text)
  expect(elementsOf(after)).toEqual(elementsOf(list(c, a, b)))
  const place = { kind: 'words' as const, elementId: 'c', from: 36, to: 43 }
  expect(carry([place], before, after, { before: earlier, after: now })).toMatchObject([
    { condition: 'moved', elementId: 'c', quote: '0.01 Pa' },
  ])
})

describe('elements', () => {
  const followElement = (elementId: string, after: Content) =>
    carry([{ kind: 'element', elementId }], before, after)[0]

  test('are told by their ids', () => {
    expect(followElement('b-point', before)).toMatchObject({
      condition: 'exact',
      from: null,
      to: null,
    })
    expect(followElement('b-point', changed('another overlay'))).toMatchObject({
      condition: 'text-changed',
      elementId: 'b-point',
    })
    expect(followElement('b-point', changed(''))).toMatchObject({ condition: 'text-removed' })
  })

  test('that were made anew with the same words have moved; others are gone', () => {
    const anew = list(clause('new', overlay))
    expect(followElement('b-point', anew)).toMatchObject({
      condition: 'moved',
      elementId: 'new-point',
    })
    expect(followElement('c-point', anew)).toMatchObject({
      condition: 'text-removed',
      elementId: null,
    })
  })
})

describe('an element whose words were cut', () => {
  const words =
    'Applications are assessed within ninety days, and the answer says why in a few words.'
  const risk = 'The risk is that it is diverted.'
  const then = doc(section('risk', paragraph('r', risk)), section('customs', paragraph('c', words)))
  const emptied = (...more: ContentNode[]) =>
    doc(section('risk', paragraph('r', risk), ...more), section('customs', paragraph('c', '')))
  const now = (after: Content) => carry([{ kind: 'element', elementId: 'c' }], then, after)[0]

  test('has moved where they were pasted, although an empty one with its id stays', () => {
    const moved = { condition: 'moved', elementId: 'new', from: null, to: null, quote: words }
    expect(now(emptied(paragraph('new', words)))).toMatchObject(moved)
    expect(now(emptied(paragraph('new', `${words} So it is.`)))).toMatchObject({
      condition: 'moved',
      elementId: 'new',
      quote: words,
    })
  })

  test('is asked about where it could be one of two, and is removed where it is nowhere', () => {
    const twice = emptied(paragraph('new', words), paragraph('other', words))
    expect(now(twice)).toMatchObject({ condition: 'unsure' })
    expect(now(emptied())).toMatchObject({ condition: 'text-removed', elementId: 'c' })
  })
})

test('the whole is always there', () => {
  expect(carry([{ kind: 'whole' }], before, doc())).toMatchObject([
    { condition: 'exact', elementId: null },
  ])
})

test('no place is lost, and the order stays', () => {
  const places = elementsOf(before).map(({ id }) => ({ kind: 'element' as const, elementId: id }))
  expect(
    carry([...places, { kind: 'element', elementId: 'unknown' }], before, before).map(
      ({ elementId }) => elementId,
    ),
  ).toEqual([...places.map(({ elementId }) => elementId), null])
})

/**
 * Random editing against a model that knows where every character went. A seed that fails is printed
 * with its script; ANCHOR_SEED and ANCHOR_SCRIPTS try others.
 */
describe('after random editing', () => {
  const seed = Number(process.env.ANCHOR_SEED ?? 20261121)
  const scripts = Number(process.env.ANCHOR_SCRIPTS ?? 2_000)

  function run(seed: number, mostEdits: number) {
    const random = randomFrom(seed)
    const model = new ModelText(random)
    const [before, keys] = [model.content, model.keys()]
    const words = anyWords(before, random)
    const element = elementsOf(before).find(({ id }) => id === words?.elementId)
    if (!words || !element) throw new Error('a model text has words')
    const edits = 1 + Math.floor(random() * mostEdits)
    for (let n = 0; n < edits; n++) model.edit()
    const after = model.content
    const [placement] = carry([{ kind: 'words', ...words }], before, after)
    if (!placement) return { condition: 'lost' as const, wrong: 'dropped' }
    const quoted = { from: element.from + words.from, to: element.from + words.to }
    const wrong = whatIsWrong(placement, quoted, keys, after, model.keys())
    return { condition: placement.condition, wrong }
  }

  test.each([
    ['a few', 3, 0.1],
    ['many', 12, 0.25],
  ])(`%s edits put nothing in a wrong place (seed ${seed})`, (_, mostEdits, mostUnsure) => {
    const wrong: string[] = []
    const counts = new Map<string, number>()
    for (let n = 0; n < scripts; n++) {
      const outcome = run(seed + n, mostEdits)
      counts.set(outcome.condition, (counts.get(outcome.condition) ?? 0) + 1)
      if (outcome.wrong) wrong.push(`seed ${seed + n}: ${outcome.wrong}`)
    }
    console.log(`seed ${seed}, up to ${mostEdits} edits:`, Object.fromEntries(counts))
    expect(wrong).toEqual([])
    expect((counts.get('unsure') ?? 0) / scripts).toBeLessThan(mostUnsure)
  })
})
