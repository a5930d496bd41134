import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FileDates } from '#app/components/file/file-dates.tsx'
import { LocaleProvider } from '#app/components/locale.tsx'
import { LawDates } from '#app/components/record/law-dates.tsx'
import type { MeasureKind } from '#app/measures/measure.ts'

/** The steps and their sources on the file and in its record, before anything is recorded. */
function steps(kind: MeasureKind, isOurs = true): string[] {
  const nothing = { adoption: null, notifications: [], inCompilationOn: null }
  return [
    <FileDates
      key="file"
      file={{ kind, isOurs, versions: [], facts: null, notified: null, inCompilationOn: null }}
    />,
    <LawDates key="record" page={{ file: { kind, isOurs }, ...nothing }} />,
  ].map((dates) =>
    renderToStaticMarkup(
      <LocaleProvider locale="en" now="2026-11-24T10:00:00Z">
        {dates}
      </LocaleProvider>,
    ),
  )
}

describe('the steps in law of a measure', () => {
  it('name the paragraph under which the first message of its kind is sent', () => {
    for (const shown of steps('national-control-list')) {
      expect(shown).toContain('Article 9(2)')
      expect(shown).not.toContain('Article 9(3)')
    }
    for (const kind of ['amendment', 'repeal'] as const)
      for (const shown of steps(kind)) {
        expect(shown).toContain('Article 9(3)')
        expect(shown).not.toContain('Article 9(2)')
      }
    for (const shown of steps('other-notified-measure'))
      expect(shown).toContain('Articles 4 to 8, 11, 12, 22 or 23')
  })

  it('do not deny to others a notification of which they were not told', () => {
    const denials = (isOurs: boolean) =>
      steps('prohibition', isOurs).map((shown) => shown.split('not recorded').length - 1)
    const said = (isOurs: boolean) =>
      steps('prohibition', isOurs).map((shown) => shown.includes('none recorded as sent to you'))
    expect(denials(true)).toEqual([5, 5])
    expect(denials(false)).toEqual([4, 4])
    expect(said(true)).toEqual([false, false])
    expect(said(false)).toEqual([true, true])
  })

  it('have a place in the compilation only where there are entries', () => {
    const withIt = (kind: MeasureKind) =>
      steps(kind).map((shown) => shown.includes('In the compilation'))
    expect(withIt('national-control-list')).toEqual([true, true])
    expect(withIt('amendment')).toEqual([true, true])
    expect(withIt('repeal')).toEqual([false, false])
    expect(withIt('prohibition')).toEqual([false, false])
  })
})
