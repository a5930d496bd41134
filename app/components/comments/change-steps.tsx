import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { isChange, parameterWords, partingWords, stateOf, stateWords } from './change-words.ts'
import { compareKeys } from './compare-key-list.ts'
import type { ComparedTexts } from './comparison.tsx'
import { usePlaceNames } from './place-name.ts'
import { SingleKeys } from './single-keys.tsx'

const [nextKey, previousKey] = ['n', 'p']

const ofChanges = {
  next: 'compare.next',
  previous: 'compare.previous',
  noNext: 'compare.no-next',
  noPrevious: 'compare.no-previous',
  at: 'compare.change-of',
} as const
const ofDifferences = {
  next: 'parallel.next',
  previous: 'parallel.previous',
  noNext: 'parallel.no-next',
  noPrevious: 'parallel.no-previous',
  at: 'parallel.difference-of',
} as const

/**
 * From change to change, by button and by key: the change takes the focus, and it is said which of how
 * many it is and what it is about.
 */
export function ChangeSteps({ texts, children }: { texts: ComparedTexts; children: ReactNode }) {
  const { t } = useLocale()
  const inside = useRef<HTMLDivElement>(null)
  const last = useRef<string | null>(null)
  const [said, setSaid] = useState('')
  const wordsOf = useChangeWords(texts)
  const keys = texts.sides ? ofDifferences : ofChanges
  const count = texts.lines.filter(isChange).length

  const step = useCallback(
    (by: 1 | -1) => {
      const all = [...(inside.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
      const focused = document.activeElement?.closest<HTMLElement>('[data-change]')
      const id = focused?.dataset.change ?? last.current
      const at = all.findIndex(({ dataset }) => dataset.change === id)
      const next = at === -1 && by === -1 ? all.at(-1) : all[at + by]
      if (!next) {
        setSaid(t(by === 1 ? keys.noNext : keys.noPrevious))
        return
      }
      last.current = next.dataset.change ?? null
      next.focus()
      const words = wordsOf(next.dataset.change ?? '')
      const place = { number: all.indexOf(next) + 1, count: all.length, words }
      setSaid(t(keys.at, place))
    },
    [t, keys, wordsOf],
  )
  const act = useCallback(
    (key: string) => {
      if (key !== 'n' && key !== 'p') return false
      step(key === 'n' ? 1 : -1)
      return true
    },
    [step],
  )

  return (
    <div ref={inside}>
      {count > 0 && (
        <div className="steps">
          <Button type="button" kind="quiet" onClick={() => step(-1)}>
            {t(keys.previous)} <kbd>{previousKey}</kbd>
          </Button>
          <Button type="button" kind="quiet" onClick={() => step(1)}>
            {t(keys.next)} <kbd>{nextKey}</kbd>
          </Button>
          <SingleKeys keys={compareKeys} titleKey="compare.keys-title" act={act} />
          <output className="steps__said">{said}</output>
        </div>
      )}
      {children}
    </div>
  )
}

/** What a change is about, in a few words: where, what became of it, and which thresholds. */
function useChangeWords({ lines, kind, sides = null }: ComparedTexts) {
  const locale = useLocale()
  const { nameOf, sectionName } = usePlaceNames(kind)
  return useCallback(
    (id: string) => {
      const line = lines.find((one) => one.id === id)
      const state = line ? stateOf(line) : 'same'
      if (!line || state === 'same') return ''
      const name = line.kind === 'section' ? sectionName(line.name.section) : nameOf(line.name)
      const parts = [
        stateWords(locale, state, sides),
        partingWords(locale, line, nameOf, sides),
        ...line.parameters.map((parameter) => parameterWords(locale, parameter, sides)),
      ]
      return `${name}. ${parts.filter((part) => part !== null).join('. ')}`
    },
    [lines, locale, nameOf, sectionName, sides],
  )
}
