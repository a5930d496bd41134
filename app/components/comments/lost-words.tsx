import { useEffect, useState } from 'react'
import { useAnnounce } from '../announcements.tsx'
import { Button } from '../button.tsx'
import { WordsToCopy } from '../kept-words.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { onLost } from '../unsent.ts'

/** What was typed in a form that the act of another took off the room, until it is closed. */
export function LostWords() {
  const { t } = useLocale()
  const announce = useAnnounce()
  const [words, setWords] = useState('')
  useEffect(
    () =>
      onLost((lost) => {
        setWords((known) => [known, ...lost].filter(Boolean).join('\n\n'))
        announce(t('comments.words-kept'))
      }),
    [announce, t],
  )
  const close = () => {
    // The button goes, and the focus would go with it.
    document.getElementById('comments')?.focus()
    setWords('')
  }
  if (words === '') return null
  return (
    <Panel title={t('errors.kept.title')}>
      <WordsToCopy words={words} />
      <div className="actions">
        <Button type="button" onClick={close}>
          {t('common.close')}
        </Button>
      </div>
    </Panel>
  )
}
