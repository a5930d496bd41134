import type { findHome } from '#app/queries/home.server.ts'
import { ownerColumn, referenceColumn, subjectColumn } from '../file/file-columns.tsx'
import { useLocale } from '../locale.tsx'
import { Elapsed } from '../record/elapsed.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { EstablishedDate } from '../when.tsx'
import { HomeRest } from './rest.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['unacknowledged']

/** What states notified to the Commission and it has not acknowledged. No number of days is set for it. */
export function HomeUnacknowledged({ lines, total }: { lines: Lines; total: number }) {
  const words = useLocale()
  const { t } = words
  return (
    <Section
      id="unacknowledged"
      title={t('home.unacknowledged.title')}
      intro={t('home.unacknowledged.intro')}
    >
      <Table
        caption={t('home.unacknowledged.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ notificationId }) => notificationId}
        empty={t('home.unacknowledged.none')}
        columns={[
          referenceColumn<Lines[number]>(
            words,
            ({ notificationId }) => `/record/notifications/${notificationId}`,
          ),
          ownerColumn(words),
          subjectColumn(words),
          {
            key: 'article',
            heading: t('home.unacknowledged.under'),
            isNarrow: true,
            cell: ({ article }) => t(`record.source.${article}`),
          },
          {
            key: 'sent',
            heading: t('home.unacknowledged.sent'),
            isNarrow: true,
            cell: ({ sentOn }) => (
              <>
                <EstablishedDate value={sentOn} />
                {sentOn && (
                  <span className="cell-note">
                    <Elapsed since={sentOn} />
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      <HomeRest
        list="unacknowledged"
        title={t('home.unacknowledged.title')}
        shown={lines.length}
        total={total}
      />
    </Section>
  )
}
