import { useRef, useState } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import { Button } from '../button.tsx'
import { CheckboxGroup } from '../choices.tsx'
import { useLocale } from '../locale.tsx'
import { ActDialog } from './act-dialog.tsx'
import { WriterName } from './inside-talk.tsx'
import { MergeWordings } from './merge-wordings.tsx'
import { SaidFields } from './said-fields.tsx'
import { offeredWording, wordingsOf } from './wordings-to-merge.ts'

interface MergeDialogProps {
  room: CommentsRoom
  /** Those that may be merged, in the order of the text. */
  comments: readonly CommentView[]
}

/** The desk makes one comment of what its offices say; it stands where the first of them stands. */
export function MergeDialog({ room, comments }: MergeDialogProps) {
  const { t } = useLocale()
  return (
    <ActDialog
      act="merge"
      label={t('comments.merge')}
      title={t('comments.merge-title')}
      confirm={t('comments.merge-confirm')}
      confirmKind="primary"
    >
      <MergeFields room={room} comments={comments} />
      <p>{t('comments.merge-consequences')}</p>
    </ActDialog>
  )
}

/**
 * Which comments, and what becomes of them. A wording that one of those chosen proposes for the words
 * of the first is proposed by the merged comment as well, until the desk writes another.
 */
function MergeFields({ room, comments }: MergeDialogProps) {
  const { t } = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const offered = useRef('')
  const [chosen, setChosen] = useState<readonly CommentView[]>([])
  const [wording, setWording] = useState('')
  const wordings = wordingsOf(chosen, room.threads)

  const write = (words: string) => {
    const field = wordingField(box.current)
    if (!field) return
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    setWording(words)
  }
  const read = () => {
    const field = wordingField(box.current)
    const now = chosenIn(box.current, comments)
    setChosen(now)
    setWording(field?.value ?? '')
    const offer = offeredWording(wordingsOf(now, room.threads))
    if (field && field.value === offered.current && offer !== offered.current) {
      offered.current = offer
      write(offer)
    }
  }
  return (
    <div ref={box} className="form" onChange={read}>
      <CheckboxGroup
        name="sources"
        label={t('comments.merge-which')}
        hint={t('comments.merge-which-hint')}
        choices={comments.map((comment) => ({
          value: `${comment.id}:${comment.revision}`,
          label: (
            <span className="excerpt">
              <WriterName {...comment} />: {comment.body || comment.proposedWording}
            </span>
          ),
        }))}
      />
      <Button type="button" kind="quiet" onClick={() => putWordsIn(box.current, chosen)}>
        {t('comments.merge-put-in')}
      </Button>
      <SaidFields
        mayPropose
        mayAsk={room.delegation !== room.owner}
        target={null}
        language={room.version.language}
      />
      <MergeWordings wordings={wordings} wording={wording} take={write} />
    </div>
  )
}

function wordingField(box: HTMLElement | null) {
  return box?.querySelector<HTMLTextAreaElement>('textarea[name=proposedWording]') ?? null
}

function chosenIn(box: HTMLElement | null, comments: readonly CommentView[]): CommentView[] {
  const checked = box?.querySelectorAll<HTMLInputElement>('input[name=sources]:checked') ?? []
  const ids = [...checked].map(({ value }) => value.split(':')[0])
  return comments.filter(({ id }) => ids.includes(id))
}

/** A beginning for the merged words; what the desk has written already stays before them. */
function putWordsIn(box: HTMLElement | null, comments: readonly CommentView[]) {
  const words = comments.flatMap(({ body }) => body || [])
  const field = box?.querySelector<HTMLTextAreaElement>('textarea[name=body]')
  if (!field || words.length === 0) return
  field.value = [field.value, ...words].filter(Boolean).join('\n\n')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}
