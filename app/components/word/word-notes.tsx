import type { NoteView } from '#app/queries/word-notes.server.ts'
import { Button } from '../button.tsx'
import { PortalForm } from '../form.tsx'
import type { FormState } from '../form-state.ts'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { StatusLabel } from '../status-label.tsx'
import { StatedNote } from './stated-note.tsx'

interface WordNotesProps {
  notes: readonly (NoteView & { key: string })[]
  mayWrite: boolean
  /** What the last act was refused for, and of which note. */
  refused: FormState | null | undefined
}

/** Comments and tracked changes of Word documents that came into the draft, until each is settled. */
export function WordNotes({ notes, mayWrite, refused }: WordNotesProps) {
  const { t } = useLocale()
  if (notes.length === 0) return null
  return (
    <Panel title={t('word.notes')} id="word-notes">
      <p className="soft">{t('word.notes.count', { count: notes.length })}</p>
      <ul className="remarks">
        {notes.map((note) => (
          <li key={note.id} id={`note-${note.id}`}>
            <Note
              note={note}
              mayWrite={mayWrite}
              state={refused?.values?.note === note.id ? refused : null}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface NoteProps {
  note: NoteView & { key: string }
  mayWrite: boolean
  state: FormState | null
}

function Note({ note, mayWrite, state }: NoteProps) {
  const { t } = useLocale()
  const { kind, author, statedAt, quote, text, before, after, condition } = note
  const labels = [
    ...(note.answers === null ? [] : [t('word.answers')]),
    ...(note.isResolved ? [t('word.resolved')] : []),
  ]
  const isProposal = kind === 'proposal'
  return (
    <StatedNote
      {...{ author, text, labels, before, after }}
      at={statedAt}
      quote={isProposal ? undefined : quote}
    >
      <p>
        <StatusLabel tone={condition === 'exact' ? 'neutral' : 'attention'}>
          {t(`word.condition.${condition}`)}
        </StatusLabel>
      </p>
      {isProposal && note.wording === null && <p className="soft">{t('word.by-hand')}</p>}
      {mayWrite && (
        <PortalForm
          state={state}
          hidden={{ note: note.id, key: note.key }}
          className="form form--inline"
        >
          <div className="actions">
            {note.canBeTakenUp && (
              <Button name="outcome" value="taken-up" kind="secondary">
                {t('word.take-up')}
                <span className="heard"> {quote}</span>
              </Button>
            )}
            <Button name="outcome" value="put-away" kind="quiet">
              {t('word.put-away')}
              <span className="heard"> {quote}</span>
            </Button>
          </div>
        </PortalForm>
      )}
    </StatedNote>
  )
}
