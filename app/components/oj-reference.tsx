import { celexOf, citation, eliOf } from '#app/measures/oj-reference.ts'
import { useLocale } from './locale.tsx'

interface OjReferenceProps {
  /** `C/2023/441`. */
  number: string
  publishedOn: string
  /** Where it was found, if that was recorded; else the identifier leads there. */
  url?: string | null
}

/** The citation of the Style Guide, with the identifiers that follow from it. */
export function OjReference({ number, publishedOn, url = null }: OjReferenceProps) {
  const { t } = useLocale()
  const eli = eliOf(number)
  const celex = celexOf(number, publishedOn)
  const href = url ?? eli?.replace('http:', 'https:') ?? null
  const words = citation(number, publishedOn)
  return (
    <>
      {href ? (
        <a href={href} rel="noreferrer">
          {words}
        </a>
      ) : (
        words
      )}
      {eli && <span className="cell-note">{t('oj.eli', { eli })}</span>}
      {celex && <span className="cell-note">{t('oj.celex', { celex })}</span>}
    </>
  )
}
