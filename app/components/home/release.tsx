import type { findHome } from '#app/queries/home.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { ownerColumn, referenceColumn, subjectColumn } from '../file/file-columns.tsx'
import { HomeRest } from './rest.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['awaitingRelease']

export function HomeRelease({ lines, total }: { lines: Lines; total: number }) {
  const words = useLocale()
  const { t } = words
  return (
    <Section id="release" title={t('home.release.title')} intro={t('home.release.intro')}>
      <Table
        caption={t('home.release.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ reference, number }) => `${reference} ${number}`}
        rowState={() => 'inner'}
        empty={t('home.release.none')}
        columns={[
          referenceColumn<Lines[number]>(words, ({ number }) => `/versions/${number}?show=inner`),
          ownerColumn(words),
          subjectColumn(words),
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
      <HomeRest list="release" title={t('home.release.title')} shown={lines.length} total={total} />
    </Section>
  )
}
