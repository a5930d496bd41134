import type { MemberStateCode } from '#app/measures/delegation-codes.ts'
import type { CompilationKind } from '#app/measures/compilation-kinds.ts'
import type { CoverageExtent } from '#app/measures/article-10.ts'
import { type DemoList, type KnownDay, read } from './list.ts'
import { netherlands, netherlands2024, netherlands2025 } from './netherlands.ts'
import {
  denmark,
  denmark2025,
  france,
  france2025,
  germany,
  italy,
  lithuania,
  spain,
} from './others.ts'

/** A list with its amendments, in the order in which they were adopted. */
export interface History {
  readonly list: DemoList
  readonly amendments: readonly DemoList[]
  /**
   * Whether it must have been notified to the Commission, as the compilation names it. On which day that
   * was, how, and with which words is not known of any list.
   */
  readonly isNotified: boolean
}

export const histories: readonly History[] = [
  { list: netherlands, amendments: [netherlands2024, netherlands2025], isNotified: true },
  { list: spain, amendments: [], isNotified: true },
  { list: france, amendments: [france2025], isNotified: true },
  { list: italy, amendments: [], isNotified: false },
  { list: germany, amendments: [], isNotified: false },
  { list: denmark, amendments: [denmark2025], isNotified: false },
  { list: lithuania, amendments: [], isNotified: false },
]

/** An edition of the compilation; `names` those of its entries that are known here, by issuer and code. */
export interface Publication {
  readonly kind: CompilationKind
  readonly ojReference: string
  readonly publishedOn: KnownDay
  readonly note: string
  readonly names: readonly { readonly issuer: MemberStateCode; readonly code: string }[]
}

const annualReport = 'COM(2025) 19 final, 3.10'

export const publications: readonly Publication[] = [
  {
    kind: 'compilation',
    ojReference: 'C/2023/441',
    publishedOn: read('2023-10-20', 'OJ C, C/2023/441, 20.10.2023'),
    note: 'Lists of Spain and the Netherlands.',
    names: [
      { issuer: 'ES', code: '1B1901' },
      { issuer: 'NL', code: '3B1001' },
    ],
  },
  {
    kind: 'update',
    // Its number has not been established: the series and the day are all that is known of it.
    ojReference: 'OJ C, 27.9.2024',
    publishedOn: read('2024-09-27', annualReport),
    note: 'France was added. The number of this edition is not established.',
    names: [
      { issuer: 'ES', code: '1B1901' },
      { issuer: 'NL', code: '3B1001' },
      { issuer: 'FR', code: '' },
    ],
  },
]

/** Delegated Regulation (EU) 2025/2003: the new Annex I. */
export const annexI2025: KnownDay = {
  on: '2025-11-15',
  label: 'V2',
  source: 'Delegated Regulation (EU) 2025/2003, published 14.11.2025',
}

/**
 * What it took over of the Dutch list. Of Annex I the thresholds are given as far as they were read, in
 * words of ours; where it has none, the comparison of the texts as a whole gave the extent.
 */
export const coverage2025: readonly {
  readonly point: string
  readonly annexICode: string
  readonly annexIWords: string
  readonly extent: CoverageExtent
}[] = [
  {
    point: 'f.5',
    annexICode: '3B501.f.1.b',
    annexIWords:
      'light source wavelength equal to or longer than 193 nm\nresolvable feature size of 45 nm or less\noverlay equal to or less than 1.50 nm',
    extent: 'wholly',
  },
  {
    point: 'a.4',
    annexICode: '3B501.a.4',
    annexIWords: 'deposition below 685 °C',
    extent: 'partly',
  },
  {
    point: 'd.1',
    annexICode: '3B501.n.1.c',
    annexIWords: 'a precursor vessel that operates at 30 °C or more',
    extent: 'wholly',
  },
  { point: 'd.2', annexICode: '3B501.n.5', annexIWords: '', extent: 'wholly' },
  { point: 'l', annexICode: '3B501.m', annexIWords: '', extent: 'wholly' },
  { point: 'f.6', annexICode: '', annexIWords: '', extent: 'not' },
]
