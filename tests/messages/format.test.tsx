import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider, useLocale } from '#app/components/locale.tsx'
import { formatFor } from '#app/messages/format.ts'

const { t, date, dateTime, number, list, stateName } = formatFor('en')

describe('words in English', () => {
  it('write dates as the Union does', () => {
    expect(date('2026-11-21')).toBe('21 November 2026')
    expect(dateTime('2026-11-21T13:05:00Z')).toBe('21 November 2026, 14:05')
    expect(dateTime('2026-11-21T23:30:00Z')).toBe('22 November 2026, 00:30')
  })

  it('set thousands apart by a narrow space, in messages too', () => {
    expect(number(20000.5)).toBe('20\u202f000.5')
    expect(t('common.elapsed.adopted', { days: 1200 })).toBe('1\u202f200 days since adoption')
    expect(t('common.elapsed.shared', { days: 1 })).toBe('1 day since sharing')
  })

  it('join names without a comma before the last one', () => {
    expect(list(['BE', 'EL', 'SE'].map((code) => code))).toBe('BE, EL and SE')
    expect(stateName('EL')).toBe('Greece')
  })

  it('refuse to leave out a value that a message needs', () => {
    expect(() => t('common.elapsed.adopted')).toThrow('days')
  })
})

describe('a component', () => {
  it('counts elapsed days in Brussels from the moment that the server gave', () => {
    function Days() {
      return <p>{useLocale().daysSince('2026-11-01')}</p>
    }
    const page = (now: string) =>
      renderToStaticMarkup(
        <LocaleProvider locale="en" now={now}>
          <Days />
        </LocaleProvider>,
      )
    expect(page('2026-11-21T22:59:00Z')).toBe('<p>20</p>')
    expect(page('2026-11-21T23:01:00Z')).toBe('<p>21</p>')
  })
})
