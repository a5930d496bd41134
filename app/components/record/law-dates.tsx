import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { carriesEntries, firstArticle } from '#app/measures/measure.ts'
import type { RecordPage } from '#app/queries/record-page.server.ts'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { Elapsed } from './elapsed.tsx'

interface Row {
  key: string
  label: string
  source: string
  date: string | null
  unknown?: string
  detail: ReactNode
}

type LawDatesPage = Pick<RecordPage, 'adoption' | 'notifications' | 'inCompilationOn'> & {
  file: Pick<RecordPage['file'], 'kind' | 'isOurs'>
}

/** The dates that are never merged, one a row, each with its source and what it rests on. */
export function LawDates({ page }: { page: LawDatesPage }) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('record.law-dates')}
      isCaptionHidden
      rows={useRows(page)}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'step',
          heading: t('record.step'),
          isRowHeading: true,
          cell: ({ label, source }) => (
            <>
              {label}
              <span className="cell-note">{source}</span>
            </>
          ),
        },
        {
          key: 'date',
          heading: t('record.date'),
          isNarrow: true,
          cell: ({ date, unknown }) => <DateText value={date} unknown={unknown} />,
        },
        {
          key: 'elapsed',
          heading: t('record.elapsed'),
          isNarrow: true,
          cell: ({ date }) => date && <Elapsed since={date} />,
        },
        { key: 'detail', heading: t('record.rests-on'), cell: ({ detail }) => detail },
      ]}
    />
  )
}

function useRows({ file, adoption, notifications, inCompilationOn }: LawDatesPage): Row[] {
  const { t } = useLocale()
  const sent = notifications.filter(({ addressees }) => addressees.length > 0)
  return [
    {
      key: 'adopted',
      label: t('file.date.adopted'),
      source: t('terms.source.article-9-1'),
      date: adoption?.adoptedOn ?? null,
      unknown: adoption ? t('common.not-established') : undefined,
      detail: adoption && <ActName title={adoption.actTitle} number={adoption.actNumber} />,
    },
    {
      key: 'gazetted',
      label: t('file.date.gazetted'),
      source: t('terms.source.national-law'),
      date: adoption?.gazettedOn ?? null,
      unknown: adoption?.gazette ? t('common.not-established') : undefined,
      detail: adoption?.gazette && <GazetteLink adoption={adoption} />,
    },
    {
      key: 'in-force',
      label: t('file.date.in-force'),
      source: t('terms.source.national-law'),
      date: adoption?.inForceOn ?? null,
      detail: null,
    },
    ...(sent.length > 0 ? sent : [null]).map((notification, index) => ({
      key: `notified-${index}`,
      label: t('file.date.notified'),
      source: t(`record.source.${notification?.article ?? firstArticle(file.kind)}`),
      date: lastSent(notification),
      unknown: notification
        ? t('common.not-established')
        : file.isOurs
          ? undefined
          : t('record.not-to-you'),
      detail: notification && <SentTo notification={notification} />,
    })),
    ...sent.map((notification, index) => ({
      key: `acknowledged-${index}`,
      label: t('record.acknowledged'),
      source: t(`record.source.${notification.article}`),
      date: notification.acknowledgedOn,
      detail: notification.acknowledgementReference,
    })),
    {
      key: 'published',
      label: t('file.date.published'),
      source: t('terms.source.article-9-4-1'),
      date: adoption?.publishedOn ?? null,
      detail: adoption?.publicationReference,
    },
    ...(carriesEntries(file.kind)
      ? [
          {
            key: 'compiled',
            label: t('file.date.compiled'),
            source: t('terms.source.article-9-4-2'),
            date: inCompilationOn,
            detail: null,
          },
        ]
      : []),
    ...(adoption?.repealedOn
      ? [
          {
            key: 'repealed',
            label: t('file.date.repealed'),
            source: t('terms.source.article-9-3'),
            date: adoption.repealedOn,
            detail: adoption.repealedBy,
          },
        ]
      : []),
    ...(adoption?.expiredOn
      ? [
          {
            key: 'expired',
            label: t('file.date.expired'),
            source: t('terms.source.article-9-3'),
            date: adoption.expiredOn,
            detail: null,
          },
        ]
      : []),
  ]
}

type Adoption = NonNullable<RecordPage['adoption']>
type Notification = RecordPage['notifications'][number]

/** Null where a day of them is not established: it may be the last one. */
function lastSent(notification: Notification | null): string | null {
  const days = (notification?.addressees ?? []).map(({ sentOn }) => sentOn)
  return days.includes(null) ? null : (days.sort().at(-1) ?? null)
}

function ActName({ title, number }: { title: string; number: string }) {
  return (
    <>
      {title}
      {number && <span className="cell-note">{number}</span>}
    </>
  )
}

function GazetteLink({ adoption }: { adoption: Adoption }) {
  const name = [adoption.gazette, adoption.gazetteReference].filter(Boolean).join(', ')
  if (!adoption.gazetteUrl) return name
  return (
    <a href={adoption.gazetteUrl} rel="noreferrer">
      {name}
    </a>
  )
}

function SentTo({ notification }: { notification: Notification }) {
  const { t } = useLocale()
  return (
    <Link to={`notifications/${notification.id}`}>
      {t('record.sent-to', {
        sent: notification.addressees.length,
        all: notification.addresseeCount,
      })}
    </Link>
  )
}
