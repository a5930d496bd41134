// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { CompiledWording } from '#app/components/comments/compiled-wording.tsx'
import { LocaleProvider } from '#app/components/locale.tsx'
import type { ProposalKind } from '#app/measures/proposal.ts'

function said(kind: ProposalKind | null, proposedWording: string | null) {
  const place = { versionId: 'v', elementId: 'e', from: 0, to: 0, before: '[]', after: '[]' }
  const proposal = kind && { kind, ...place }
  const box = document.createElement('div')
  box.innerHTML = renderToStaticMarkup(
    <LocaleProvider locale="en" now="2026-11-29T09:00:00Z">
      <CompiledWording comment={{ proposal, proposedWording }} />
    </LocaleProvider>,
  )
  return [...box.children].map(({ textContent }) => textContent)
}

it('the compiled table names what is proposed where it is not other words', () => {
  expect(said(null, null)).toEqual([])
  expect(said(null, 'table')).toEqual(['table'])
  expect(said('words', '')).toEqual(['Proposed to be taken out'])
  expect(said('delete', '')).toEqual(['Proposed to be taken out'])
  expect(said('insert-after', 'a new one')).toEqual(['Proposed behind it', 'a new one'])
  expect(said('replace', 'a new one')).toEqual(['Proposed wording of this part', 'a new one'])
})
