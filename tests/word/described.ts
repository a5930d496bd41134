import type { ContentMark, ContentNode } from '#app/text/content.ts'
import { letteredPoints, plainText } from '#app/text/content.ts'
import type { WordDocument } from '#app/word/read-word.ts'
import type { Expected } from './shapes.ts'

/** What was read of a document, in the words of `Expected`. */
export function described(document: WordDocument): Required<Expected> {
  const { content, proposals, comments, notTaken } = document
  const plain = plainText(content)
  const shown = (text: string) => text.replaceAll('\n', '⏎')
  const words = ({ from, to }: { from: number; to: number }) => shown(plain.slice(from, to))
  return {
    text: (content.content ?? []).flatMap((section) => [
      ...(section.content?.length && section.attrs?.key !== 'risk'
        ? [`# ${section.attrs?.key}`]
        : []),
      ...(section.content ?? []).flatMap((node) => linesIn(node)),
    ]),
    proposals: proposals.map(
      ({ author, before, after, isMove, ...span }) =>
        `${author} on "${words(span)}": ${isMove ? 'moved ' : ''}[${shown(before)}] → [${shown(after)}]`,
    ),
    said: comments.map(({ author, at, answers, isResolved, place, text }) =>
      [
        author,
        at?.slice(0, 10),
        ...(answers === null ? [] : [`answers ${answers}`]),
        ...(isResolved ? ['settled'] : []),
        `on ${place ? `"${words(place)}"` : 'nothing'}: ${shown(text)}`,
      ].join(' '),
    ),
    notTaken: notTaken.map(
      ({ kind, count, samples, authors = [] }) =>
        `${kind} ${count}${authors.length > 0 ? ` by ${authors.join(', ')}` : ''}${samples.length > 0 ? `: ${samples.join(', ')}` : ''}`,
    ),
  }
}

function linesIn(node: ContentNode, path = ''): string[] {
  const children = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return [marked(node)]
    case 'entryHeading':
      return [`## ${marked(node)}`]
    case 'entry': {
      const [first = '', ...rest] = inside(node)
      return [`${String(node.attrs?.code)} ${first}`, ...rest]
    }
    case 'note':
      return inside(node).map((line, place) =>
        place === 0 ? `${String(node.attrs?.kind)} ${line}` : line,
      )
    case 'bulletList':
      return children.flatMap((item) => inside(item)).map((line) => `• ${line}`)
    case 'orderedList':
      return children.flatMap((item) => inside(item)).map((line) => `1) ${line}`)
    case 'tableRow':
      return [
        [node.attrs?.isHeader === true ? '|=' : '|', children.map(shownCell).join(' | '), '|'].join(
          ' ',
        ),
      ]
    default:
      return inside(node)
  }

  function inside(parent: ContentNode): string[] {
    const depth = path === '' ? 0 : path.split('.').length
    const labels = new Map(letteredPoints(parent, depth).map((one) => [one.node, one.label]))
    return (parent.content ?? []).flatMap((child) => {
      const label = labels.get(child)
      if (label === undefined) return linesIn(child, child.type === 'note' ? '' : path)
      const own = path === '' ? label : `${path}.${label}`
      const [first = '', ...rest] = child.attrs?.notUsed ? ['(not used)'] : linesIn(child, own)
      return [`${own}. ${first}`, ...rest]
    })
  }
}

/** Its lines side by side, and over how much it goes: `Both / more (2 columns)`. */
function shownCell(cell: ContentNode): string {
  const lines = (cell.content ?? []).flatMap((node) => linesIn(node)).join(' / ')
  const spans = (['columns', 'rows'] as const).flatMap((unit) => {
    const count = cell.attrs?.[unit === 'columns' ? 'colspan' : 'rowspan']
    return count === undefined ? [] : [`${count} ${unit}`]
  })
  return [lines, ...(spans.length > 0 ? [`(${spans.join(', ')})`] : [])].join(' ')
}

const around: Readonly<Record<string, [string, string]>> = {
  bold: ['**', '**'],
  italic: ['_', '_'],
  superscript: ['^{', '}'],
  subscript: ['_{', '}'],
}

function marked(line: ContentNode): string {
  return (line.content ?? [])
    .map(({ text = '', marks = [] }) => marks.reduce((words, mark) => withMark(words, mark), text))
    .join('')
}

function withMark(words: string, { type, attrs }: ContentMark): string {
  if (type === 'link') return `<${String(attrs?.href)}>${words}</>`
  const [before = '', after = ''] = around[type] ?? []
  return `${before}${words}${after}`
}
