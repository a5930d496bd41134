import type { CommentView } from '#app/queries/comment-view.server.ts'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'
import { DateTimeText } from '../when.tsx'
import { DisclosedForm } from './disclosure.tsx'

/** What colleagues say to each other about a comment of their delegation. It is never released. */
export function InsideTalk({ comment: { inside } }: { comment: CommentView }) {
  const { t } = useLocale()
  if (inside.length === 0) return null
  return (
    <div className="reply reply--inside">
      <p className="reply__title">{t('comments.inside')}</p>
      <ul className="plain-list">
        {inside.map(({ id, writer, office, body, at }) => (
          <li key={id}>
            <p className="soft">
              <WriterName writer={writer} office={office} /> <DateTimeText value={at} />
            </p>
            <p className="comment__body">{body}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Inside, people are named with the office that they speak for. */
export function WriterName({ writer, office }: Pick<CommentView, 'writer' | 'office'>) {
  const { t } = useLocale()
  if (!writer) return null
  return office ? t('comments.writer-of-office', { writer, office }) : writer
}

/** Of what came out of a Word document: whose it is as that states it, which nobody has checked. */
export function StatedAuthor({ comment: { stated } }: { comment: Pick<CommentView, 'stated'> }) {
  const { t, date } = useLocale()
  if (!stated) return null
  const by = t('word.by', { author: stated.author || t('word.nobody') })
  return <p className="soft">{stated.at ? `${by}, ${date(stated.at)}` : by}</p>
}

/** Says something to colleagues. */
export function InsideReplyForm({
  comment: { id, insideKey },
}: {
  comment: Pick<CommentView, 'id' | 'insideKey'>
}) {
  const { t } = useLocale()
  return (
    <DisclosedForm
      act="reply-inside"
      label={t('comments.reply-inside')}
      save={t('comments.reply-inside-save')}
      firstKey={insideKey}
      hidden={{ comment: id }}
    >
      <TextArea
        name="body"
        label={t('comments.reply-inside-words')}
        hint={t('comments.reply-inside-hint')}
        rows={2}
      />
    </DisclosedForm>
  )
}
