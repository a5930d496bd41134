import type { DifferenceLine } from '#app/queries/translations.server.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { usePlaceNames } from './place-name.ts'

interface TranslationCheckProps {
  lines: readonly DifferenceLine[]
  /** The languages of both. */
  original: string
  shown: string
  /** Where the place stands on the page; absent where the text is not on it. */
  hrefOf?: (elementId: string) => string
}

/** Where a translation says other codes, numbers, operators or units than the original. */
export function TranslationCheck({ lines, original, shown, hrefOf }: TranslationCheckProps) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames('draft')
  if (lines.length === 0) return <p className="soft">{t('translations.same')}</p>
  return (
    <Notice kind="warning" title={t('translations.differ', { count: lines.length })}>
      <ul>
        {lines.map((line) => (
          <li key={line.name.id}>
            {hrefOf ? <a href={hrefOf(line.name.id)}>{nameOf(line.name)}</a> : nameOf(line.name)}:{' '}
            {t('translations.in-original')} <Said values={line.original} language={original} />{' '}
            {t('translations.in-translation')} <Said values={line.translation} language={shown} />
          </li>
        ))}
      </ul>
      <p>{t('translations.differ-about')}</p>
    </Notice>
  )
}

function Said({ values, language }: { values: readonly string[]; language: string }) {
  const { t } = useLocale()
  return values.length > 0 ? <b lang={language}>{values.join('; ')}</b> : t('translations.nothing')
}
