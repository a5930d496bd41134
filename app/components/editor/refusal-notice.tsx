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
          kind={refusal.kind === 'pasted' ? 'warning' : 'error'}
          title={refusalWords(refusal, locale)}
        >
          {refusal.kind === 'pasted' && refusal.unsure.length > 0 && (
            <UnsurePlaces unsure={refusal.unsure} />
          )}
          <button type="button" className="button button--quiet" onClick={onClose}>
            {locale.t('editor.dismiss')}
          </button>
        </Notice>
      )}
    </div>
  )
}

/** So many are told; who has more of them sees what they are like. */
const mostTold = 10

function UnsurePlaces({ unsure }: { unsure: readonly string[] }) {
  const { t } = useLocale()
  const more = unsure.length - mostTold
  return (
    <>
      <p>{t('editor.unsure-hint')}</p>
      <ul>
        {unsure.slice(0, mostTold).map((words, index) => (
          <li key={`${index}`}>
            <q>{words}</q>
          </li>
        ))}
        {more > 0 && <li>{t('editor.unsure-more', { count: more })}</li>}
      </ul>
    </>
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
  if (refusal.kind === 'pasted') {
    const what = leftOutWords(refusal.leftOut, locale)
    return [
      ...(what.length > 0 ? [locale.t('editor.left-out', { what: locale.list(what) })] : []),
      ...(refusal.unsure.length > 0
        ? [locale.t('editor.unsure', { count: refusal.unsure.length })]
        : []),
    ].join(' ')
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
