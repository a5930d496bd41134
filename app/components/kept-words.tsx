import { useCallback, useId, useState } from 'react'
import { Panel } from './section.tsx'
import { useLocale } from './locale.tsx'
import { takeLost } from './unsent.ts'

/** What was typed in forms that something else took off the screen, to be copied. */
export function KeptWords() {
  const { t } = useLocale()
  const [words, setWords] = useState('')
  // As soon as this is on the screen: what it took the place of has just said what it held.
  const collect = useCallback((place: HTMLElement | null) => {
    if (place) setWords(takeLost().join('\n\n'))
  }, [])
  if (words === '') return <div ref={collect} />
  return (
    <Panel title={t('errors.kept.title')}>
      <WordsToCopy words={words} />
    </Panel>
  )
}

export function WordsToCopy({ words }: { words: string }) {
  const { t } = useLocale()
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{t('errors.kept.words')}</label>
      <textarea id={id} className="input input--area" rows={8} readOnly value={words} />
    </>
  )
}
