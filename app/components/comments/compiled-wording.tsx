import { proposedIn } from '#app/paper/remarks.ts'
import type { CommentView } from '#app/queries/comment-view.server.ts'
import { useLocale } from '../locale.tsx'

interface CompiledWordingProps {
  comment: Pick<CommentView, 'proposal' | 'proposedWording'>
}

/** The column says that it is wording; what else is proposed is named. */
export function CompiledWording({ comment }: CompiledWordingProps) {
  const locale = useLocale()
  const proposed = proposedIn(locale, comment)
  if (!proposed) return null
  const { kind, title, wording } = proposed
  return (
    <>
      {kind !== 'words' && (
        <p className="soft" lang={locale.locale}>
          {title}
        </p>
      )}
      {wording && <ins className="proposal__after">{wording}</ins>}
    </>
  )
}
