import { stances } from '#app/measures/comment.ts'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { PositionsPage } from '#app/queries/positions-page.server.ts'
import type { Standing } from '#app/queries/standings.server.ts'

/** A position, and whose it is. */
export interface Stated {
  readonly delegation: DelegationCode
  readonly standing: Standing
}

/** Who stands where, provision by provision, the whole first; in protocol order. */
export function provisionsOf(
  { t }: Pick<LocaleFormat, 't'>,
  { entries, standings }: Pick<PositionsPage, 'entries' | 'standings'>,
) {
  const known = new Set(entries.map(({ code }) => code))
  // An entry may have gone since something was said on it.
  const gone = [...new Set(standings.flatMap(({ byEntry }) => Object.keys(byEntry)))]
    .filter((code) => !known.has(code))
    .map((code) => ({ code, heading: '' }))
  const on = (pick: (of: PositionsPage['standings'][number]) => Standing | null | undefined) =>
    standings.flatMap((of): Stated[] => {
      const standing = pick(of)
      return standing ? [{ delegation: of.delegation, standing }] : []
    })
  return [
    { name: t('positions.whole'), stated: on(({ whole }) => whole) },
    ...[...entries, ...gone].map(({ code, heading }) => ({
      name: heading === '' ? code : t('positions.on-entry', { code, heading }),
      stated: on(({ byEntry }) => byEntry[code]),
    })),
  ]
}

/**
 * Without names nothing may tell them: the order is that of what is said, all of it. Those that say the same
 * are not told apart by their places, whatever their order was.
 */
export function withoutNames(stated: readonly Stated[]): Stated[] {
  return stated.toSorted(({ standing: a }, { standing: b }) => {
    const [one, other] = [saidBy(a), saidBy(b)]
    return (
      stances.indexOf(a.stance) - stances.indexOf(b.stance) ||
      (one < other ? -1 : one > other ? 1 : 0)
    )
  })
}

function saidBy({ reasons, intentions, version, isStale, isSuperseded }: Standing): string {
  return JSON.stringify([reasons, [...intentions].toSorted(), version, isStale, isSuperseded])
}
