import type { PackItem } from '#app/measures/notification-pack.ts'
import { activities } from '#app/text/grammar.ts'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'

/** The items of a notification: what the measure brings, changes and ends. */
export function PackItems({ items }: { items: readonly PackItem[] }) {
  const { t, list } = useLocale()
  return (
    <Table
      caption={t('record.pack-items')}
      isCaptionHidden
      rows={items}
      rowKey={({ code, change, edition, heading }) => `${code} ${edition} ${change} ${heading}`}
      empty={<p className="soft">{t('record.no-items')}</p>}
      columns={[
        {
          key: 'code',
          heading: t('record.code'),
          isRowHeading: true,
          isNarrow: true,
          cell: ({ code }) => code || t('text.entry-without-code'),
        },
        { key: 'heading', heading: t('record.description'), cell: ({ heading }) => heading },
        {
          key: 'change',
          heading: t('record.change'),
          isNarrow: true,
          cell: ({ change }) => t(`record.change.${change}`),
        },
        {
          key: 'scope',
          heading: t('record.scope'),
          cell: ({ destinations, activities: chosen }) => (
            <>
              {destinations ?? t('record.all-destinations')}
              <span className="cell-note">
                {list(
                  activities
                    .filter((activity) => chosen.includes(activity))
                    .map((activity) => t(`text.activity.${activity}`)),
                )}
              </span>
            </>
          ),
        },
        {
          key: 'from',
          heading: t('record.applies-from'),
          isNarrow: true,
          cell: ({ from }) => <DateText value={from} />,
        },
        {
          key: 'until',
          heading: t('record.ends-on'),
          isNarrow: true,
          cell: ({ until, lastDay }) => (until ?? lastDay) && <DateText value={until ?? lastDay} />,
        },
      ]}
    />
  )
}
