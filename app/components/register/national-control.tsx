import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { RegisterEntry } from '#app/queries/register-entry.server.ts'
import { activities } from '#app/text/grammar.ts'
import { Facts } from '../facts.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { StatusLabel } from '../status-label.tsx'
import { DateText } from '../when.tsx'
import { stateTones } from './state-tones.ts'

export type Edition = RegisterEntry['editions'][number]

/** Where it is law, since when, and for what: for exports from the issuer's territory only. */
export function NationalControl({ edition }: { edition: Edition }) {
  const { t, list, number } = useLocale()
  const controlled = activities.filter((activity) => edition.activities.includes(activity))
  return (
    <Panel title={t('register.national-control')} id="national">
      <p>
        <StatusLabel tone={stateTones[edition.state]}>
          {t(`register.state.${edition.state}`)}
        </StatusLabel>{' '}
        {t(`register.national.${edition.state}`)}
      </p>
      {edition.kind === 'prohibition' && <p>{t('register.national.prohibition')}</p>}
      <Facts
        shape="stacked"
        facts={[
          { term: t('record.applies-from'), value: asDate(edition.inForceFrom) },
          ...(edition.lastDay
            ? [{ term: t('register.last-day'), value: asDate(edition.lastDay) }]
            : []),
          ...(edition.endedOn && edition.endedBy
            ? [
                {
                  term: t(`register.ended.${edition.endedBy}`),
                  value: asDate(edition.endedOn),
                },
              ]
            : []),
          {
            term: t('register.destinations'),
            value: edition.destinations ?? t('record.all-destinations'),
          },
          {
            term: t('register.activities'),
            value: list(controlled.map((activity) => t(`text.activity.${activity}`))),
          },
          {
            term: t('commission.act'),
            value: edition.act && (
              <>
                <Link to={`/register/measures/${referenceInAddress(edition.act.reference)}`}>
                  {[edition.act.title, edition.act.number].filter(Boolean).join(', ')}
                </Link>
                {edition.act.gazette && (
                  <span className="cell-note">
                    {[edition.act.gazette, edition.act.gazetteReference].filter(Boolean).join(', ')}
                  </span>
                )}
              </>
            ),
          },
          { term: t('record.edition'), value: number(edition.edition) },
        ]}
      />
    </Panel>
  )
}

function asDate(value: string | null): ReactNode {
  return value && <DateText value={value} />
}
