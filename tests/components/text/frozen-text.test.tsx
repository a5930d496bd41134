// @vitest-environment happy-dom
import { act, type ComponentProps } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LocaleProvider } from '#app/components/locale.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import type { Choice } from '#app/components/text/selection.ts'
import type { Content } from '#app/text/content.ts'
import { plainText } from '#app/text/content.ts'
import { elementsOf } from '#app/text/elements.ts'
import { framedSlice } from '#app/text/framed-slice.ts'
import { emptyDraft } from '#app/text/schema.ts'
import {
  doc,
  entry,
  heading,
  paragraph,
  point,
  run,
  scanners,
  section,
} from '#tests/text/sample.ts'

type Props = Omit<ComponentProps<typeof FrozenText>, 'content'>

function page(content: Content, props: Props = {}) {
  return (
    <LocaleProvider locale="en" now="2026-11-21T09:00:00Z">
      <FrozenText content={content} {...props} />
    </LocaleProvider>
  )
}

function parsed(content: Content, props?: Props) {
  const box = document.createElement('div')
  box.innerHTML = renderToStaticMarkup(page(content, props))
  return box
}

const words = (node: Element | null | undefined) =>
  (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

describe('a frozen text on the server', () => {
  const box = parsed(scanners)

  test('heads sections, entries and notes, and letters points', () => {
    expect([...box.querySelectorAll('h2')].map(words)).toEqual(['Subject', 'Controlled items'])
    expect([...box.querySelectorAll('h3')].map(words)).toEqual(['3B801', 'Entry without a code'])
    expect([...box.querySelectorAll('.point__label')].map(words)).toEqual([
      'f.',
      '5.',
      'a.',
      'b.',
      'a.',
      '6.',
    ])
    expect([...box.querySelectorAll('.note__title')].map(words)).toEqual(['Technical note', 'N.B.'])
  })

  test('says "any of the following" where the text does not say it itself', () => {
    expect([...box.querySelectorAll('.logic')].map(words)).toEqual([
      'any of the following:',
      'any of the following:',
    ])
  })

  test('leaves that out where the heading of the entry leads in to the points', () => {
    const listed = entry(
      { id: 'e1', code: '3B803', logic: 'any-of' },
      heading('h1', 'Inspection equipment, as follows:'),
      point({ id: 'a', logic: 'all-of' }, paragraph('ap', 'Apparatuur, met:'), point({ id: 'a1' })),
    )
    expect(parsed(doc(section('items', listed))).querySelectorAll('.logic')).toHaveLength(1)
    const dutch = parsed(doc(section('items', listed)), { lang: 'nl' })
    expect(dutch.querySelectorAll('.logic')).toHaveLength(0)
  })

  test('says "(not used)" for a point that is kept for its letter only', () => {
    expect(words(box.querySelector('[data-element="f6"]'))).toContain('(not used)')
  })

  test('names every element, and each line by its place in the plain text', () => {
    const plain = plainText(scanners)
    for (const { id } of elementsOf(scanners)) {
      expect(box.querySelector(`[data-element="${id}"]`)?.id).toBe(`el-${id}`)
    }
    for (const line of box.querySelectorAll<HTMLElement>('[data-from]')) {
      const from = Number(line.dataset.from)
      expect(plain.slice(from, from + (line.textContent ?? '').length)).toBe(line.textContent)
    }
  })

  test('says that a section is empty', () => {
    expect(parsed(emptyDraft()).querySelectorAll('.text__empty')).toHaveLength(9)
  })

  test('says what is particular to an entry', () => {
    const iran = doc(
      section(
        'items',
        entry({
          id: 'e',
          code: '9A994',
          destinations: 'Iran only',
          expiry: '2027-01-02',
          activities: 'export brokering',
        }),
      ),
    )
    expect([...parsed(iran).querySelectorAll('.entry__particulars > div > *')].map(words)).toEqual([
      'Destinations',
      'Iran only',
      'Activities',
      'Export and Brokering services',
      'Applies until',
      '2 January 2027',
    ])
  })

  test('writes markup in the text as words and drops a hostile link, not its words', () => {
    const hostile = doc(
      section(
        'subject',
        paragraph('p', run('<script>1</script>'), run('here', link('javascript:alert(1)'))),
        paragraph('q', run('list', link('https://example.eu/list'))),
      ),
    )
    const box = parsed(hostile)
    expect(box.querySelector('script')).toBeNull()
    expect(words(box.querySelector('[data-element="p"]'))).toBe('<script>1</script>here')
    expect([...box.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://example.eu/list',
    ])
  })
})

const link = (href: string) => ({ type: 'link', attrs: { href } })

describe('threads in a frozen text', () => {
  const marks = [
    { threadId: 't1', label: '1', elementId: 'f5ap', from: 2, to: 14 },
    { threadId: 't2', label: '2', elementId: 'f5a', from: 8, to: 26 },
    { threadId: 't3', label: '3', elementId: 'f6', from: null, to: null },
    { threadId: 't4', label: '4', elementId: 'gone', from: 0, to: 3 },
  ]
  const box = parsed(scanners, { marks, activeThread: 't2' })

  test('mark their words, over the bounds of other threads and of styled words', () => {
    const marked = [...box.querySelectorAll('mark')].map((mark) => mark.textContent)
    expect(marked).toEqual(['light ', 'source', ' wavelength '])
    expect(box.querySelectorAll('mark.is-active')).toHaveLength(2)
  })

  test('are linked once each where their words end, or on the whole element', () => {
    const links = [...box.querySelectorAll('.thread-reference')]
    expect(links.map((a) => a.getAttribute('href'))).toEqual([
      '#thread-t1',
      '#thread-t2',
      '#thread-t3',
    ])
    expect(links[2]?.closest('[data-element]')?.getAttribute('data-element')).toBe('f6')
    expect(links[0]?.getAttribute('aria-label')).toBe('Thread 1')
  })
})

describe('a frozen text in the browser', () => {
  let box: HTMLElement
  let unmount: () => void

  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    box = document.body.appendChild(document.createElement('div'))
    const root = createRoot(box)
    unmount = () => act(() => root.unmount())
    render = (element) => act(() => root.render(element))
  })
  let render: (element: React.JSX.Element) => void

  afterEach(() => {
    unmount()
    box.remove()
    vi.unstubAllGlobals()
  })

  test('every entry, point and note, and every paragraph outside them, has a button to comment', () => {
    const on: string[] = []
    render(page(scanners, { onComment: (element) => on.push(element.id) }))
    const buttons = [...box.querySelectorAll('button')]
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toContain(
      'Comment on 3B801.f.5, technical note 1, point a',
    )
    for (const button of buttons) button.click()
    expect(on.toSorted()).toEqual(
      'e1 e2 f f5 f5a f5b f6 i1 items n1 n1a n2 s1 subject'.split(' ').toSorted(),
    )
  })

  test('chosen words are told with their place, whatever threads stand between them', () => {
    const choices: (Choice | null)[] = []
    const marks = [{ threadId: 't1', label: '17', elementId: 'f5ap', from: 2, to: 7 }]
    const onSelect = (choice: Choice | null) => choices.push(choice)
    render(page(scanners, { marks, onSelect }))
    const line = box.querySelector('[data-element="f5ap"] [data-from]')
    const last = line?.lastChild
    if (!line || !last) throw new Error('no line')
    const range = document.createRange()
    range.setStart(line, 0)
    range.setEnd(last, 0)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    document.dispatchEvent(new Event('selectionchange'))
    expect(choices.at(-1)).toMatchObject({
      elementId: 'f5ap',
      from: 0,
      to: 34,
      quote: 'a light source wavelength ≥ 193 nm',
      suffix: expect.stringMatching(/^;\n/),
    })
  })
})

test('the points of a part that is shown alone are lettered as where it stands', () => {
  const inner = (id: string) => point({ id, label: null }, paragraph(`${id}p`, id))
  const five = point(
    { id: 'five', label: null },
    paragraph('fivep', 'Scanners:'),
    inner('x'),
    inner('y'),
  )
  const alone = framedSlice([five], { parentType: 'point', code: '3B801', depth: 1 }, '5')
  const labels = (props: Props) =>
    [...parsed(alone, props).querySelectorAll('.point__label')].map(words)
  expect(labels({ pointsAround: 1 })).toEqual(['5.', 'a.', 'b.'])
  expect(labels({})).toEqual(['5.', '1.', '2.'])
})
