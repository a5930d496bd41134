import { useCallback, useId, useState } from 'react'
import { Panel } from './section.tsx'
import { useLocale } from './locale.tsx'
import { type LostWords, takeLost } from './unsent.ts'

/** What was typed in forms that something else took off the screen, to be copied. */
export function KeptWords() {
  const { t } = useLocale()
  const [lost, setLost] = useState<LostWords[]>([])
  // As soon as this is on the screen: what it took the place of has just said what it held.
  const collect = useCallback((place: HTMLElement | null) => {
    if (place) setLost(takeLost().filter(({ words }) => words !== ''))
  }, [])
  if (lost.length === 0) return <div ref={collect} />
  const joined = (wasSent: boolean) =>
    lost
      .filter(({ isUnderWay }) => isUnderWay === wasSent)
      .map(({ words }) => words)
      .join('\n\n')
  return (
    <Panel title={t('errors.kept.title')}>
      <WordsToCopy words={joined(true)} wasSent />
      <WordsToCopy words={joined(false)} />
    </Panel>
  )
}

interface WordsToCopyProps {
  words: string
  /** They were under way, and may have arrived. */
  wasSent?: boolean
}

export function WordsToCopy({ words, wasSent = false }: WordsToCopyProps) {
  const { t } = useLocale()
  const id = useId()
  if (words === '') return null
  return (
    <>
      <label htmlFor={id}>{t(wasSent ? 'errors.kept.words-sent' : 'errors.kept.words')}</label>
      <textarea id={id} className="input input--area" rows={8} readOnly value={words} />
    </>
  )
}
