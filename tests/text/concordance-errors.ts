import type { DifferenceKind } from '#app/text/concordance.ts'
import { type ContentNode, idOf, isTextblock, lineOf } from '#app/text/content.ts'

/** Errors as translators and typesetters make them, to be planted in a correct text. */

export interface PlantedError {
  readonly name: string
  readonly kind: DifferenceKind
  readonly isStructure?: true
  /** What is replaced, and by what. */
  readonly pattern?: RegExp
  readonly replace?: (written: string) => string
}

const others: Readonly<Record<string, string>> = { '≤': '<', '<': '≤', '≥': '>', '>': '≥' }
const otherUnits: Readonly<Record<string, string>> = {
  nm: 'µm',
  µW: 'nW',
  kN: 'N',
  'cm³': 'mm³',
  K: '°C',
  '°C': 'K',
  Torr: 'Pa',
  eV: 'V',
  h: 's',
}

export const errors: readonly PlantedError[] = [
  {
    name: 'a point for a comma',
    kind: 'separator',
    pattern: /\d,\d/g,
    replace: (written) => written.replace(',', '.'),
  },
  {
    name: 'a sign for another',
    kind: 'operator',
    pattern: /[≤<≥>](?= \d)/g,
    replace: (written) => others[written] ?? '',
  },
  {
    name: 'a unit for another',
    kind: 'unit',
    pattern: /(?<=\d )(?:nm|µW|kN|cm³|K|°C|Torr|eV|h)(?!\p{L})/gu,
    replace: (written) => otherUnits[written] ?? '',
  },
  {
    name: 'a power for another',
    kind: 'exponent',
    pattern: /(?<=10)⁻[⁴³]/g,
    replace: () => '⁻⁵',
  },
  {
    name: 'a power that is no longer raised',
    kind: 'exponent',
    pattern: /(?<=10)⁻⁴/g,
    replace: () => '-4',
  },
  {
    name: 'a code for another',
    kind: 'code',
    pattern: /3B001(?:\.f\.1\.b|f1b)|2B910|3B999\.?a/g,
    replace: (written) => written.replace('3B', '3A').replace('910', '901'),
  },
  {
    name: 'a figure for another',
    kind: 'number',
    pattern: /(?<=[\d ])\d(?= (?:nm|kN|Torr|eV|cm³))/g,
    replace: (written) => String((Number(written) + 1) % 10),
  },
  {
    name: 'a substance for another',
    kind: 'formula',
    pattern: /SiGe|TiAlC/g,
    replace: (written) => (written === 'SiGe' ? 'SiC' : 'TiAl'),
  },
  { name: 'a point that is missing', kind: 'missing', isStructure: true },
]

interface Planted {
  readonly entry: ContentNode
  /** What is to be told of it: the kind of difference and the place. */
  readonly told: readonly (readonly [DifferenceKind, string])[]
}

/** The entry with the error in one of the places that it fits; null where there is none. */
export function plantedIn(entry: ContentNode, error: PlantedError, where: number): Planted | null {
  return error.isStructure ? withoutPoint(entry, where) : withOther(entry, error, where)
}

function withOther(entry: ContentNode, error: PlantedError, where: number): Planted | null {
  const { pattern, replace, kind } = error
  if (!pattern || !replace) return null
  const places = linesOf(entry).flatMap(({ line, parent }) =>
    (line.content ?? []).flatMap((run, index) =>
      [...textOf(run).matchAll(pattern)].map((match) => ({ line, parent, index, match })),
    ),
  )
  const place = places[where % Math.max(places.length, 1)]
  if (!place) return null
  const { line, parent, index, match } = place
  const at = match.index
  return {
    entry: changed(entry, idOf(line), (node) => ({
      ...node,
      content: (node.content ?? []).map((run, n) => {
        if (n !== index) return run
        const text = textOf(run)
        return {
          ...run,
          text: text.slice(0, at) + replace(match[0]) + text.slice(at + match[0].length),
        }
      }),
    })),
    told: [[kind, line.type === 'entryHeading' ? idOf(line) : parent]],
  }
}

/** The last point of its list, so that no other takes its letter. */
function withoutPoint(entry: ContentNode, where: number): Planted | null {
  const last = pointsOf(entry)
  const gone = last[where % Math.max(last.length, 1)]
  if (!gone) return null
  const drop = (node: ContentNode): ContentNode => ({
    ...node,
    ...(node.content && { content: node.content.filter((child) => child !== gone).map(drop) }),
  })
  return { entry: drop(entry), told: [['missing', idOf(gone)]] }
}

function pointsOf(node: ContentNode): ContentNode[] {
  const points = (node.content ?? []).filter(({ type }) => type === 'point')
  return [...points.slice(-1), ...points.flatMap(pointsOf)]
}

function linesOf(node: ContentNode): { line: ContentNode; parent: string }[] {
  return (node.content ?? []).flatMap((child) =>
    isTextblock(child)
      ? lineOf(child) === ''
        ? []
        : [{ line: child, parent: idOf(node) }]
      : linesOf(child),
  )
}

function changed(
  node: ContentNode,
  id: string,
  change: (node: ContentNode) => ContentNode,
): ContentNode {
  if (idOf(node) === id) return change(node)
  return {
    ...node,
    ...(node.content && { content: node.content.map((child) => changed(child, id, change)) }),
  }
}

function textOf({ text = '' }: ContentNode): string {
  return text
}
