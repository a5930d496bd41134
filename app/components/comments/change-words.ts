import type { ComparedLine, ParameterDifference } from '#app/queries/compared-lines.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { PlaceName } from '#app/text/place-name.ts'

type Words = Pick<LocaleFormat, 't' | 'list'>

/**
 * Two texts of which neither came before the other, by their references: parallel drafts of two states.
 * Nothing became new or was removed in them; one has it and the other has not.
 */
export interface TwoSides {
  readonly ours: string
  readonly theirs: string
}

/** What became of a control parameter: `overlay: ≤ 2.40 nm → ≤ 1.50 nm (tighter)`. */
export function parameterWords(
  { t }: Pick<Words, 't'>,
  { quantity, wasQuantity, ...difference }: ParameterDifference,
  sides: TwoSides | null = null,
): string {
  const { before, after } = difference
  if (sides && quantity && wasQuantity && before && after) {
    // Neither state is told that its text has the name that the other one's has.
    return wordsOfTwo(
      t,
      {
        ...difference,
        before: t('parallel.named', { quantity: wasQuantity, amount: before }),
        after: t('parallel.named', { quantity, amount: after }),
      },
      sides,
      true,
    )
  }
  const words = sides ? wordsOfTwo(t, difference, sides) : wordsOfOne(t, difference)
  return quantity ? t('compare.parameter-of', { quantity, words }) : words
}

type Difference = Omit<ParameterDifference, 'quantity' | 'wasQuantity'>

function wordsOfOne(t: Words['t'], { before, after, wording, change, whole }: Difference): string {
  const direction =
    whole && isOneSided(change)
      ? t(`compare.direction.whole-${change}`, { whole })
      : t(`compare.direction.${directionOf(change, wording !== null)}`)
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

/** `overlay: ≤ 2.40 nm in 2026-NL-0003, ≤ 1.50 nm in 2026-DE-0002 (tighter in 2026-DE-0002)`; `isNamed` where each has its name. */
function wordsOfTwo(
  t: Words['t'],
  { before, after, wording, change, whole }: Difference,
  sides: TwoSides,
  isNamed = false,
): string {
  const direction =
    whole && isOneSided(change)
      ? t(`parallel.direction.whole-${change}`, { whole, ...sides })
      : t(`parallel.direction.${directionOf(change, wording !== null)}`, { ...sides })
  if (change === 'not-understood')
    return t('parallel.parameter-both', {
      before: before ?? quoted({ t }, wording?.before),
      after: after ?? quoted({ t }, wording?.after),
      ...sides,
      direction,
    })
  if (wording && !isNamed)
    return t('parallel.parameter-reworded', { ...wording, ...sides, direction })
  return before && after
    ? t('parallel.parameter-both', { before, after, ...sides, direction })
    : t('compare.parameter-single', { parameter: after ?? before ?? '', direction })
}

/** What the difference of a control parameter means for what is controlled. */
export function meaningWords(
  { t }: Pick<Words, 't'>,
  { change, wording, whole }: ParameterDifference,
  sides: TwoSides | null,
): string {
  if (whole && isOneSided(change))
    return sides
      ? t(`parallel.meaning.whole-${change}`, { whole, ...sides })
      : t(`compare.meaning.whole-${change}`, { whole })
  const direction = directionOf(change, wording !== null)
  return sides
    ? t(`parallel.meaning.${direction}`, { ...sides })
    : t(`compare.meaning.${direction}`)
}

function quoted({ t }: Pick<Words, 't'>, words: string | undefined): string {
  return words ? t('compare.parameter-words', { words }) : t('compare.nothing')
}

function isOneSided(change: ParameterDifference['change']): change is 'added' | 'removed' {
  return change === 'added' || change === 'removed'
}

/** The same amount with other words is a narrower or wider control, not another threshold. */
function directionOf(change: ParameterDifference['change'], isReworded: boolean) {
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

/** Whether nothing in the other text corresponds to a line: then all its words are of one text only. */
export function standsAlone({ elements, parting }: ComparedLine): boolean {
  return (elements.before === null || elements.after === null) && parting === null
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

/** What the line is called, in words; in two texts side by side, what the one has and the other has not. */
export function stateWords(
  { t }: Pick<Words, 't'>,
  state: Exclude<ChangeState, 'same'>,
  sides: TwoSides | null,
): string {
  return sides ? t(`parallel.status.${state}`, { ...sides }) : t(`compare.status.${state}`)
}

/** `3B801.a was split into 3B801.a and 3B801.b`; null for a line that was not parted. */
export function partingWords(
  { t, list }: Words,
  { parting }: ComparedLine,
  nameOf: (name: PlaceName) => string,
  sides: TwoSides | null = null,
): string | null {
  if (!parting) return null
  const names = (side: 'before' | 'after') => list(parting[side].map(nameOf))
  const places = { before: names('before'), after: names('after') }
  return sides
    ? t('parallel.parting', { ...places, ...sides })
    : t(`compare.parting.${parting.kind}`, places)
}
