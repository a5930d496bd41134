// @vitest-environment happy-dom
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { proposalsShown } from '#app/components/comments/proposals-shown.ts'
import { LocaleProvider } from '#app/components/locale.tsx'
import { ProposalFields } from '#app/components/proposals/proposal-fields.tsx'
import { numbersOf } from '#app/components/proposals/proposal-names.ts'
import { proposalTarget } from '#app/components/proposals/proposal-target.ts'
import { ThreeTexts } from '#app/components/proposals/three-texts.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { noProposals, ProposalsContext } from '#app/components/text/proposals-in-text.ts'
import type { Proposal } from '#app/measures/proposal.ts'
import { withIds } from '#app/text/content.ts'
import { proposalNow, wordsChange } from '#app/text/proposal-now.ts'
import { findElement, sliceJson, withSlice } from '#app/text/slice.ts'
import { doc, entry, heading, paragraph, point, scanners, section } from '#tests/text/sample.ts'

const content = withIds(scanners)
const nodeIn = (id: string) => {
  const found = findElement(content, id)
  if (!found) throw new Error(`no ${id}`)
  return found.node
}
const overlay = wordsChange(nodeIn('f5bp'), 2, 25, 'chuck overlay ≤ 1.40 nm')

function parsed(page: ReactNode) {
  const box = document.createElement('div')
  box.innerHTML = renderToStaticMarkup(
    <LocaleProvider locale="en" now="2026-11-29T09:00:00Z">
      {page}
    </LocaleProvider>,
  )
  return box
}

const words = (node: Element | null | undefined) =>
  (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

function recordOf(change: typeof overlay): Proposal {
  const { before, after, ...rest } = change
  return { ...rest, versionId: 'v', before: sliceJson(before), after: sliceJson(after) }
}

function roomWith(...proposals: Proposal[]) {
  const comments = proposals.map((proposal, index) => ({
    id: `c${index}`,
    delegation: 'EL' as const,
    version: 1,
    proposal,
    proposedWording: '',
    isSuperseded: false,
    recalled: null,
    reply: null,
  }))
  return { content, version: { number: 1 }, threads: [{ place: null, quoteNow: null, comments }] }
}

describe('a text with proposals', () => {
  const after = [point({ id: 'f5a' }, paragraph('f5ap', 'a laser wavelength ≥ 193 nm;'))]
  const ofPoint = {
    ...overlay,
    kind: 'replace' as const,
    elementId: 'f5a',
    before: [nodeIn('f5a')],
  }
  const room = roomWith(recordOf(overlay), recordOf({ ...ofPoint, from: 0, to: 0, after }))
  const box = parsed(
    <ProposalsContext.Provider value={proposalsShown(room)}>
      <FrozenText content={content} />
    </ProposalsContext.Provider>,
  )

  it('strikes the words that would go, and has behind them what would come and whose it is', () => {
    const line = box.querySelector('#el-f5bp')
    expect(words(line?.querySelector('del'))).toBe('chuck overlay ≤ 1.50 nm')
    expect(words(line?.querySelector('ins'))).toBe('chuck overlay ≤ 1.40 nm')
    expect(words(line)).toContain('Greece proposes: ')
    expect(words(line)).toContain('EL')
  })

  it('has below a point what is proposed for it, word by word', () => {
    const block =
      box.querySelector('#el-f5a > .proposed-block') ?? box.querySelector('#el-f5a .proposed-block')
    expect(words(block?.querySelector('del'))).toBe('light source')
    expect(words(block?.querySelector('ins'))).toBe('laser')
    expect(words(block)).toContain('taken out:')
  })

  it('has below its words what was proposed on words that have changed since', () => {
    const { from, to, elementId } = overlay
    const place = { ...room.threads[0], place: { elementId, from, to }, quoteNow: '1.45 nm' }
    const comments = roomWith(recordOf(overlay)).threads.flatMap((thread) => thread.comments)
    const shown = proposalsShown({
      ...room,
      version: { number: 2 },
      threads: [{ ...place, comments }],
    })
    expect(shown.onWords).toEqual([])
    expect(shown.ofElement.get(elementId)).toHaveLength(1)
  })

  it('has nothing of what the owner says is taken up', () => {
    const threads = room.threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((one) => ({ ...one, reply: { outcome: 'taken-up' as const } })),
    }))
    expect(proposalsShown({ ...room, threads })).toEqual(noProposals)
  })

  it('counts nothing of it as words of the text', () => {
    const added = [...box.querySelectorAll('ins, .proposed-block')]
    expect(added.every((node) => node.closest('[data-added]'))).toBe(true)
    expect(words(parsed(<FrozenText content={content} />).querySelector('del'))).toBe('')
  })
})

describe('three texts beside each other', () => {
  it('name the conflict and all three words of it', () => {
    const line = {
      ...nodeIn('f5bp'),
      content: [{ type: 'text', text: 'a chuck overlay ≤ 1.60 nm.' }],
    }
    const now = proposalNow(overlay, content, withSlice(content, 'f5bp', [line]) ?? content)
    if (!now) throw new Error('no place')
    const box = parsed(
      <ThreeTexts
        frame={{ parentType: 'point', code: '', depth: 2 }}
        label=""
        version={{ number: 1, language: 'en' }}
        delegation="EL"
        now={now}
      />,
    )
    const text = words(box.querySelector('.merged-conflict'))
    expect(text).toContain('it was: 1.50; the draft: 1.60; proposed: 1.40')
  })

  it('read as text when laid over each other, with who made each change once', () => {
    const line = {
      ...nodeIn('f5bp'),
      content: [{ type: 'text', text: 'the table overlay ≤ 1.50 nm.' }],
    }
    const now = proposalNow(overlay, content, withSlice(content, 'f5bp', [line]) ?? content)
    if (!now) throw new Error('no place')
    const box = parsed(
      <ThreeTexts
        frame={{ parentType: 'point', code: '', depth: 2 }}
        label=""
        version={{ number: 1, language: 'en' }}
        delegation="EL"
        now={now}
      />,
    )
    for (const heard of box.querySelectorAll('.heard')) heard.remove()
    expect(words(box.querySelector('.merged-lines'))).toBe(
      'a chuckthe table (changed in the draft) overlay ≤ 1.501.40 (proposed by Greece) nm.',
    )
    const [base, proposed] = box.querySelectorAll('.side-by-side__one')
    expect(words(base)).toContain('a chuck overlay ≤ 1.50 nm.')
    expect(words(proposed)).toContain('a chuck overlay ≤ 1.40 nm.')
  })

  it('tell once what both set otherwise, and with who set it what one did', () => {
    const scope = (attrs: Record<string, string | boolean>) =>
      entry({ id: 'e', code: '3B802', ...attrs }, heading('h', 'Printers'))
    const before = doc(section('items', scope({})))
    const change = {
      kind: 'replace' as const,
      elementId: 'e',
      from: 0,
      to: 0,
      before: [scope({})],
      after: [scope({ destinations: 'Russia', expiry: '2027-12-31' })],
    }
    const draft = doc(section('items', scope({ destinations: 'Belarus', logic: 'any-of' })))
    const now = proposalNow(change, before, draft)
    if (!now) throw new Error('no place')
    const box = parsed(
      <ThreeTexts
        frame={{ parentType: 'section', code: '', depth: 0 }}
        label=""
        version={{ number: 1, language: 'en' }}
        delegation="EL"
        now={now}
      />,
    )
    const told = [...box.querySelectorAll(':scope > p')].map(words).slice(1)
    expect(told).toEqual([
      'Which of the points: Not said → Any of the following (changed in the draft)',
      'Applies until: no end → 31 December 2027 (proposed by Greece)',
      'Destinations: Belarus in the draft, Russia proposed',
    ])
  })
})

describe('the names of proposals', () => {
  it('are told apart by a number where one state proposes several for one place', () => {
    const at = (id: string, delegation: 'DE' | 'FR', place: string) => ({ id, delegation, place })
    const numbers = numbersOf([
      at('a', 'DE', '3B801.f.6.a'),
      at('b', 'FR', '3B801.f.6.a'),
      at('c', 'DE', '3B801.f.5'),
      at('d', 'DE', '3B801.f.6.a'),
    ])
    expect([...numbers]).toEqual([
      ['a', 1],
      ['d', 2],
    ])
  })
})

describe('the fields of a proposal', () => {
  it('offer another wording of a part, something behind it, or to take it out', () => {
    const target = proposalTarget(content, { elementId: 'f5b', from: null, to: null })
    const box = parsed(<ProposalFields target={target} language="en" />)
    expect([...box.querySelectorAll('input')].map(({ value }) => value)).toEqual([
      'none',
      'replace',
      'insert-after',
      'delete',
    ])
    expect(target?.label).toBe('b')
  })

  it('offer other words for words', () => {
    const target = proposalTarget(content, { elementId: 'f5bp', from: 2, to: 7 })
    const box = parsed(<ProposalFields target={target} language="en" />)
    expect(box.querySelector('textarea')?.name).toBe('proposedWording')
  })

  it('offer none for words of several points, and say what can be done', () => {
    const target = proposalTarget(content, { elementId: 'f5', from: 4, to: 90 })
    const box = parsed(<ProposalFields target={target} language="en" />)
    expect(box.querySelector('textarea, input')).toBeNull()
    expect(box.textContent).toContain('These words stand in several points.')
    const said = { proposedWording: 'from before', proposal: null }
    const revised = parsed(<ProposalFields target={target} language="en" said={said} />)
    expect(revised.querySelector('textarea')?.value).toBe('from before')
  })
})
