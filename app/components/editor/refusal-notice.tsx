import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { sizeText } from '#app/components/size-text.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { Refusal } from './open-editor.ts'
import { pasteLimit } from './paste.ts'
import type { LeftOut } from './pasted-looks.ts'

interface RefusalNoticeProps {
  refusal: Refusal | null
  onClose: () => void
}

/** Why something did not enter the text; it stays until it is closed or the next one comes. */
export function RefusalNotice({ refusal, onClose }: RefusalNoticeProps) {
  const locale = useLocale()
  return (
    <div role="alert" className="refusal-notice">
      {refusal && (
        <Notice
          kind={refusal.kind === 'left-out' ? 'warning' : 'error'}
          title={refusalWords(refusal, locale)}
        >
          <button type="button" className="button button--quiet" onClick={onClose}>
            {locale.t('editor.dismiss')}
          </button>
        </Notice>
      )}
    </div>
  )
}

const tooMuch: ReadonlySet<string> = new Set(['too-deep', 'too-many-nodes', 'too-much-text'])

function refusalWords(refusal: Refusal, locale: LocaleFormat): string {
  if (refusal.kind === 'paste-too-large') {
    return locale.t('editor.refused-paste', {
      size: sizeText(locale, refusal.bytes),
      limit: sizeText(locale, pasteLimit),
    })
  }
  if (refusal.kind === 'left-out') {
    return locale.t('editor.left-out', { what: locale.list(leftOutWords(refusal.leftOut, locale)) })
  }
  return locale.t(tooMuch.has(refusal.reason) ? 'editor.refused-size' : 'editor.refused-content')
}

function leftOutWords(leftOut: LeftOut, { t }: LocaleFormat): string[] {
  const { comments, footnotes, hidden, deleted } = leftOut
  return [
    ...(comments > 0 ? [t('editor.left-out.comments', { count: comments })] : []),
    ...(footnotes > 0 ? [t('editor.left-out.footnotes', { count: footnotes })] : []),
    ...(hidden > 0 ? [t('editor.left-out.hidden', { count: hidden })] : []),
    ...(deleted > 0 ? [t('editor.left-out.deleted', { count: deleted })] : []),
  ]
}
