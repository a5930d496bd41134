import type { Node } from 'prosemirror-model'
import { useMemo } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { sizeText } from '#app/components/size-text.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { Refusal } from './open-editor.ts'
import { pasteLimit } from './paste.ts'
import type { PastedPlace } from './pasted-outline.ts'
import type { LeftOut } from './pasted-looks.ts'

interface RefusalNoticeProps {
  refusal: Refusal | null
  /** The text as it stands; null while there is none. */
  doc: Node | null
  /** Chooses the words of a point in the text. */
  onShow: (id: string) => void
  onClose: () => void
}

/** Why something did not enter the text; it stays until it is closed or the next one comes. */
export function RefusalNotice({ refusal, doc, onShow, onClose }: RefusalNoticeProps) {
  const locale = useLocale()
  return (
    <div role="alert" className="refusal-notice">
      {refusal && (
        <Notice
          kind={refusal.kind === 'pasted' ? 'warning' : 'error'}
          title={refusalWords(refusal, locale)}
        >
          {refusal.kind === 'pasted' && refusal.unsure.length > 0 && (
            <UnsurePlaces unsure={refusal.unsure} doc={doc} onShow={onShow} />
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

type UnsurePlacesProps = Pick<RefusalNoticeProps, 'doc' | 'onShow'> & {
  unsure: readonly PastedPlace[]
}

function UnsurePlaces({ unsure, doc, onShow }: UnsurePlacesProps) {
  const { t } = useLocale()
  const present = useMemo(() => idsIn(doc), [doc])
  const more = unsure.length - mostTold
  return (
    <>
      <p>{t('editor.unsure-hint')}</p>
      <ul>
        {unsure.slice(0, mostTold).map(({ id, words }) => (
          <li key={id}>
            <q>{words}</q>{' '}
            {present.has(id) && (
              <Button
                kind="quiet"
                type="button"
                aria-label={t('editor.show-words', { words })}
                onClick={() => onShow(id)}
              >
                {t('editor.show')}
              </Button>
            )}
          </li>
        ))}
        {more > 0 && <li>{t('editor.unsure-more', { count: more })}</li>}
      </ul>
    </>
  )
}

function idsIn(doc: Node | null): ReadonlySet<unknown> {
  const ids = new Set<unknown>()
  doc?.descendants((node) => void ids.add(node.attrs.id))
  return ids
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
