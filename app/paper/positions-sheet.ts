import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { tableOrder } from '#app/measures/table-order.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { PositionsPage } from '#app/queries/positions-page.server.ts'
import { headOf } from './head.ts'
import { provisionsOf, type Stated, withoutNames } from './positions-by-provision.ts'
import { cell, type CellLine, type Sheet, type SheetRow } from './sheet.ts'

export interface PositionsChoice {
  readonly isAttributed: boolean
  /** The states that stand first, where it is not protocol order. */
  readonly first: readonly DelegationCode[]
}

/** Positions in the Council's manner: provision by provision, and under each who stands where. */
export function positionsSheet(
  words: LocaleFormat,
  page: PositionsPage,
  choice: PositionsChoice,
  now: Date,
): Sheet {
  const { t } = words
  const { isAttributed } = choice
  const head = headOf(words, page, now, t('positions.title'))
  const rows = provisionsOf(words, page).flatMap(({ name, stated }): SheetRow[] =>
    stated.length === 0
      ? []
      : [
          { kind: 'group', text: name },
          ...inOrder(stated, choice).map((one): SheetRow => ({
            kind: 'cells',
            cells: cellsOf(words, page, one, isAttributed),
          })),
        ],
  )
  return {
    head: { ...head, facts: [...head.facts, ...factsOf(words, page, choice)] },
    columns: [
      ...(isAttributed ? [{ title: t('positions.state'), width: 10 }] : []),
      { title: t('paper.position'), width: 18 },
      { title: t('positions.reasons'), width: 42 },
      { title: t('paper.intends'), width: 18 },
      { title: t('paper.stated'), width: 12 },
    ],
    rows,
    empty: t('positions.none'),
  }
}

function inOrder(stated: readonly Stated[], { isAttributed, first }: PositionsChoice): Stated[] {
  if (isAttributed) {
    const order = tableOrder(first)
    return stated.toSorted((a, b) => order.indexOf(a.delegation) - order.indexOf(b.delegation))
  }
  return withoutNames(stated)
}

function cellsOf(
  { t, date }: LocaleFormat,
  page: PositionsPage,
  { delegation, standing }: Stated,
  isAttributed: boolean,
): CellLine[][] {
  const { stance, reasons, intentions, version, at, isStale, isSuperseded } = standing
  const on =
    version === page.version.number
      ? []
      : cell(t(isStale ? 'comments.stale' : 'comments.on-version', { number: version }), 'soft')
  return [
    ...(isAttributed ? [cell(delegation, 'bold')] : []),
    [
      ...cell(t(`terms.stance.${stance}`), 'bold'),
      ...(isSuperseded ? cell(t('positions.superseded'), 'soft') : []),
    ],
    cell(reasons),
    intentions.flatMap((intention) => cell(t(`terms.intention.${intention}`))),
    // A day can tell who spoke on it.
    isAttributed ? [...cell(date(at)), ...on] : on,
  ]
}

function factsOf(
  words: LocaleFormat,
  { standings, delegation, owner }: PositionsPage,
  { isAttributed, first }: PositionsChoice,
): string[] {
  const { t, list } = words
  const silent = standings
    .filter(({ whole, byEntry }) => !whole && Object.keys(byEntry).length === 0)
    .map((one) => one.delegation)
  const order = tableOrder(first)
  return [
    t(isAttributed ? 'positions.attributed' : 'positions.unattributed'),
    ...(delegation === owner ? [] : [t('comments.positions-others')]),
    ...(isAttributed && first.length > 0 ? [t('paper.order', { order: order.join(' ') })] : []),
    ...(isAttributed && silent.length > 0
      ? [
          t('paper.not-answered', {
            states: list(silent.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))),
          }),
        ]
      : []),
  ]
}
