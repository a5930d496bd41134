import { useMemo } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { elementName } from '#app/components/text/element-name.ts'
import type { Content } from '#app/text/content.ts'
import { parametersOf, type ContentParameter } from '#app/text/parameters-content.ts'
import { describe } from './readings.ts'

interface ParameterListProps {
  content: Content
  language: string
  /** Puts the caret at the words. */
  onGo: (found: ContentParameter) => void
}

/** The control parameters of the draft as they are read. */
export function ParameterList({ content, language, onGo }: ParameterListProps) {
  const locale = useLocale()
  const { t } = locale
  const found = useMemo(() => parametersOf(content, language), [content, language])
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
