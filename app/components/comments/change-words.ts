import type { ComparedLine, ParameterDifference } from '#app/queries/compared-lines.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { PlaceName } from '#app/queries/place-name.ts'

type Words = Pick<LocaleFormat, 't' | 'list'>

/** What became of a control parameter: `overlay: ≤ 2.40 nm → ≤ 1.50 nm (tighter)`. */
export function parameterWords(
  { t }: Pick<Words, 't'>,
  { quantity, before, after, wording, change }: ParameterDifference,
): string {
  const words = changeWords({ t }, { before, after, wording, change })
  return quantity ? t('compare.parameter-of', { quantity, words }) : words
}

function changeWords(
  { t }: Pick<Words, 't'>,
  { before, after, wording, change }: Omit<ParameterDifference, 'quantity'>,
): string {
  const direction = t(`compare.direction.${directionOf(change, wording !== null)}`)
  if (change === 'not-understood')
    return t('compare.parameter-changed', {
      before: before ?? quoted({ t }, wording?.before),
      after: after ?? quoted({ t }, wording?.after),
      direction,
    })
  if (wording) return t('compare.parameter-reworded', { ...wording, direction })
  return before && after
    ? t('compare.parameter-changed', { before, after, direction })
    : t('compare.parameter-single', { parameter: after ?? before ?? '', direction })
}

function quoted({ t }: Pick<Words, 't'>, words: string | undefined): string {
  return words ? t('compare.parameter-words', { words }) : t('compare.nothing')
}

/** The same amount with other words is a narrower or wider control, not another threshold. */
export function directionOf(change: ParameterDifference['change'], isReworded: boolean) {
  if (!isReworded) return change
  return change === 'tighter' ? 'narrower' : change === 'looser' ? 'wider' : change
}

/** Whether the line says that something changed; parts of what moved or came say it by themselves. */
export function isChange({
  kind,
  status,
  isMoved,
  attributes,
  runs,
  parting,
}: ComparedLine): boolean {
  if (status === 'same' && !isMoved) return false
  const isLine = runs.length > 0 || parting !== null
  return isLine || attributes.length > 0 || isMoved || kind === 'entry' || kind === 'section'
}

export type ChangeState = 'same' | 'relettered' | Exclude<ComparedLine['status'], 'same'>

/** What the line is called; a letter is relettered, a number or a code renumbered. */
export function stateOf({ status, isMoved, attributes }: ComparedLine): ChangeState {
  if (status === 'same' && isMoved) return 'moved'
  const isLettered = attributes.some(
    ({ name, after }) => name === 'label' && /^[a-z]/i.test(after ?? ''),
  )
  return status === 'renumbered' && isLettered ? 'relettered' : status
}

/** `3B801.a was split into 3B801.a and 3B801.b`; null for a line that was not parted. */
export function partingWords(
  { t, list }: Words,
  { parting }: ComparedLine,
  nameOf: (name: PlaceName) => string,
): string | null {
  if (!parting) return null
  const [before, after] = [parting.before, parting.after].map((names) => list(names.map(nameOf)))
  return t(`compare.parting.${parting.kind}`, { before: before ?? '', after: after ?? '' })
}
