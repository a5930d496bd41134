import type { NotificationPage } from '#app/queries/notification.server.ts'
import { Facts } from '../facts.tsx'
import { Hash } from '../hash.tsx'
import { useLocale } from '../locale.tsx'
import { EstablishedDate } from '../when.tsx'

/** The cover of a notification: Article, addressees, act, dates, contact. */
export function PackCover({ page: { pack, notification } }: { page: NotificationPage }) {
  const { t, stateName, list, date } = useLocale()
  const { measure, dates } = pack
  const gazette = [dates.gazette, dates.gazetteReference].filter(Boolean).join(', ')
  return (
    <Facts
      facts={[
        { term: t('record.cover-article'), value: t(`record.cover.${pack.article}`) },
        { term: t('record.cover-from'), value: stateName(pack.issuer) },
        { term: t('record.cover-to'), value: t('record.cover-addressees') },
        { term: t('record.cover-reference'), value: pack.reference },
        {
          term: t('record.cover-measure'),
          value: `${t(`terms.kind.${measure.kind}`)}: ${measure.title}`,
        },
        ...(measure.changes ? [{ term: t('record.cover-changes'), value: measure.changes }] : []),
        {
          term: t('record.cover-act'),
          value: [measure.actTitle, measure.actNumber].filter(Boolean).join(', '),
        },
        {
          term: t('record.cover-grounds'),
          value: list(measure.grounds.map((ground) => t(`terms.ground.${ground}`))),
        },
        { term: t('file.date.adopted'), value: <EstablishedDate value={dates.adoptedOn} /> },
        {
          term: t('file.date.gazetted'),
          value: dates.gazette ? (
            <>
              <EstablishedDate value={dates.gazettedOn} />
              {gazette && `, ${gazette}`}
              {dates.gazetteUrl && (
                <>
                  {', '}
                  <a href={dates.gazetteUrl} rel="noreferrer">
                    {dates.gazetteUrl}
                  </a>
                </>
              )}
            </>
          ) : null,
        },
        { term: t('file.date.in-force'), value: dates.inForceOn && date(dates.inForceOn) },
        ...(dates.repealedOn
          ? [
              {
                term: t('file.date.repealed'),
                value: `${date(dates.repealedOn)}, ${dates.repealedBy ?? ''}`,
              },
            ]
          : []),
        ...(dates.expiredOn
          ? [{ term: t('file.date.expired'), value: date(dates.expiredOn) }]
          : []),
        { term: t('record.contact'), value: pack.contact || null },
        { term: t('record.pack-hash'), value: <Hash sha256={notification.packSha256} /> },
      ]}
    />
  )
}
