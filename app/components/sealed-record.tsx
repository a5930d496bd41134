import type { SealState } from '#app/measures/seal.ts'
import { useLocale } from './locale.tsx'

/** The sealed record of an act, to be taken away; nothing where the act was recorded before there were any. */
export function SealedRecord({ state, href }: { state: SealState; href: string }) {
  const { t } = useLocale()
  if (state === 'none') return null
  return (
    <nav aria-label={t('seal.title')} className="views downloads downloads--sealed">
      {state === 'ready' ? (
        <a href={href} download>
          {t('seal.take')}
        </a>
      ) : (
        <span className="soft">{t('seal.waiting')}</span>
      )}
      <a href="/help#proof">{t('seal.what')}</a>
    </nav>
  )
}
