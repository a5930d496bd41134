import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { useMemo } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { chooseFirstLine } from './commands.ts'
import { fillGap, missingBefore } from './fill-gap.ts'
import type { PastedGap } from './pasted-letters.ts'
import type { PastedPlace } from './pasted-outline.ts'

interface PlacesProps {
  /** The text as it stands; null while there is none. */
  doc: Node | null
  /** Acts in the text, and puts the caret there. */
  run: (command: Command) => void
}

/** So many are told; who has more of them sees what they are like. */
const mostTold = 10

/** Points that could as well stand elsewhere. */
export function UnsurePlaces({
  unsure,
  doc,
  run,
}: PlacesProps & { unsure: readonly PastedPlace[] }) {
  const { t } = useLocale()
  const present = useMemo(() => idsIn(doc), [doc])
  return (
    <>
      <p>{t('editor.unsure-hint')}</p>
      <ul>
        {unsure.slice(0, mostTold).map((place) => (
          <li key={place.id}>
            <q>{place.words}</q> {present.has(place.id) && <Show place={place} run={run} />}
          </li>
        ))}
        <More than={unsure} />
      </ul>
    </>
  )
}

/** Points before which a letter or number is missing. */
export function Gaps({ gaps, run }: Pick<PlacesProps, 'run'> & { gaps: readonly PastedGap[] }) {
  const { t } = useLocale()
  return (
    <>
      <p>{t('editor.gaps-hint')}</p>
      <ul>
        {gaps.slice(0, mostTold).map((gap) => (
          <li key={gap.id}>
            {t('editor.gap', { before: gap.before })} <q>{gap.words}</q>{' '}
            <Show place={gap} run={run} />{' '}
            <Button
              kind="quiet"
              type="button"
              aria-label={t('editor.fill-gap-before', { words: gap.words })}
              onClick={() => run(fillGap(gap.id))}
            >
              {t('editor.fill-gap')}
            </Button>
          </li>
        ))}
        <More than={gaps} />
      </ul>
    </>
  )
}

/** Those of the gaps of a paste that are in the text, and none where it was lettered anew. */
export function useGaps(gaps: readonly PastedGap[], doc: Node | null): readonly PastedGap[] {
  return useMemo(() => {
    if (!doc || gaps.length === 0) return []
    const missing = missingBefore(doc, new Set(gaps.map(({ id }) => id)))
    return gaps.filter(({ id }) => missing.has(id))
  }, [gaps, doc])
}

function Show({ place, run }: Pick<PlacesProps, 'run'> & { place: PastedPlace }) {
  const { t } = useLocale()
  return (
    <Button
      kind="quiet"
      type="button"
      aria-label={t('editor.show-words', { words: place.words })}
      onClick={() => run(chooseFirstLine(place.id))}
    >
      {t('editor.show')}
    </Button>
  )
}

function More({ than }: { than: readonly PastedPlace[] }) {
  const { t } = useLocale()
  const count = than.length - mostTold
  return count > 0 && <li>{t('editor.unsure-more', { count })}</li>
}

function idsIn(doc: Node | null): ReadonlySet<unknown> {
  const ids = new Set<unknown>()
  doc?.descendants((node) => void ids.add(node.attrs.id))
  return ids
}
