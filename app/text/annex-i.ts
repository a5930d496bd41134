/**
 * How Annex I of Regulation (EU) 2021/821 orders its entries, as facts. National lists borrow the
 * order, not the numbers: an entry is identified by issuer, code and version.
 */

export const categories = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export type Category = (typeof categories)[number]

/** A equipment, B test and production, C materials, D software, E technology. */
export const groups = ['A', 'B', 'C', 'D', 'E'] as const
export type Group = (typeof groups)[number]

/** Where an entry comes from, told by the three digits of its code. */
export interface Series {
  readonly name:
    | 'wassenaar'
    | 'missile-technology'
    | 'nuclear-suppliers'
    | 'australia-group'
    | 'chemical-weapons'
    | 'uniform-2025'
    | 'national-800'
    | 'national-900'
  readonly from: number
  readonly to: number
  /** Whether numbers of this series stand in Annex I, so that a national entry should not bear one. */
  readonly isAnnexI: boolean
}

/**
 * The ranges as the Croatian ministry explains them; 500 to 599 in Annex I since Delegated
 * Regulation (EU) 2025/2003; 800 to 899 as the Netherlands use them. No source was found for the
 * numbers in between.
 */
export const series: readonly Series[] = [
  { name: 'wassenaar', from: 0, to: 99, isAnnexI: true },
  { name: 'missile-technology', from: 100, to: 199, isAnnexI: true },
  { name: 'nuclear-suppliers', from: 200, to: 299, isAnnexI: true },
  { name: 'australia-group', from: 300, to: 399, isAnnexI: true },
  { name: 'chemical-weapons', from: 400, to: 499, isAnnexI: true },
  { name: 'uniform-2025', from: 500, to: 599, isAnnexI: true },
  { name: 'national-800', from: 800, to: 899, isAnnexI: false },
  { name: 'national-900', from: 901, to: 999, isAnnexI: false },
]

/**
 * The series of a code by its digits. Four digits (Spain's `1B1901`, the Netherlands' `3B1001`) are
 * in use and legal, but no source says what they mean: null, as for numbers outside all ranges.
 */
export function seriesOf(digits: string): Series | null {
  if (!/^\d{3}$/.test(digits)) return null
  const number = Number(digits)
  return series.find(({ from, to }) => from <= number && number <= to) ?? null
}
