import type { Command, EditorState } from 'prosemirror-state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
} from 'prosemirror-tables'
import { useLocale } from '#app/components/locale.tsx'
import { Button } from '../button.tsx'
import { added, asOwnStep, isInHeaderRow, toggleHeaderRow } from './tables.ts'

interface TableBarProps {
  state: EditorState
  run: (command: Command) => void
}

const tools = [
  [
    'row',
    [
      ['row-above', added(addRowBefore, 'vert', -1)],
      ['row-below', added(addRowAfter, 'vert', 1)],
      ['delete-row', deleteRow],
    ],
  ],
  [
    'column',
    [
      ['column-before', added(addColumnBefore, 'horiz', -1)],
      ['column-after', added(addColumnAfter, 'horiz', 1)],
      ['delete-column', deleteColumn],
    ],
  ],
  [
    'cells',
    [
      ['merge-cells', mergeCells],
      ['split-cell', splitCell],
    ],
  ],
  ['table', [['delete-table', deleteTable]]],
] as const satisfies readonly (readonly [string, readonly (readonly [string, Command])[]])[]

/** What can be done to the table that the caret is in; out of sight while it is in none. */
export function TableBar({ state, run }: TableBarProps) {
  const { t } = useLocale()
  return (
    <fieldset className="point-bar table-bar" aria-label={t('editor.table')}>
      {tools.map(([group, commands]) => (
        <div key={group} className="table-bar__group">
          <span aria-hidden="true">{t(`editor.${group}`)}</span>
          {commands.map(([name, command]) => (
            <Button
              key={name}
              type="button"
              kind="quiet"
              disabled={!command(state)}
              aria-label={t(`editor.${name}`)}
              // The caret stays where it is in the text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => run(asOwnStep(command))}
            >
              {t(`editor.${name}.short`)}
            </Button>
          ))}
        </div>
      ))}
      <label className="point-bar__field">
        <input
          type="checkbox"
          checked={isInHeaderRow(state)}
          onChange={() => run(toggleHeaderRow)}
        />
        <span>{t('editor.heading-row')}</span>
      </label>
    </fieldset>
  )
}
