import type { Fact } from '../facts.tsx'
import { Facts } from '../facts.tsx'
import { OjReference } from '../oj-reference.tsx'
import { useLocale } from '../locale.tsx'
import { DateText, EstablishedDate } from '../when.tsx'

interface Act {
  title: string
  number: string
  adoptedOn: string | null
  gazette: string | null
  gazetteReference: string | null
  gazetteUrl: string | null
  gazettedOn: string | null
  inForceOn: string | null
  publishedOn: string | null
  publicationReference: string | null
  inCompilationOn: string | null
  repealedOn: string | null
  repealedBy: string | null
  expiredOn: string | null
}

/** A national act with its dates, each a fact of its own. */
export function ActDates({ act, isList }: { act: Act; isList: boolean }) {
  const { t } = useLocale()
  const facts: Fact[] = [
    {
      term: t('commission.act'),
      value: [act.title, act.number].filter(Boolean).join(', '),
    },
    {
      term: t('file.date.adopted'),
      value: <EstablishedDate value={act.adoptedOn} />,
      source: t('terms.source.article-9-1'),
    },
    {
      term: t('file.date.gazetted'),
      value: act.gazette && <Gazette act={act} />,
      source: t('terms.source.national-law'),
    },
    {
      term: t('file.date.in-force'),
      value: act.inForceOn && <DateText value={act.inForceOn} />,
      source: t('terms.source.national-law'),
    },
    {
      term: t('file.date.published'),
      value: act.publishedOn && (
        <OjReference number={act.publicationReference ?? ''} publishedOn={act.publishedOn} />
      ),
      source: t('terms.source.article-9-4-1'),
    },
  ]
  if (isList) {
    facts.push({
      term: t('file.date.compiled'),
      value: act.inCompilationOn && <DateText value={act.inCompilationOn} />,
      source: t('terms.source.article-9-4-2'),
    })
  }
  if (act.repealedOn) {
    facts.push({
      term: t('file.date.repealed'),
      value: (
        <>
          <DateText value={act.repealedOn} />
          {act.repealedBy && `, ${act.repealedBy}`}
        </>
      ),
    })
  }
  if (act.expiredOn) {
    facts.push({ term: t('file.date.expired'), value: <DateText value={act.expiredOn} /> })
  }
  return <Facts facts={facts} />
}

function Gazette({ act }: { act: Act }) {
  const name = [act.gazette, act.gazetteReference].filter(Boolean).join(', ')
  return (
    <>
      <EstablishedDate value={act.gazettedOn} />
      {name && ', '}
      {act.gazetteUrl ? (
        <a href={act.gazetteUrl} rel="noreferrer">
          {name || act.gazetteUrl}
        </a>
      ) : (
        name
      )}
    </>
  )
}
