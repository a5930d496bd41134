import type { Coverage } from '#app/measures/article-10.ts'
import { type CoverageComparison, isCompared } from '#app/measures/coverage.ts'
import { ComparedParameters } from './compared-parameters.tsx'
import { useLocale } from './locale.tsx'

interface CoverageLineProps {
  coverage: Coverage & { comparison: CoverageComparison | null }
}

/** `f.5 → 3B501.f.1.b, covered wholly since …`, with the comparison that it rests on. */
export function CoverageLine({ coverage }: CoverageLineProps) {
  const { t, date } = useLocale()
  const { point, annexICode, extent, since, until, comparison } = coverage
  return (
    <>
      <b>{point ?? t('register.annex-i-whole')}</b> → {annexICode || t('coverage.no-counterpart')}
      <span className="cell-note">{t(`register.extent.${extent}`, { since: date(since) })}</span>
      {until && (
        <span className="cell-note">{t('register.extent-until', { until: date(until) })}</span>
      )}
      {comparison && isCompared(comparison) && comparison.parameters.length > 0 && (
        <details className="more">
          <summary>{t('coverage.comparison')}</summary>
          <ComparedParameters parameters={comparison.parameters} />
          {comparison.proposed !== null && comparison.proposed !== extent && (
            <p className="field__hint">
              {t('coverage.decided-otherwise', {
                proposed: t(`coverage.extent.${comparison.proposed}`),
              })}
            </p>
          )}
        </details>
      )}
    </>
  )
}
