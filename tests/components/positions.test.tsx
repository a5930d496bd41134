// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { UnattributedPositions } from '#app/components/comments/positions-table.tsx'
import { LocaleProvider } from '#app/components/locale.tsx'
import type { Standing } from '#app/queries/standings.server.ts'

const said = (id: string, stance: Standing['stance'], reasons: string, at: string): Standing => ({
  id,
  stance,
  reasons,
  at,
  intentions: [],
  audience: { kind: 'owner-commission' },
  version: 1,
  isStale: false,
  isSuperseded: false,
  earlier: [
    { id: `${id}-0`, stance, reasons: 'Before.', at, intentions: [], audience: null, version: 1 },
  ],
})

const belgium = {
  delegation: 'BE' as const,
  whole: said('a', 'supports', '', '2026-11-28T09:00:00Z'),
}
const france = {
  delegation: 'FR' as const,
  whole: said('b', 'concern', 'Too wide.', '2026-11-29T09:00:00Z'),
}

function shown(...standings: (typeof belgium | typeof france)[]): string {
  const page = {
    version: { number: 1 },
    entries: [{ code: '3B801', heading: 'Scanners' }],
    standings: standings.map((one) => ({
      ...one,
      byEntry: { '3B801': said(`${one.delegation}-e`, 'question', '', '2026-11-27T09:00:00Z') },
    })),
    owner: 'NL' as const,
  }
  return renderToStaticMarkup(
    <LocaleProvider locale="en" now="2026-12-01T09:00:00Z">
      <UnattributedPositions page={page} />
    </LocaleProvider>,
  )
}

it('positions without names tell by nothing on the page whose they are', () => {
  const page = shown(belgium, france)
  expect(page).toContain('Too wide.')
  expect(page).not.toMatch(
    /Belgium|France|\bBE\b|\bFR\b|November|2026-11|protocol order|Before\.|Commission/,
  )
  // Nor by their order: another order of the states gives the same page.
  expect(shown(france, belgium)).toBe(page)
})
