import { carriesEntries, firstArticle } from '#app/measures/measure.ts'
import type { FilePage } from '#app/queries/file-page.server.ts'
import { DatesTimeline } from '../dates-timeline.tsx'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'

type File = Pick<
  FilePage['file'],
  'kind' | 'isOurs' | 'versions' | 'facts' | 'notified' | 'inCompilationOn'
>

/** The dates that are never merged, the voluntary steps apart from those of the law. */
export function FileDates({ file }: { file: File }) {
  const { t } = useLocale()
  return (
    <div className="dates-pair">
      <VoluntaryDates file={file} />
      <div>
        <p className="dates-pair__heading">{t('file.dates.legal')}</p>
        <DatesTimeline
          label={t('file.dates.legal')}
          basis="legal"
          facts={[
            {
              key: 'adopted',
              label: t('file.date.adopted'),
              date: file.facts?.adoptedOn ?? null,
              unknown: file.facts ? t('common.not-established') : undefined,
              source: t('terms.source.article-9-1'),
              detail: file.facts?.actNumber,
            },
            {
              key: 'gazetted',
              label: t('file.date.gazetted'),
              date: file.facts?.gazettedOn ?? null,
              unknown: file.facts?.gazette ? t('common.not-established') : undefined,
              source: t('terms.source.national-law'),
              detail: file.facts?.gazetteReference,
            },
            {
              key: 'in-force',
              label: t('file.date.in-force'),
              date: file.facts?.inForceOn ?? null,
              source: t('terms.source.national-law'),
            },
            {
              key: 'notified',
              label: t('file.date.notified'),
              date: file.notified?.on ?? null,
              unknown: unknownSending(t, file),
              source: t(`record.source.${firstArticle(file.kind)}`),
            },
            {
              key: 'published',
              label: t('file.date.published'),
              date: file.facts?.publishedOn ?? null,
              source: t('terms.source.article-9-4-1'),
              detail: file.facts?.publicationReference,
            },
            ...(carriesEntries(file.kind)
              ? [
                  {
                    key: 'compiled',
                    label: t('file.date.compiled'),
                    date: file.inCompilationOn,
                    source: t('terms.source.article-9-4-2'),
                  },
                ]
              : []),
            ...endOf(file).map(({ key, date }) => ({
              key,
              label: t(`file.date.${key}`),
              date,
              source: t('terms.source.article-9-3'),
            })),
          ]}
        />
      </div>
    </div>
  )
}

function VoluntaryDates({ file }: { file: File }) {
  const { t, date } = useLocale()
  const given = file.versions.filter(({ kind }) => kind !== 'final').toReversed()
  if (given.length === 0) return null
  return (
    <div>
      <p className="dates-pair__heading">{t('file.dates.voluntary')}</p>
      <DatesTimeline
        label={t('file.dates.voluntary')}
        basis="voluntary"
        facts={given.map(({ number, kind, releasedAt, recalledAt }) => ({
          key: String(number),
          label: kind === 'notice' ? t('file.date.notice') : t('file.date.shared', { number }),
          date: releasedAt,
          source: t(kind === 'notice' ? 'terms.source.article-23' : 'terms.source.recommendation'),
          detail: recalledAt && (
            <StatusLabel tone="ended">
              {t('file.versions.recalled', { date: date(recalledAt) })}
            </StatusLabel>
          ),
        }))}
      />
    </div>
  )
}

function unknownSending(t: ReturnType<typeof useLocale>['t'], { notified, isOurs }: File) {
  if (notified) return t('common.not-established')
  return isOurs ? undefined : t('record.not-to-you')
}

function endOf({ facts }: File) {
  const ends = [
    { key: 'repealed' as const, date: facts?.repealedOn ?? null },
    { key: 'expired' as const, date: facts?.expiredOn ?? null },
  ]
  return ends.filter(({ date }) => date !== null)
}
