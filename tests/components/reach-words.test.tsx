import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { useReachWords } from '#app/components/file/audience-words.ts'
import { LocaleProvider } from '#app/components/locale.tsx'
import type { Audience } from '#app/measures/audience.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'

/** Whom words of `author` on a file of the Netherlands have reached. */
function reach(audience: Audience, author: DelegationCode): string {
  function Words() {
    return useReachWords()(audience, { owner: 'NL', author })
  }
  return renderToStaticMarkup(
    <LocaleProvider locale="en" now="2026-11-24T10:00:00Z">
      <Words />
    </LocaleProvider>,
  )
}

describe('whom words on a file have reached', () => {
  it('names the owner, who has them whoever is named', () => {
    expect(reach({ kind: 'owner' }, 'DE')).toBe('Netherlands only, as owner of the file')
    expect(reach({ kind: 'owner-commission' }, 'DE')).toBe('Netherlands and the Commission')
    expect(reach({ kind: 'named', delegations: ['SE', 'FR'] }, 'DE')).toBe(
      'Netherlands, France and Sweden',
    )
  })

  it('names the owner once where others name it, and not to itself', () => {
    expect(reach({ kind: 'named', delegations: ['FR', 'NL'] }, 'DE')).toBe('Netherlands and France')
    expect(reach({ kind: 'named', delegations: ['SE', 'FR'] }, 'NL')).toBe('France and Sweden')
  })

  it('names nobody where everybody has them', () => {
    expect(reach({ kind: 'all' }, 'DE')).toBe('All Member States and the Commission')
  })
})
