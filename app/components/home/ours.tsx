import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import type { Stage } from '#app/measures/measure.ts'
import { FileLink } from '../file/file-link.tsx'

interface Line {
  reference: string
  title: string
  stage: Stage
  changedAt: string
}

export function HomeOurs({ lines }: { lines: readonly Line[] }) {
  const { t, date } = useLocale()
  return (
    <Section title={t('home.ours.title')}>
      <Table
        caption={t('home.ours.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ reference }) => reference}
        empty={t('home.ours.none')}
        columns={[
          {
            key: 'file',
            heading: t('home.column.file'),
            isRowHeading: true,
            isNarrow: true,
            cell: ({ reference }) => <FileLink reference={reference} />,
          },
          { key: 'subject', heading: t('home.column.subject'), cell: ({ title }) => title },
          {
            key: 'stage',
            heading: t('home.column.stage'),
            isNarrow: true,
            cell: ({ stage }) => <StatusLabel>{t(`terms.stage.${stage}`)}</StatusLabel>,
          },
          {
            key: 'changed',
            heading: t('home.column.changed'),
            isNarrow: true,
            cell: ({ changedAt }) => date(changedAt),
          },
        ]}
      />
    </Section>
  )
}
