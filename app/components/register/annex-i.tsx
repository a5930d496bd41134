import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import type { Edition } from './national-control.tsx'

/** What the common list has taken over, point by point. */
export function AnnexI({ edition }: { edition: Edition }) {
  const { t } = useLocale()
  return (
    <Panel title={t('register.annex-i')} id="annex-i">
      <Table
        caption={t('register.annex-i')}
        isCaptionHidden
        rows={edition.coverage}
        rowKey={({ point, annexICode }) => `${point} ${annexICode}`}
        empty={<p>{t('register.annex-i-none')}</p>}
        columns={[
          {
            key: 'point',
            heading: t('register.annex-i-point'),
            isRowHeading: true,
            isNarrow: true,
            cell: ({ point }) => point ?? t('register.annex-i-whole'),
          },
          {
            key: 'code',
            heading: t('register.annex-i-code'),
            cell: ({ annexICode }) => annexICode,
          },
          {
            key: 'extent',
            heading: t('register.annex-i-extent'),
            cell: ({ extent }) => t(`register.extent.${extent}`),
          },
          {
            key: 'since',
            heading: t('register.annex-i-since'),
            cell: ({ since }) => <DateText value={since} />,
          },
        ]}
      />
    </Panel>
  )
}
