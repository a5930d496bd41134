import type { BasisState } from '#app/measures/article-10.ts'
import type { LocaleFormat } from '#app/messages/format.ts'

/** Whether there is a basis for Article 10, since when, and what ends or ended it. */
export function basisSentences({ t, date, list }: LocaleFormat, basis: BasisState): string {
  switch (basis.state) {
    case 'holds':
      return [
        t('register.basis.holds', { since: date(basis.since) }),
        ...(basis.until
          ? [
              t('register.basis.ends', {
                on: date(basis.until),
                by: list(basis.endedBy.map((by) => t(`register.basis-end.${by}`))),
              }),
            ]
          : []),
      ].join(' ')
    case 'to-come':
      return t('register.basis.to-come', { from: date(basis.from) })
    case 'ended':
      return [
        t('register.basis.ended', {
          on: date(basis.on),
          by: list(basis.by.map((by) => t(`register.basis-end.${by}`))),
        }),
        ...(basis.by.includes('amended') ? [t('register.basis.amended')] : []),
      ].join(' ')
    case 'missing':
      return t('register.basis.missing', {
        conditions: list(
          basis.conditions.map((condition) => t(`register.basis-condition.${condition}`)),
        ),
      })
  }
}
