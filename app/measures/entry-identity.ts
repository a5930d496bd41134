import { parseCode, formatCode } from '#app/text/code.ts'
import type { ContentMark, ContentNode } from '#app/text/content.ts'
import type { Json } from '#app/text/canonical.ts'
import { delegationCodes, type DelegationCode } from './delegation-codes.ts'
import { referenceInAddress } from './measure.ts'

/**
 * What names an entry among those of its issuer, from edition to edition: its code, however it was
 * spelled. Null where the text gives none.
 */
export function codeKey(code: string): string | null {
  return formatCode(parseCode(code)).replaceAll(/\s+/g, ' ') || null
}

/** Names an entry without a code: by the file of its list and a number in it. */
export function uncodedKey(listReference: string, number: number): string {
  return `${referenceInAddress(listReference)}-${number}`
}

const ranks = { entry: '0', tariff: '1', other: '2', missing: '3' } as const

/**
 * Sorts as the compilation does: issuers in protocol order, then codes in the order of
 * `compareCodes`, as plain bytes (COLLATE "C").
 */
export function registerOrder(issuer: DelegationCode, code: string): string {
  const place = String(delegationCodes.indexOf(issuer)).padStart(2, '0')
  const read = parseCode(code)
  const rest =
    read.kind === 'entry'
      ? [
          `${read.category}${read.group}`,
          padded(read.digits),
          ...read.subpoints.map((part) =>
            /^\d/.test(part) ? padded(part) : `${part.length}${part}`,
          ),
        ].join('.')
      : formatCode(read)
  return `${place}:${ranks[read.kind]}:${rest}`
}

function padded(digits: string): string {
  return digits.padStart(6, '0')
}

/** Attributes by which nodes are followed, and marks that say how words are read. */
const ofTheEditor: ReadonlySet<string> = new Set(['id', 'splitFrom'])
const readings: ReadonlySet<string> = new Set(['parameter', 'reference'])

/**
 * What an entry says, without what does not belong to its wording: ids, and which words are marked
 * as a control parameter or as a reference. Two editions that say the same give the same value.
 */
export function wordingOf(node: ContentNode): Json {
  const attrs = Object.entries(node.attrs ?? {}).filter(
    ([name, value]) => !ofTheEditor.has(name) && value !== null && value !== '' && value !== false,
  )
  return {
    type: node.type,
    ...(attrs.length > 0 && { attrs: Object.fromEntries(attrs) }),
    ...(node.content && node.content.length > 0 && { content: wordingOfAll(node.content) }),
  }
}

function wordingOfAll(nodes: readonly ContentNode[]): Json[] {
  const result: Json[] = []
  let run: { text: string; marks: string } | null = null
  const close = () => {
    if (run) result.push([run.text, run.marks])
    run = null
  }
  for (const node of nodes) {
    if (node.type !== 'text') {
      close()
      result.push(wordingOf(node))
      continue
    }
    const marks = (node.marks ?? []).filter(({ type }) => !readings.has(type)).map(markName)
    const key = marks.sort().join(' ')
    if (run && run.marks === key) run.text += node.text ?? ''
    else {
      close()
      run = { text: node.text ?? '', marks: key }
    }
  }
  close()
  return result
}

function markName({ type, attrs }: ContentMark): string {
  return typeof attrs?.href === 'string' ? `${type}:${attrs.href}` : type
}
