import type { BasisState } from '#app/measures/article-10.ts'
import { basisSentences } from '#app/open-data/meaning.ts'
import { useLocale } from '../locale.tsx'

export function BasisWords({ basis }: { basis: BasisState }) {
  return <>{basisSentences(useLocale(), basis)}</>
}
