import { useEffect, useRef, useState } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { SaveState } from '#realtime/client-types.ts'

interface SaveStateProps {
  state: SaveState
  onRetry: () => void
}

/**
 * What is true of the words on the screen. It is seen at once and read out only when it matters:
 * every keystroke goes from saved to saving and back, which nobody wants to hear.
 */
export function SaveStateIndicator({ state, onRetry }: SaveStateProps) {
  const { t } = useLocale()
  const words = saveStateWords(state, t)
  const heard = useHeard(state.kind, words)
  return (
    <div className={`save-state save-state--${state.kind}`}>
      <span className="save-state__words">{words}</span>
      {canRetry(state) && (
        <button type="button" className="button button--quiet" onClick={onRetry}>
          {t('editor.save.retry')}
        </button>
      )}
      <output className="heard">{heard}</output>
    </div>
  )
}

/** Where the server would answer the same again, trying again helps nobody. */
const lasting: ReadonlySet<Extract<SaveState, { kind: 'not-saved' }>['reason']> = new Set([
  'not-found',
  'withheld',
  'read-only',
  'document-closed',
])

/** Also where all is saved, when the words say to try again after another sign-in. */
function canRetry(state: SaveState): boolean {
  if (state.kind === 'offline') return true
  if (state.kind === 'not-saved') return !lasting.has(state.reason)
  const reason = state.kind === 'read-only' ? state.reason : undefined
  return reason === 'signed-out' || reason === 'other-person'
}

function saveStateWords(state: SaveState, t: LocaleFormat['t']): string {
  const words = t(`editor.save.${state.kind}`)
  const reason = 'reason' in state ? state.reason : undefined
  return reason
    ? t('editor.save.with-reason', { state: words, reason: t(`editor.why.${reason}`) })
    : words
}

const troubles: ReadonlySet<SaveState['kind']> = new Set(['offline', 'not-saved', 'read-only'])

/** The words when there is trouble, and again when it is over. */
function useHeard(kind: SaveState['kind'], words: string): string {
  const [heard, setHeard] = useState('')
  const wasTrouble = useRef(false)
  useEffect(() => {
    const isTrouble = troubles.has(kind)
    if (isTrouble || (wasTrouble.current && kind === 'saved')) {
      setHeard(words)
      wasTrouble.current = isTrouble
    }
  }, [kind, words])
  return heard
}
