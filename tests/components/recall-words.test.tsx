import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { RecallConsequences } from '#app/components/comments/recall-dialog.tsx'
import { LocaleProvider } from '#app/components/locale.tsx'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'

function consequences(...signatories: DelegationCode[]): string {
  return renderToStaticMarkup(
    <LocaleProvider locale="en" now="2026-11-29T10:00:00Z">
      <RecallConsequences comments={[{ id: 'c', signatories }]} />
    </LocaleProvider>,
  )
}

describe('what a recall is said to do', () => {
  it('is done for all who signed, and they are named before it is done', () => {
    expect(consequences('DE', 'EL')).toContain('Germany and Greece together')
    expect(consequences('DE', 'EL')).toContain('for all of them')
  })

  it('concerns nobody else where one state said it', () => {
    expect(consequences()).not.toContain('together')
  })
})
