import { Link } from '@remix-run/react'
import type { FilePage } from '#app/queries/file-page.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { Facts } from '../facts.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { useLanguageNames } from './language-field.tsx'

export function FileFacts({ page: { file, may } }: { page: FilePage }) {
  const { t, date, list, stateName } = useLocale()
  const { languageName } = useLanguageNames()
  return (
    <Panel title={t('file.details')}>
      <Facts
        shape="stacked"
        facts={[
          { term: t('file.fact.owner'), value: stateName(file.owner) },
          { term: t('file.fact.kind'), value: t(`terms.kind.${file.kind}`) },
          {
            term: t('file.fact.grounds'),
            value: (
              <ul className="plain-list">
                {file.grounds.map((ground) => (
                  <li key={ground}>{t(`terms.ground.${ground}`)}</li>
                ))}
              </ul>
            ),
            source: t('terms.source.article-9-1'),
          },
          ...(file.codes.length > 0
            ? [{ term: t('file.fact.codes'), value: list(file.codes) }]
            : []),
          { term: t('file.fact.language'), value: languageName(file.originalLanguage) },
          { term: t('file.fact.marking'), value: t(`terms.marking.${file.marking}`) },
          { term: t('file.fact.contact'), value: file.contact || t('file.not-given') },
          ...(file.openedAt ? [{ term: t('file.fact.opened'), value: date(file.openedAt) }] : []),
        ]}
      />
      {may.changeDetails && (
        <p>
          <Link to={`/files/${referenceInAddress(file.reference)}/details`}>
            {t('file.details.change')}
          </Link>
        </p>
      )}
    </Panel>
  )
}
