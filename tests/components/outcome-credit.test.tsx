// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OutcomeCreditLines } from '#app/components/comments/outcome-credit-lines.tsx'
import { LocaleProvider } from '#app/components/locale.tsx'
import type { OutcomeCredit } from '#app/queries/outcomes.server.ts'

type Stretches = Partial<OutcomeCredit['stretches'][number]>[]

const said = (words: string | null, ...stretches: Stretches) =>
  linesOf({ isOfSettings: false, words }, stretches)

function linesOf(came: Omit<OutcomeCredit, 'stretches'>, stretches: Stretches) {
  const box = document.createElement('div')
  const credit = {
    ...came,
    stretches: stretches.map((stretch, index) => ({
      stands: 'whole' as const,
      words: '',
      from: 2,
      to: 2,
      isLast: index === stretches.length - 1,
      ...stretch,
    })),
  }
  box.innerHTML = renderToStaticMarkup(
    <LocaleProvider locale="en" now="2026-11-29T09:00:00Z">
      <OutcomeCreditLines credit={credit} language="en" />
    </LocaleProvider>,
  )
  return [...box.querySelectorAll('p')].map((line) => line.textContent)
}

describe('words that were taken up', () => {
  it('are said to be in the versions that have them only', () => {
    expect(said('2.40 nm', {})).toEqual(['These words are in the text since version 2'])
    expect(said('2.40 nm', { to: 4 }, { stands: 'none', from: 5, to: 6 })).toEqual([
      'These words stand in versions 2 to 4',
      'No longer in the text since version 5',
    ])
    expect(said('2.40 nm', { stands: 'none', from: 5, to: 6 })).toEqual([
      'These words were put into the draft; version 5 does not have them any more',
    ])
    expect(said('2.40 nm')).toEqual([
      'These words were put into the draft; no later version was shared yet',
    ])
  })

  it('are told as they stand where they were changed', () => {
    const part = { stands: 'part', words: 'not exceeding', from: 5, to: 6 } as const
    expect(said('not exceeding 2.40 nm', { to: 4 }, part)).toEqual([
      'These words stand in versions 2 to 4',
      'Changed since version 5',
      'Of them there stands: not exceeding',
    ])
    expect(said(null, { ...part, words: '2.00' })).toEqual([
      'Words were put into the draft; as version 5 has them they were changed since',
      'Of them there stands: 2.00',
    ])
  })

  it('were taken out of the versions that do not have them', () => {
    expect(said('', {}, { stands: 'none', from: 3, to: 3 })).toEqual([
      'Words were taken out of the text, as version 2 shows',
      'They stand in the text again since version 3',
    ])
  })
})

describe('what was set otherwise', () => {
  it('is said to be so in the versions that have it, and of no words', () => {
    const set = (...stretches: Stretches) => linesOf({ isOfSettings: true, words: null }, stretches)
    expect(set()).toEqual(['It was set so in the draft; no later version was shared yet'])
    expect(set({ to: 3 }, { stands: 'none', from: 4, to: 4 })).toEqual([
      'Version 2 has it set as proposed',
      'No longer in the text since version 4',
    ])
    expect(set({ stands: 'part' })).toEqual(['Version 2 has a part of it set as proposed'])
    expect(set({ stands: 'none' })).toEqual([
      'It was set so in the draft; version 2 does not have it any more',
    ])
  })
})
