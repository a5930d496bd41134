import { Link } from '@remix-run/react'
import { editionAddress } from '#app/open-data/addresses.ts'
import type { RegisterEntry } from '#app/queries/register-entry.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { EditionDifference } from './edition-difference.tsx'
import type { Edition } from './national-control.tsx'

/** All editions of an entry, the newest first, and what changed from one to the next. */
export function Editions({ entry }: { entry: RegisterEntry }) {
  const { t, number } = useLocale()
  const changed = entry.editions.filter(({ difference }) => difference !== null)
  return (
    <Section title={t('register.editions')} intro={t('register.editions-intro')}>
      <Table
        caption={t('register.editions')}
        isCaptionHidden
        rows={entry.editions}
        rowKey={({ id }) => id}
        rowState={({ state }) => (state === 'ended' ? 'ended' : undefined)}
        columns={[
          {
            key: 'edition',
            heading: t('record.edition'),
            isRowHeading: true,
            isNarrow: true,
            isNumeric: true,
            cell: ({ id, edition }) => (
              <Link to={editionAddress(entry.issuer, entry.key, id)}>{number(edition)}</Link>
            ),
          },
          {
            key: 'act',
            heading: t('commission.act'),
            cell: ({ act }) => act && [act.title, act.number].filter(Boolean).join(', '),
          },
          {
            key: 'from',
            heading: t('record.applies-from'),
            isNarrow: true,
            cell: ({ inForceFrom }) => <DateText value={inForceFrom} />,
          },
          { key: 'end', heading: t('record.end'), cell: (edition) => <End edition={edition} /> },
          {
            key: 'compiled',
            heading: t('file.date.compiled'),
            cell: ({ inCompilation }) => <Compiled periods={inCompilation} />,
          },
        ]}
      />
      {changed.map(({ id, edition, difference }) => (
        <details key={id} className="more">
          <summary>
            {t('register.difference', { from: difference?.edition ?? 0, to: edition })}
          </summary>
          <EditionDifference provisions={difference?.provisions ?? []} />
        </details>
      ))}
    </Section>
  )
}

function End({ edition }: { edition: Edition }) {
  const { t } = useLocale()
  if (!edition.endedOn || !edition.endedBy) return null
  return (
    <>
      <DateText value={edition.endedOn} />
      <span className="cell-note">{t(`record.ended.${edition.endedBy}`)}</span>
    </>
  )
}

function Compiled({ periods }: { periods: Edition['inCompilation'] }) {
  const { t, date } = useLocale()
  if (periods.length === 0) return <span className="soft">{t('record.not-compiled')}</span>
  return (
    <ul className="cell-list">
      {periods.map(({ from, until }) => (
        <li key={from}>
          {until
            ? t('register.period', { from: date(from), until: date(until) })
            : t('register.period-open', { from: date(from) })}
        </li>
      ))}
    </ul>
  )
}
