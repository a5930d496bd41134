import { Link } from '@remix-run/react'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { Hash } from '../hash.tsx'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'

type Notification = RecordPage['notifications'][number]

/** The messages under Article 9(2) and (3), with what became of each. */
export function NotificationsTable({ page }: { page: RecordPage }) {
  const { t, date } = useLocale()
  return (
    <Table
      caption={t('record.notifications')}
      isCaptionHidden
      rows={page.notifications}
      rowKey={({ id }) => id}
      empty={
        <p className="soft">
          {t(page.file.isOurs ? 'record.no-notifications' : 'record.none-to-you')}
        </p>
      }
      columns={[
        {
          key: 'article',
          heading: t('record.message'),
          isRowHeading: true,
          isNarrow: true,
          cell: ({ id, article, preparedAt }) => (
            <>
              <Link to={`notifications/${id}`}>{t(`record.source.${article}`)}</Link>
              <span className="cell-note">
                {t('record.prepared-on', { date: date(preparedAt) })}
              </span>
            </>
          ),
        },
        {
          key: 'sent',
          heading: t('record.sent'),
          cell: ({ addressees, addresseeCount }) =>
            t('record.sent-to', { sent: addressees.length, all: addresseeCount }),
        },
        {
          key: 'acknowledged',
          heading: t('record.acknowledged'),
          cell: ({ acknowledgedOn, acknowledgementReference }) => (
            <>
              <DateText value={acknowledgedOn} />
              {acknowledgementReference && (
                <span className="cell-note">{acknowledgementReference}</span>
              )}
            </>
          ),
        },
        {
          key: 'missing',
          heading: t('record.missing'),
          cell: (notification) => <OpenQuestions notification={notification} />,
        },
        {
          key: 'hash',
          heading: t('record.pack-hash'),
          isNarrow: true,
          cell: ({ packSha256 }) => <Hash sha256={packSha256} />,
        },
      ]}
    />
  )
}

function OpenQuestions({ notification: { questions } }: { notification: Notification }) {
  const { t } = useLocale()
  const open = questions.filter(({ answeredAt }) => answeredAt === null).length
  if (open > 0) {
    return <StatusLabel tone="attention">{t('record.open-questions', { count: open })}</StatusLabel>
  }
  return questions.length > 0 ? t('record.answered-questions', { count: questions.length }) : null
}
