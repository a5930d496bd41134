/**
 * The state diagram in ARCHITECTURE.md, made from the table of transitions.
 * `npx tsx scripts/diagram.ts` writes it there; a test says when it was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { stages, type Stage } from '#app/measures/measure.ts'
import { transitions, type Transition } from '#app/measures/transitions.ts'

const place = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url))
const begin = '<!-- made by scripts/diagram.ts -->'
const end = '<!-- end of what scripts/diagram.ts made -->'

/** A measure moves by what its table says; what keeps its stage stands in a note beside the stage. */
export function diagram(table: readonly Transition[] = transitions): string {
  const arrows = new Map<string, Transition[]>()
  const kept = new Map<Stage, Transition[]>()
  for (const transition of table)
    for (const from of transition.from) {
      const { to } = transition
      if (to === null || to === from) kept.set(from, [...(kept.get(from) ?? []), transition])
      else {
        const arrow = `${from} --> ${to}`
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), transition])
      }
    }
  return [
    'stateDiagram-v2',
    '  [*] --> considering: an early notice is opened',
    '  [*] --> drafting: a file is opened',
    ...[...arrows].map(([arrow, by]) => `  ${arrow}: ${by.map(named).join(', ')}`),
    ...stages.flatMap((stage) => noteOf(stage, kept.get(stage) ?? [])),
  ].join('\n')
}

function noteOf(stage: Stage, kept: readonly Transition[]): string[] {
  if (kept.length === 0) return []
  const lines = kept.map((transition) => `    ${named(transition)}`)
  return [`  note right of ${stage}`, ...lines, '  end note']
}

/** Command, row of the mechanism's table, and whether Union law, national law or nobody asks for it. */
function named({ command, row, nature }: Transition): string {
  return `${command} (${row}, ${nature})`
}

/** The text of ARCHITECTURE.md with the diagram as it is now. */
export function withDiagram(text: string): string {
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined)
    throw new Error(`${place} does not say where the diagram stands`)
  return `${before}${begin}\n\n\`\`\`mermaid\n${diagram()}\n\`\`\`\n\n${end}${after}`
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  writeFileSync(place, withDiagram(readFileSync(place, 'utf8')))
