import type { Readiness as Ready, ReadinessLine } from '#app/text/readiness.ts'
import type { ReadinessHint } from '#app/text/readiness-hints.ts'
import { readinessSources } from '#app/text/readiness.ts'
import { Icon } from '../icon.tsx'
import { useLocale } from '../locale.tsx'

/**
 * What a file has and lacks: the law's content and the Recommendation's advice as two lists, each
 * line ticked by evidence. It holds up nothing.
 */
export function ReadinessPanel({ ready }: { ready: Ready }) {
  const { t } = useLocale()
  const { obligatory, advised, hints } = ready
  return (
    <div className="readiness">
      {obligatory.length > 0 && (
        <>
          <h3>{t('readiness.obligatory')}</h3>
          <Lines lines={obligatory} />
        </>
      )}
      <h3>{t('readiness.advised')}</h3>
      <Lines lines={advised} />
      {hints.length > 0 && (
        <>
          <h3>{t('readiness.hints')}</h3>
          <Hints hints={hints} />
        </>
      )}
      <p className="side-note">{t('readiness.nothing-blocks')}</p>
    </div>
  )
}

function Lines({ lines }: { lines: readonly ReadinessLine[] }) {
  const { t } = useLocale()
  const sources = [...new Set(lines.map(({ source }) => source))]
  return (
    <>
      <ul className="plain-list readiness__lines">
        {lines.map(({ key, isMet, soFar, outOf }) => (
          <li key={key} data-met={isMet}>
            <Icon name={isMet ? 'check' : 'info'} />
            <span>
              {t(key)}
              <SoFar delegations={soFar} outOf={outOf} />
              <span className="heard">
                {' '}
                {t(isMet ? 'readiness.is-met' : 'readiness.is-not-met')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="side-note">{sources.map((source) => t(readinessSources[source])).join('; ')}</p>
    </>
  )
}

/** Up to this many delegations are named; of more, how many there are says more. */
const namedAtMost = 3

function SoFar({ delegations, outOf }: { delegations: ReadinessLine['soFar']; outOf: number }) {
  const { t, list, stateName } = useLocale()
  if (delegations.length === 0) return null
  const words =
    delegations.length <= namedAtMost
      ? t('readiness.so-far', { whom: list(delegations.map(stateName)) })
      : t('readiness.so-far-count', { count: delegations.length, all: outOf })
  return <>: {words}</>
}

function Hints({ hints }: { hints: readonly ReadinessHint[] }) {
  const { t } = useLocale()
  return (
    <ul className="plain-list">
      {hints.map(({ key, elementId, values }) => (
        <li key={`${key} ${elementId} ${values.written}`}>{t(key, values)}</li>
      ))}
    </ul>
  )
}
