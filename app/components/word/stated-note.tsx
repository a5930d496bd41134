import type { ReactNode } from 'react'
import { useLocale } from '../locale.tsx'
import { DateText } from '../when.tsx'
import { shortened, withEnds } from './stated-words.ts'

interface StatedNoteProps {
  author: string
  /** As the document states it. */
  at: string | null
  /** The words that it is about. */
  quote?: string
  text?: string
  labels?: readonly string[]
  before?: string
  after?: string
  children?: ReactNode
}

/** What a Word document says that somebody said or changed: the name and the date are the document's. */
export function StatedNote(props: StatedNoteProps) {
  const { author, at, quote, text, labels = [], before = '', after = '', children } = props
  const { t } = useLocale()
  return (
    <>
      <p className="remarks__head">
        <strong>{t('word.by', { author: author || t('word.nobody') })}</strong>
        {at && (
          <>
            {', '}
            <DateText value={at} />
          </>
        )}
        {labels.map((label) => (
          <span key={label}> · {label}</span>
        ))}
      </p>
      {quote && <p className="soft">{t('word.on', { quote: shortened(quote) })}</p>}
      {text && <p className="pre-line">{text}</p>}
      {(before !== '' || after !== '') && (
        <p>
          {before !== '' && <del>{withEnds(before)}</del>}{' '}
          {after !== '' && <ins>{withEnds(after)}</ins>}
        </p>
      )}
      {children}
    </>
  )
}
