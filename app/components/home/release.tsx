import type { findHome } from '#app/queries/home.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'
import { FileLink } from '../file/file-link.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['awaitingRelease']

export function HomeRelease({ lines }: { lines: Lines }) {
  const { t } = useLocale()
  return (
    <Section title={t('home.release.title')} intro={t('home.release.intro')}>
      <Table
        caption={t('home.release.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ reference, number }) => `${reference} ${number}`}
        rowState={() => 'inner'}
        empty={t('home.release.none')}
        columns={[
          {
            key: 'file',
            heading: t('home.column.file'),
            isRowHeading: true,
            isNarrow: true,
            cell: ({ reference, number }) => (
              <FileLink reference={reference} room={`/versions/${number}?mine=yes`} />
            ),
          },
          {
            key: 'owner',
            heading: t('home.column.owner'),
            isNarrow: true,
            cell: ({ owner }) => <StateChip code={owner} />,
          },
          { key: 'subject', heading: t('home.column.subject'), cell: ({ title }) => title },
          {
            key: 'version',
            heading: t('home.column.version'),
            isNarrow: true,
            cell: ({ number }) => number,
          },
          {
            key: 'waiting',
            heading: t('home.column.waiting'),
            isNarrow: true,
            cell: ({ comments }) => t('home.release.count', { count: comments }),
          },
        ]}
      />
    </Section>
  )
}
