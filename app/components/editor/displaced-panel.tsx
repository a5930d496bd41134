import type { Command } from 'prosemirror-state'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Panel } from '#app/components/section.tsx'
import type { Displaced } from '#app/queries/lost-words.ts'
import type { DoubledWords } from '#app/text/doubled-words.ts'
import { removeCopy, restoreWords } from './restoring.ts'

interface DisplacedPanelProps {
  displaced: Displaced
  run: (command: Command) => void
  show: (words: DoubledWords) => void
}

/** What two who wrote at the same moment did to each other's words, to be put right by one act each. */
export function DisplacedPanel({ displaced: { lost, doubled }, run, show }: DisplacedPanelProps) {
  const { t } = useLocale()
  return (
    <output>
      {lost.length > 0 && (
        <Panel title={t('editor.lost-words')}>
          <p>{t('editor.lost-words-hint')}</p>
          <ul className="plain-list">
            {lost.map((one) => (
              <li key={one.key}>
                <p>
                  <q>{one.words}</q> {t('editor.lost-words-by', { name: one.by })}
                </p>
                <Button kind="quiet" type="button" onClick={() => run(restoreWords(one))}>
                  {t('editor.lost-words-restore')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {doubled.length > 0 && (
        <Panel title={t('editor.doubled')}>
          <p>{t('editor.doubled-hint')}</p>
          <ul className="plain-list">
            {doubled.map((one) => (
              <li key={`${one.elementId} ${one.from}`}>
                <p>
                  <q>{one.words}</q>
                </p>
                {one.isChanged && (
                  <p>{t(one.canGo ? 'editor.doubled-changed' : 'editor.doubled-by-hand')}</p>
                )}
                {one.canGo ? (
                  <Button kind="quiet" type="button" onClick={() => run(removeCopy(one))}>
                    {t('editor.doubled-remove')}
                  </Button>
                ) : (
                  <Button kind="quiet" type="button" onClick={() => show(one)}>
                    {t('editor.doubled-show')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </output>
  )
}
