import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { plainText } from '#app/text/content.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import { Button } from '../button.tsx'
import { OptionalMark } from '../field.tsx'
import { Icon } from '../icon.tsx'
import { useLocale } from '../locale.tsx'
import { type Choice, choiceOf } from '../text/selection.ts'

interface WordsFieldProps {
  content: CommentsRoom['content']
  element: TextElement
  onWords: (choice: Choice, element: TextElement) => void
}

/**
 * Narrows a comment on a part of the text to words in it, by typing them: a frozen text has no
 * caret, so words cannot be chosen in it without a mouse.
 */
export function WordsField({ content, element, onWords }: WordsFieldProps) {
  const { t } = useLocale()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isMissing, setIsMissing] = useState(false)

  const take = () => {
    const found = wordsIn(content, element, input.current?.value ?? '')
    if (found) onWords(found.choice, found.element)
    else {
      setIsMissing(true)
      input.current?.focus()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    take()
  }

  return (
    <div className="field" data-invalid={isMissing || undefined}>
      <label className="field__label" htmlFor={id}>
        {t('comments.only-words')}
        <OptionalMark />
      </label>
      <p className="field__hint" id={`${id}h`}>
        {t('comments.only-words-hint')}
      </p>
      <output htmlFor={id}>
        {isMissing && (
          <span className="field__error" id={`${id}e`}>
            <Icon name="cross" /> {t('comments.only-words-missing')}
          </span>
        )}
      </output>
      <div className="search-bar__row">
        <input
          ref={input}
          id={id}
          className="input"
          autoComplete="off"
          aria-describedby={isMissing ? `${id}h ${id}e` : `${id}h`}
          aria-invalid={isMissing || undefined}
          onKeyDown={onKeyDown}
          onChange={() => setIsMissing(false)}
        />
        <Button type="button" onClick={take}>
          {t('comments.only-words-take')}
        </Button>
      </div>
    </div>
  )
}

/** The first place in an element where words stand, and the smallest element that holds them. */
function wordsIn(content: CommentsRoom['content'], within: TextElement, typed: string) {
  const words = typed.trim()
  const at = words === '' ? -1 : within.text.indexOf(words)
  if (at < 0) return null
  const elements = elementsOf(content)
  const from = within.from + at
  const choice = choiceOf(elements, plainText(content), from, from + words.length)
  const element = elements.find(({ id }) => id === choice?.elementId)
  return choice && element ? { choice, element } : null
}
