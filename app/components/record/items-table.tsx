import { Link } from '@remix-run/react'
import { entryAddress } from '#app/open-data/addresses.ts'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'

type Item = RecordPage['entries'][number]

const tones = { new: 'good', changed: 'attention', ended: 'ended' } as const

/** What the measure brought, changed and ended. */
export function ItemsTable({ page: { entries, file } }: { page: RecordPage }) {
  const { t, number } = useLocale()
  return (
    <Table
      caption={t('record.items')}
      isCaptionHidden
      rows={entries}
      rowKey={({ id }) => id}
      rowState={({ change }) => (change === 'ended' ? 'ended' : undefined)}
      empty={<p className="soft">{t('record.no-items')}</p>}
      columns={[
        {
          key: 'code',
          heading: t('record.code'),
          isRowHeading: true,
          cell: (item) => <CodeLink item={item} issuer={file.owner} />,
        },
        {
          key: 'heading',
          heading: t('record.description'),
          cell: ({ heading, warnings }) => (
            <>
              {heading}
              {warnings.map((warning) => (
                <span key={warning} className="cell-note">
                  {t(`record.code-warning.${warning}`)}
                </span>
              ))}
            </>
          ),
        },
        {
          key: 'edition',
          heading: t('record.edition'),
          isNumeric: true,
          isNarrow: true,
          cell: ({ edition }) => number(edition),
        },
        {
          key: 'change',
          heading: t('record.change'),
          isNarrow: true,
          cell: ({ change }) => (
            <StatusLabel tone={tones[change]}>{t(`record.change.${change}`)}</StatusLabel>
          ),
        },
        {
          key: 'applies',
          heading: t('record.applies-from'),
          isNarrow: true,
          cell: ({ inForceFrom }) => <DateText value={inForceFrom} />,
        },
        {
          key: 'compiled',
          heading: t('file.date.compiled'),
          isNarrow: true,
          cell: ({ inCompilationFrom }) =>
            inCompilationFrom ? <DateText value={inCompilationFrom} /> : t('record.not-compiled'),
        },
        {
          key: 'end',
          heading: t('record.end'),
          isNarrow: true,
          cell: (item) => <End item={item} />,
        },
      ]}
    />
  )
}

function CodeLink({ item, issuer }: { item: Item; issuer: string }) {
  const { t } = useLocale()
  const name = item.code || t('text.entry-without-code')
  return item.isPublic ? <Link to={entryAddress(issuer, item.key)}>{name}</Link> : name
}

function End({ item }: { item: Item }) {
  const { t } = useLocale()
  if (!item.endedOn || !item.endedBy) return null
  return (
    <>
      <DateText value={item.endedOn} />
      <span className="cell-note">{t(`record.ended.${item.endedBy}`)}</span>
    </>
  )
}
