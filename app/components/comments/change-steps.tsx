import { type ReactNode, useCallback, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { isChange, parameterWords, partingWords, stateOf } from './change-words.ts'
import { compareKeys } from './compare-key-list.ts'
import type { ComparedTexts } from './comparison.tsx'
import { usePlaceNames } from './place-name.ts'
import { SingleKeys } from './single-keys.tsx'

const [nextKey, previousKey] = ['n', 'p']

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
  const count = texts.lines.filter(isChange).length

  const step = useCallback(
    (by: 1 | -1) => {
      const all = [...(inside.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
      const focused = document.activeElement?.closest<HTMLElement>('[data-change]')
      const id = focused?.dataset.change ?? last.current
      const at = all.findIndex(({ dataset }) => dataset.change === id)
      const next = at === -1 && by === -1 ? all.at(-1) : all[at + by]
      if (!next) {
        setSaid(t(by === 1 ? 'compare.no-next' : 'compare.no-previous'))
        return
      }
      last.current = next.dataset.change ?? null
      next.focus()
      const words = wordsOf(next.dataset.change ?? '')
      setSaid(t('compare.change-of', { number: all.indexOf(next) + 1, count: all.length, words }))
    },
    [t, wordsOf],
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
            {t('compare.previous')} <kbd>{previousKey}</kbd>
          </Button>
          <Button type="button" kind="quiet" onClick={() => step(1)}>
            {t('compare.next')} <kbd>{nextKey}</kbd>
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
function useChangeWords({ lines, kind }: ComparedTexts) {
  const locale = useLocale()
  const { nameOf, sectionName } = usePlaceNames(kind)
  return useCallback(
    (id: string) => {
      const line = lines.find((one) => one.id === id)
      const state = line ? stateOf(line) : 'same'
      if (!line || state === 'same') return ''
      const name = line.kind === 'section' ? sectionName(line.name.section) : nameOf(line.name)
      const parts = [
        locale.t(`compare.status.${state}`),
        partingWords(locale, line, nameOf),
        ...line.parameters.map((parameter) => parameterWords(locale, parameter)),
      ]
      return `${name}. ${parts.filter((part) => part !== null).join('. ')}`
    },
    [lines, locale, nameOf, sectionName],
  )
}
