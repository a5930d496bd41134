import type { Command, EditorState } from 'prosemirror-state'
import { useLocale } from '#app/components/locale.tsx'
import { logicOf } from '#app/text/content.ts'
import { logics, nodeDeclarations } from '#app/text/grammar.ts'
import { withoutHidden } from '#app/text/hidden-characters.ts'
import { Button } from '../button.tsx'
import { letterDoubled } from './letter-doubled.ts'
import { ownerOf, setLabel, setLogic, toggleNotUsed } from './commands.ts'

interface PointBarProps {
  state: EditorState
  apply: (command: Command) => void
}

/** What can be said of the point that the caret is in; the controls rest while it is in none. */
export function PointBar({ state, apply }: PointBarProps) {
  const { t } = useLocale()
  const owner = ownerOf(state)
  const point = owner?.node.type.name === 'point' ? owner.node : null
  const logic = owner ? logicOf({ type: owner.node.type.name, attrs: owner.node.attrs }) : null
  return (
    <fieldset className="point-bar" aria-label={t('editor.point')}>
      <label className="point-bar__field">
        <span>{t('editor.point-label')}</span>
        <input
          className="input point-bar__label"
          value={String(point?.attrs.label ?? '')}
          placeholder={t('editor.point-label-automatic')}
          maxLength={nodeDeclarations.point.attributes.label.rule.max}
          disabled={!point}
          onChange={(event) => apply(setLabel(withoutHidden(event.target.value) || null))}
        />
      </label>
      {letterDoubled(state) && (
        <Button type="button" kind="quiet" onClick={() => apply(letterDoubled)}>
          {t('editor.letter-doubled')}
        </Button>
      )}
      <label className="point-bar__field">
        <span>{t('editor.logic')}</span>
        <select
          className="input input--select"
          value={logic ?? ''}
          disabled={!owner}
          onChange={(event) =>
            apply(setLogic(logics.find((known) => known === event.target.value) ?? null))
          }
        >
          <option value="">{t('editor.logic.none')}</option>
          {logics.map((known) => (
            <option key={known} value={known}>
              {t(`editor.logic.${known}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="point-bar__field">
        <input
          type="checkbox"
          checked={point?.attrs.notUsed === true}
          disabled={!point}
          onChange={() => apply(toggleNotUsed)}
        />
        <span>{t('editor.not-used')}</span>
      </label>
    </fieldset>
  )
}
