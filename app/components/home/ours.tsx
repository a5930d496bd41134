import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { Stage } from '#app/measures/measure.ts'
import { referenceColumn, subjectColumn } from '../file/file-columns.tsx'
import { HomeRest } from './rest.tsx'

interface HomeOursProps {
  lines: readonly Line[]
  total: number
  owner: DelegationCode
}

interface Line {
  reference: string
  title: string
  stage: Stage
  changedAt: string
}

export function HomeOurs({ lines, total, owner }: HomeOursProps) {
  const words = useLocale()
  const { t } = words
  return (
    <Section title={t('home.ours.title')}>
      <Table
        caption={t('home.ours.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ reference }) => reference}
        empty={t('home.ours.none')}
        columns={[
          referenceColumn(words),
          subjectColumn(words),
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
            cell: ({ changedAt }) => <DateText value={changedAt} />,
          },
        ]}
      />
      <HomeRest
        list="ours"
        title={t('home.ours.title')}
        shown={lines.length}
        total={total}
        to={`/files?owner=${owner}`}
      />
    </Section>
  )
}
