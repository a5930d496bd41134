import { Link } from '@remix-run/react'
import { isComplete, type LanguageCount } from '#app/measures/language-versions.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { LanguagesDesk } from '#app/queries/languages-desk.server.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { TableRegion } from '../table.tsx'

/** Lists by languages: how many of the entries are ready. A card for each list where there is little room. */
export function LanguageMatrix({ desk }: { desk: LanguagesDesk }) {
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  return (
    <div className="matrix">
      <TableRegion caption={t('languages.matrix')} isCaptionHidden isWide stacks>
        <thead>
          <tr>
            <th scope="col">{t('languages.list')}</th>
            {desk.counts.map(({ language }) => (
              <th key={language} scope="col" className="numeric">
                <abbr title={languageName(language)}>{language}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {desk.lists.map((list) => {
            const path = `/files/${referenceInAddress(list.reference)}/languages`
            return (
              <tr key={list.reference}>
                <th scope="row">
                  <StateChip code={list.owner} /> <Link to={path}>{list.reference}</Link>
                  <span className="cell-note">{list.title}</span>
                  {list.toCome > 0 && (
                    <span className="cell-note">
                      {t('languages.not-offered', { count: list.toCome })}
                    </span>
                  )}
                </th>
                {list.counts.map((count) => (
                  <Cell key={count.language} count={count} to={`${path}/${count.language}`} />
                ))}
              </tr>
            )
          })}
          <tr className="matrix__all">
            <th scope="row">{t('languages.all')}</th>
            {desk.counts.map((count) => (
              <Cell key={count.language} count={count} to={null} />
            ))}
          </tr>
        </tbody>
      </TableRegion>
    </div>
  )
}

function Cell({ count, to }: { count: LanguageCount; to: string | null }) {
  const { t, number } = useLocale()
  const { languageName } = useLanguageNames()
  const { language, entries, ready, original, unchecked, missing } = count
  const name = languageName(language)
  const words = (
    <>
      {number(ready)}/{number(entries)}
      <span className="heard">
        {' '}
        {t('languages.cell-name', { language: name })}
        {t('languages.cell', { unchecked, missing })}
      </span>
    </>
  )
  return (
    <td
      className="numeric"
      data-label={name}
      data-complete={isComplete(count) || undefined}
      data-begun={ready + unchecked > 0 || undefined}
    >
      {to && original < entries ? <Link to={to}>{words}</Link> : words}
    </td>
  )
}
