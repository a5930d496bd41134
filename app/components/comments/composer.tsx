import { useFetcher } from '@remix-run/react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import type { TextElement } from '#app/text/elements.ts'
import { Button } from '../button.tsx'
import { CancelButton } from '../cancel-button.tsx'
import { PortalForm } from '../form.tsx'
import { Lane } from '../lane.tsx'
import { useLocale } from '../locale.tsx'
import type { Choice } from '../text/selection.ts'
import { proposalTarget } from '../proposals/proposal-target.ts'
import { type DiscussionAnswer, useSent } from './answer.ts'
import { useFormKey } from './form-key.ts'
import { usePlaceNames } from './place-name.ts'
import { SaidFields } from './said-fields.tsx'
import { WordsField } from './words-field.tsx'

/** What a new comment is about. */
export type Beginning =
  | { kind: 'whole' }
  | { kind: 'element'; element: TextElement }
  | { kind: 'words'; choice: Choice; element: TextElement }
  | { kind: 'thread'; thread: ThreadView }
  | { kind: 'superseding'; thread: ThreadView; comment: CommentView }

interface ComposerProps {
  room: CommentsRoom
  beginning: Beginning
  /** Leaves off. */
  close: () => void
  /** Its comment is recorded. */
  onWritten: (commentId: string) => void
  /** Says it about the whole instead. */
  toWhole: () => void
  /** Says it about words of the element that it was about. */
  toWords: (choice: Choice, element: TextElement) => void
}

/** A new comment, inside the writer's delegation until it is released. */
export function Composer(props: ComposerProps) {
  const { room, beginning, close, onWritten, toWhole, toWords } = props
  const { t, stateName } = useLocale()
  const fetcher = useFetcher<DiscussionAnswer>()
  const key = useFormKey(fetcher)
  useSent(fetcher, ({ commentId }) => commentId && onWritten(commentId))
  const title = useTitle(beginning)
  return (
    <div className="composer" id="composer">
      <Lane lane="inner">
        <h3>{title}</h3>
        <Subject room={room} beginning={beginning} />
        {(beginning.kind === 'element' || beginning.kind === 'words') && (
          <Button type="button" kind="quiet" onClick={toWhole}>
            {t('comments.compose-whole')}
          </Button>
        )}
        {beginning.kind === 'element' && (
          <WordsField content={room.content} element={beginning.element} onWords={toWords} />
        )}
        <PortalForm
          fetcher={fetcher}
          hidden={{ act: 'write', key, ...placeFields(beginning) }}
          state={fetcher.data}
        >
          <SaidFields
            said={beginning.kind === 'superseding' ? beginning.comment : undefined}
            mayPropose={beginning.kind !== 'whole'}
            target={proposalTarget(room.content, placeOf(beginning))}
            language={room.version.language}
            mayAsk={room.delegation !== room.owner}
          />
          <p className="soft">
            {t('comments.compose-inner', { state: stateName(room.delegation) })}
          </p>
          <div className="actions">
            <Button kind="primary" disabled={fetcher.state !== 'idle'}>
              {t('comments.save')}
            </Button>
            <CancelButton onCancel={close} />
          </div>
        </PortalForm>
      </Lane>
    </div>
  )
}

function useTitle(beginning: Beginning): string {
  const { t } = useLocale()
  switch (beginning.kind) {
    case 'thread':
      return t('comments.compose-thread-title', { number: beginning.thread.number })
    case 'superseding':
      return t('comments.compose-superseding-title')
    default:
      return t('comments.compose-title')
  }
}

function Subject({ room, beginning }: Pick<ComposerProps, 'room' | 'beginning'>) {
  const { t } = useLocale()
  const names = usePlaceNames(room.version.kind)
  const { place, quote } = subjectOf(beginning, names, t('comments.place.whole'))
  return (
    <div className="composer__subject">
      <p>
        <span className="soft">{t('comments.compose-place')}</span> <b>{place}</b>
      </p>
      {quote && (
        <blockquote className="quote" lang={room.version.language}>
          {quote}
        </blockquote>
      )}
    </div>
  )
}

function subjectOf(
  beginning: Beginning,
  { nameOf, threadPlace }: ReturnType<typeof usePlaceNames>,
  whole: string,
): { place: string; quote: string | null } {
  switch (beginning.kind) {
    case 'whole':
      return { place: whole, quote: null }
    case 'element':
      return { place: nameOf(beginning.element), quote: null }
    case 'words':
      return { place: nameOf(beginning.element), quote: beginning.choice.quote }
    case 'thread':
    case 'superseding':
      return { place: threadPlace(beginning.thread), quote: beginning.thread.quote }
  }
}

function placeOf(beginning: Beginning): ThreadView['place'] {
  switch (beginning.kind) {
    case 'whole':
      return null
    case 'element':
      return { elementId: beginning.element.id, from: null, to: null }
    case 'words':
      return beginning.choice
    case 'thread':
    case 'superseding':
      return beginning.thread.place
  }
}

/** The place as the form names it; the server makes the quote from the frozen text. */
function placeFields(beginning: Beginning): Record<string, string | number> {
  switch (beginning.kind) {
    case 'whole':
      return { place: 'whole' }
    case 'element':
      return { place: 'element', element: beginning.element.id }
    case 'words': {
      const { elementId, from, to } = beginning.choice
      return { place: 'words', element: elementId, from, to }
    }
    case 'thread':
      return { thread: beginning.thread.id }
    case 'superseding':
      return { thread: beginning.thread.id, supersedes: beginning.comment.id }
  }
}
