import { Link } from '@remix-run/react'
import { entryAddress } from '#app/open-data/addresses.ts'
import type { CompilationPage } from '#app/queries/compilation.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'

const tones = { new: 'good', changed: 'attention', removed: 'ended' } as const

/** What a compilation names anew, otherwise, or no longer. */
export function CompilationChanges({ changes }: Pick<CompilationPage, 'changes'>) {
  const { t, number } = useLocale()
  return (
    <Table
      caption={t('compilation.changes')}
      isCaptionHidden
      rows={changes}
      rowKey={({ id }) => id}
      rowState={({ change }) => (change === 'removed' ? 'ended' : undefined)}
      empty={<p className="soft">{t('compilation.no-changes')}</p>}
      columns={[
        {
          key: 'issuer',
          heading: t('register.state'),
          isNarrow: true,
          cell: ({ issuer }) => <StateChip code={issuer} />,
        },
        {
          key: 'code',
          heading: t('record.code'),
          isRowHeading: true,
          isNarrow: true,
          cell: ({ issuer, key, code }) => (
            <Link to={entryAddress(issuer, key)}>{code || t('text.entry-without-code')}</Link>
          ),
        },
        { key: 'heading', heading: t('record.description'), cell: ({ heading }) => heading },
        {
          key: 'edition',
          heading: t('record.edition'),
          isNarrow: true,
          isNumeric: true,
          cell: ({ edition }) => number(edition),
        },
        {
          key: 'change',
          heading: t('record.change'),
          isNarrow: true,
          cell: ({ change }) => (
            <StatusLabel tone={tones[change]}>{t(`commission.change.${change}`)}</StatusLabel>
          ),
        },
      ]}
    />
  )
}
