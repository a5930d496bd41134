import type { Command } from 'prosemirror-state'
import { useMemo } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { elementName } from '#app/components/text/element-name.ts'
import type { Content } from '#app/text/content.ts'
import { referencesOf, type FoundReference } from '#app/text/references.ts'
import { lookUpCodes, writeAnew } from './references.ts'

interface ReferenceListProps {
  content: Content
  /** Puts the caret at the words. */
  onGo: (found: { element: { id: string }; from: number; to: number }) => void
  /** Null for those who may only read. */
  run: ((command: Command) => void) | null
}

/** The codes that the draft names, and what has become of what they mean. */
export function ReferenceList({ content, onGo, run }: ReferenceListProps) {
  const locale = useLocale()
  const { t } = locale
  const found = useMemo(() => referencesOf(content), [content])
  const moved = found.filter(({ state }) => state === 'moved')
  const plain = found.filter(({ state }) => state === 'plain')
  const isUnknown = found.some(({ state }) => state === 'unknown')
  if (found.length === 0) return <p>{t('editor.references-none')}</p>
  return (
    <>
      <ol className="parameter-list">
        {found.map((one) => (
          <li key={`${one.element.id} ${one.from}`}>
            <button type="button" onClick={() => onGo(one)}>
              <b>{elementName(locale, one.element)}</b>
              <span className={one.state === 'sound' ? '' : 'parameter-list__unread'}>
                {one.written} <Standing found={one} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {run && moved.length > 0 && (
        <Button kind="secondary" type="button" onClick={() => run(writeAnew)}>
          {moved.length === 1
            ? t('editor.reference.write', { now: moved[0]?.now ?? '' })
            : t('editor.reference.write-all')}
        </Button>
      )}
      {run && plain.length > 0 && (
        <>
          <p>{t('editor.reference.plain-hint')}</p>
          <Button kind="secondary" type="button" onClick={() => run(lookUpCodes)}>
            {plain.length === 1
              ? t('editor.reference.follow', { code: plain[0]?.written ?? '' })
              : t('editor.reference.follow-all', { count: plain.length })}
          </Button>
        </>
      )}
      {run && isUnknown && plain.length === 0 && (
        <Button kind="quiet" type="button" onClick={() => run(lookUpCodes)}>
          {t('editor.reference.look-up')}
        </Button>
      )}
    </>
  )
}

/** In whose list it stands, or what is odd about it. */
function Standing({ found: { state, now, reference } }: { found: FoundReference }) {
  const { t, stateName } = useLocale()
  switch (state) {
    case 'moved':
      return <em>{t('editor.reference.moved', { now })}</em>
    case 'gone':
      return <em>{t('editor.reference.gone')}</em>
    case 'plain':
      return <em>{t('editor.reference.plain')}</em>
    case 'unknown':
      return <em>{t('editor.reference.unknown')}</em>
    case 'sound': {
      const issuer = reference?.issuer ?? null
      if (issuer === null) return t('editor.reference.in-text')
      return issuer === 'EU'
        ? t('editor.reference.annex-i')
        : t('editor.reference.of-state', { state: stateName(issuer) })
    }
  }
}
