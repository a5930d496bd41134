import { Link } from '@remix-run/react'
import { entryAddress } from '#app/open-data/addresses.ts'
import type { Article10Desk } from '#app/queries/article-10-desk.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'

type Entry = Article10Desk['requirements'][number]['entry']

/** An entry by issuer, code and edition, with what it is about. */
export function EntryName({ entry }: { entry: Entry }) {
  const { t } = useLocale()
  return (
    <>
      <StateChip code={entry.issuer} />{' '}
      <Link to={entryAddress(entry.issuer, entry.key)}>
        {entry.code || t('text.entry-without-code')}
      </Link>{' '}
      <span className="small soft">{t('register.edition', { edition: entry.edition })}</span>
      <span className="cell-note">{entry.heading}</span>
    </>
  )
}
