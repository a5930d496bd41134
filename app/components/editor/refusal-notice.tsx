import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { sizeText } from '#app/components/size-text.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { Refusal } from './open-editor.ts'
import { pasteLimit } from './paste.ts'

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
        <Notice kind="error" title={refusalWords(refusal, locale)}>
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
  return locale.t(tooMuch.has(refusal.reason) ? 'editor.refused-size' : 'editor.refused-content')
}
