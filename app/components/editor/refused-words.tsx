import { useId, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Panel } from '#app/components/section.tsx'
import type { SaveState } from '#realtime/client-types.ts'

interface RefusedWordsProps {
  state: SaveState
  onDismiss: () => void
}

/** What was typed and refused: it stays on the screen until the person lets it go. */
export function RefusedWords({ state, onDismiss }: RefusedWordsProps) {
  const { t } = useLocale()
  const id = useId()
  const [copied, setCopied] = useState<string | null>(null)
  if (state.kind !== 'not-saved' || !state.words) return null
  const { words } = state
  const hint =
    state.reason === 'epoch-changed' ? 'editor.former-text-hint' : 'editor.refused-words-hint'
  const copy = async () => {
    await navigator.clipboard.writeText(words)
    setCopied(words)
  }
  return (
    <Panel title={t('editor.refused-words')}>
      <label htmlFor={id}>{t(hint)}</label>
      <textarea id={id} className="input input--area" rows={5} readOnly value={words} />
      <div className="actions">
        <Button type="button" onClick={() => void copy()}>
          {t(copied === words ? 'editor.refused-words-copied' : 'editor.refused-words-copy')}
        </Button>
        <Button type="button" kind="quiet" onClick={onDismiss}>
          {t('editor.refused-words-dismiss')}
        </Button>
      </div>
    </Panel>
  )
}
