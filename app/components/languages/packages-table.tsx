import { Link } from '@remix-run/react'
import type { LanguagesDesk } from '#app/queries/languages-desk.server.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'

/** What was handed over, the newest first. */
export function PackagesTable({ packages }: { packages: LanguagesDesk['packages'] }) {
  const { t, date } = useLocale()
  return (
    <Table
      caption={t('languages.packages')}
      isCaptionHidden
      rows={packages}
      rowKey={({ id }) => id}
      empty={<p className="soft">{t('languages.no-packages')}</p>}
      columns={[
        {
          key: 'package',
          heading: t('languages.package'),
          isRowHeading: true,
          cell: ({ id, handedOn }) => (
            <Link to={`/commission/languages/packages/${id}`}>
              {t('languages.package-of', { date: date(handedOn) })}
            </Link>
          ),
        },
        {
          key: 'handed',
          heading: t('languages.handed-on'),
          isNarrow: true,
          cell: ({ handedOn }) => <DateText value={handedOn} />,
        },
        {
          key: 'recipient',
          heading: t('languages.recipient'),
          cell: ({ recipient }) => recipient,
        },
        {
          key: 'complete',
          heading: t('languages.completeness'),
          cell: ({ complete, languages }) => (
            <Completeness complete={complete} languages={languages} />
          ),
        },
      ]}
    />
  )
}

/** In how many languages: with a gap it says so, in words. */
export function Completeness({ complete, languages }: { complete: number; languages: number }) {
  const { t } = useLocale()
  return complete === languages ? (
    <StatusLabel tone="good">{t('languages.complete', { languages })}</StatusLabel>
  ) : (
    <StatusLabel tone="attention">
      {t('languages.not-complete', { complete, languages })}
    </StatusLabel>
  )
}
