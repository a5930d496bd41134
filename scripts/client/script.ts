import * as Y from 'yjs'
import { Refused, type Draft } from './draft.ts'

export type Step =
  | { do: 'line'; number: number }
  | { do: 'type'; words: string }
  | { do: 'delete'; count: number }
  | { do: 'wait'; words: string }
  | { do: 'print' }

export function readScript(script: string): Step[] {
  return script
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const step = readStep(line)
      if (!step) throw new Refused(`line ${index + 1} of the script says nothing known: ${line}`)
      return step
    })
}

function readStep(line: string): Step | null {
  const [, word, rest = ''] = /^\s*(\w+)(?: (.*))?$/.exec(line) ?? []
  const number = /^[1-9]\d*$/.test(rest) ? Number(rest) : null
  switch (word) {
    case 'line':
      return number === null ? null : { do: 'line', number }
    case 'delete':
      return number === null ? null : { do: 'delete', count: number }
    case 'type':
      return rest === '' ? null : { do: 'type', words: rest }
    case 'wait':
      return rest === '' ? null : { do: 'wait', words: rest }
    case 'print':
      return rest === '' ? { do: 'print' } : null
    default:
      return null
  }
}

/** Does one step after the other. The caret stays where it is when others write before it. */
export async function perform(
  script: readonly Step[],
  draft: Draft,
  say: (line: string) => void,
): Promise<void> {
  let caret = caretAtLine(draft, 1)
  for (const step of script) {
    switch (step.do) {
      case 'line':
        caret = caretAtLine(draft, step.number)
        break
      case 'type':
        draft.write(() => {
          const { words, index } = placeOf(draft, caret)
          words.insert(index, step.words)
        })
        break
      case 'delete':
        draft.write(() => {
          const { words, index } = placeOf(draft, caret)
          const start = Math.max(index - step.count, 0)
          words.delete(start, index - start)
        })
        break
      case 'wait':
        await draft.until(() => linesOf(draft).some(({ line }) => line.includes(step.words)))
        break
      case 'print':
        for (const { line } of linesOf(draft)) say(line)
    }
  }
}

/** At the end of a line, and after whatever is typed there. */
function caretAtLine(draft: Draft, number: number): Y.RelativePosition {
  const place = linesOf(draft)[number - 1]
  if (!place) throw new Refused(`the text has no line ${number}`)
  return Y.createRelativePositionFromTypeIndex(place.words, place.words.length)
}

function placeOf({ doc }: Draft, caret: Y.RelativePosition): { words: Y.XmlText; index: number } {
  const place = Y.createAbsolutePositionFromRelativePosition(caret, doc)
  if (!(place?.type instanceof Y.XmlText)) throw new Refused('the line of the caret is gone')
  return { words: place.type, index: place.index }
}

interface Line {
  words: Y.XmlText
  line: string
}

/** The lines that have words, in the order in which they are read. */
function linesOf({ text }: Draft): Line[] {
  const lines: Line[] = []
  for (const node of text.createTreeWalker(() => true)) {
    if (!(node instanceof Y.XmlText)) continue
    const runs: { insert: unknown }[] = node.toDelta()
    const line = runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
    if (line !== '') lines.push({ words: node, line })
  }
  return lines
}
