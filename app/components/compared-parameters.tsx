import type { ComparedParameter } from '#app/measures/coverage.ts'
import { useLocale } from './locale.tsx'
import { StatusLabel } from './status-label.tsx'
import { Table } from './table.tsx'

const tones = {
  same: 'good',
  more: 'good',
  less: 'attention',
  overlapping: 'attention',
  apart: 'ended',
  'annex-i-only': 'attention',
  'entry-only': 'neutral',
} as const

/** The thresholds of an entry, or of its point, beside those of Annex I. */
export function ComparedParameters({ parameters }: { parameters: readonly ComparedParameter[] }) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('coverage.parameters')}
      isCaptionHidden
      rows={parameters}
      rowKey={({ quantity, entry, annexI }) => `${quantity} ${entry} ${annexI}`}
      empty={<p className="soft">{t('coverage.no-parameters')}</p>}
      columns={[
        {
          key: 'quantity',
          heading: t('coverage.quantity'),
          isRowHeading: true,
          cell: ({ quantity }) => quantity ?? t('coverage.unnamed'),
        },
        {
          key: 'entry',
          heading: t('coverage.entry-has'),
          cell: ({ entry }) => entry ?? <None />,
        },
        {
          key: 'annex-i',
          heading: t('coverage.annex-i-has'),
          cell: ({ annexI }) => annexI ?? <None />,
        },
        {
          key: 'relation',
          heading: t('coverage.relation'),
          cell: ({ relation }) => (
            <StatusLabel tone={tones[relation]}>{t(`coverage.relation.${relation}`)}</StatusLabel>
          ),
        },
      ]}
    />
  )
}

function None() {
  const { t } = useLocale()
  return <span className="soft">{t('coverage.no-condition')}</span>
}
