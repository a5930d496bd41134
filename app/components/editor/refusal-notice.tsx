import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { sizeText } from '#app/components/size-text.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { Refusal } from './open-editor.ts'
import { pasteLimit, type PasteWarned } from './paste.ts'
import type { LeftOut } from './pasted-looks.ts'
import { Gaps, UnsurePlaces, useGaps } from './pasted-places.tsx'

interface RefusalNoticeProps {
  refusal: Refusal | null
  /** The text as it stands; null while there is none. */
  doc: Node | null
  /** Acts in the text, and puts the caret there. */
  run: (command: Command) => void
  onClose: () => void
}

/** Why something did not enter the text; it stays until it is closed or the next one comes. */
export function RefusalNotice({ refusal, ...place }: RefusalNoticeProps) {
  const locale = useLocale()
  return (
    <div role="alert" className="refusal-notice">
      {refusal?.kind === 'pasted' && <Pasted warned={refusal} {...place} />}
      {refusal && refusal.kind !== 'pasted' && (
        <Notice kind="error" title={refusalWords(refusal, locale)}>
          <Dismiss onClose={place.onClose} />
        </Notice>
      )}
    </div>
  )
}

/** What has to be looked at of what was pasted; nothing once there is no more of it. */
function Pasted({
  warned,
  doc,
  run,
  onClose,
}: Omit<RefusalNoticeProps, 'refusal'> & { warned: PasteWarned }) {
  const locale = useLocale()
  const { leftOut, unsure, asLines } = warned
  const gaps = useGaps(warned.gaps, doc)
  const title = pastedWords({ leftOut, unsure, gaps, asLines }, locale)
  if (title === '') return null
  return (
    <Notice kind="warning" title={title}>
      {unsure.length > 0 && <UnsurePlaces unsure={unsure} doc={doc} run={run} />}
      {gaps.length > 0 && <Gaps gaps={gaps} run={run} />}
      <Dismiss onClose={onClose} />
    </Notice>
  )
}

function Dismiss({ onClose }: { onClose: () => void }) {
  const { t } = useLocale()
  return (
    <button type="button" className="button button--quiet" onClick={onClose}>
      {t('editor.dismiss')}
    </button>
  )
}

const tooMuch: ReadonlySet<string> = new Set(['too-deep', 'too-many-nodes', 'too-much-text'])

function refusalWords(refusal: Exclude<Refusal, { kind: 'pasted' }>, locale: LocaleFormat): string {
  if (refusal.kind === 'paste-too-large') {
    return locale.t('editor.refused-paste', {
      size: sizeText(locale, refusal.bytes),
      limit: sizeText(locale, pasteLimit),
    })
  }
  return locale.t(tooMuch.has(refusal.reason) ? 'editor.refused-size' : 'editor.refused-content')
}

function pastedWords(
  { leftOut, unsure, gaps, asLines }: PasteWarned,
  locale: LocaleFormat,
): string {
  const what = leftOutWords(leftOut, locale)
  return [
    ...(what.length > 0 ? [locale.t('editor.left-out', { what: locale.list(what) })] : []),
    ...(asLines > 0 ? [locale.t('editor.as-lines', { count: asLines })] : []),
    ...(unsure.length > 0 ? [locale.t('editor.unsure', { count: unsure.length })] : []),
    ...(gaps.length > 0 ? [locale.t('editor.gaps', { count: gaps.length })] : []),
  ].join(' ')
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
