import type { EditorState } from 'prosemirror-state'
import { useDeferredValue, useMemo } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { elementName } from '#app/components/text/element-name.ts'
import { checkContent } from '#app/text/check.ts'
import { parametersOf, type ContentParameter } from '#app/text/parameters-content.ts'
import { describe } from './readings.ts'

interface ParameterListProps {
  state: EditorState
  language: string
  /** Puts the caret at the words. */
  onGo: (found: ContentParameter) => void
}

/** The control parameters of the draft as they are read, beside the text; it may lag behind typing. */
export function ParameterList({ state, language, onGo }: ParameterListProps) {
  const locale = useLocale()
  const { t } = locale
  const doc = useDeferredValue(state.doc)
  const found = useMemo(() => {
    const check = checkContent(doc.toJSON())
    return check.ok ? parametersOf(check.content, language) : []
  }, [doc, language])
  if (found.length === 0) return <p>{t('editor.parameters-none')}</p>
  return (
    <ol className="parameter-list">
      {found.map((one) => (
        <li key={`${one.element.id} ${one.from}`}>
          <button type="button" onClick={() => onGo(one)}>
            <b>{elementName(locale, one.element)}</b>
            {one.reading ? (
              <span>{describe(one.reading)}</span>
            ) : (
              <span className="parameter-list__unread">
                {one.written} <em>{t('editor.parameter-not-read')}</em>
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  )
}
