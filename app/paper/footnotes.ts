import type { LocaleFormat } from '#app/messages/format.ts'

interface Act {
  readonly actTitle: string
  readonly actNumber: string
  readonly adoptedOn: string | null
  readonly gazette: string | null
  readonly gazetteReference: string | null
}

/** A national act as a footnote names it: title, number, day and gazette. */
export function actInFootnote({ date }: LocaleFormat, act: Act): string {
  const gazette = [act.gazette, act.gazetteReference].filter(Boolean).join(', ')
  const named = [act.actTitle, act.actNumber, act.adoptedOn && date(act.adoptedOn)]
  return `${named.filter(Boolean).join(', ')}${gazette ? ` (${gazette})` : ''}.`
}
