import type { VersionKind } from '#app/measures/measure.ts'
import type { ComparedLine } from '#app/queries/compared-lines.ts'
import { useLocale } from '../locale.tsx'
import { ScrollingFigure } from '../scrolling-figure.tsx'
import { isChange, stateOf, type TwoSides } from './change-words.ts'
import {
  ComparedWords,
  earlierId,
  lineId,
  type LineProps,
  StateOfLine,
  stepProps,
} from './compared-words.tsx'
import { usePlaceNames } from './place-name.ts'
import { type ComparedTable, inTables } from './redline-tables.ts'

export interface ComparedTexts {
  lines: readonly ComparedLine[]
  /** Of the later text: how its sections are called, and what it is written in. */
  kind: VersionKind
  language: string
  /** Where neither came before the other. */
  sides?: TwoSides | null
}

interface RedlineProps {
  texts: ComparedTexts
  /** Leaves out what stayed as it was. */
  isShort: boolean
}

/** Two texts in one: what went, what came, and what stayed. */
export function Redline({ texts, isShort }: RedlineProps) {
  const { kind, language, sides = null } = texts
  // Alone, what changed in a table is named by its place; what did not shows it.
  const parts = isShort ? texts.lines.filter(isChange) : inTables(texts.lines)
  return (
    <ol className="redline" lang={language}>
      {parts.map((part) =>
        'rows' in part ? (
          <Table key={part.id} table={part} kind={kind} sides={sides} />
        ) : (
          <Line key={part.id} kind={kind} line={part} sides={sides} />
        ),
      )}
    </ol>
  )
}

function Line({ kind: versionKind, line, sides }: LineProps) {
  const { nameOf, sectionName } = usePlaceNames(versionKind)
  const { kind, name, runs } = line
  if (runs.length === 0 && !isChange(line) && kind !== 'section') return null
  if (kind === 'section') {
    return (
      <li id={lineId(line)} className="redline__section" {...stepProps(line)}>
        <h3>
          {sectionName(name.section)} <StateOfLine line={line} sides={sides} />
        </h3>
      </li>
    )
  }
  return (
    <li id={lineId(line)} className={lineClass(line)} {...stepProps(line)}>
      <p id={earlierId(line)} className="redline__place">
        {name.provision || name.note || name.cell ? nameOf(name) : ''}
      </p>
      <div>
        <ComparedWords kind={versionKind} line={line} sides={sides} />
      </div>
    </li>
  )
}

interface TableProps {
  table: ComparedTable
  kind: VersionKind
  sides: TwoSides | null
}

function Table({ table: { name, rows }, kind, sides }: TableProps) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames(kind)
  const place = nameOf({ ...name, kind: 'point', cell: null })
  const title = t('text.table-of', { place, ordinal: name.cell?.table ?? 1 })
  return (
    <li className="redline__line">
      <p className="redline__place">{title}</p>
      <ScrollingFigure className="redline__table" label={title}>
        <table>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={`${row}`}>
                {cells.map((lines, cell) => (
                  <td key={`${cell}`}>
                    {lines.map((line) => (
                      <CellLine key={line.id} kind={kind} line={line} sides={sides} />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingFigure>
    </li>
  )
}

function CellLine({ kind, line, sides }: LineProps) {
  return (
    <div id={lineId(line)} className={lineClass(line)} {...stepProps(line)}>
      <span id={earlierId(line)} />
      <ComparedWords kind={kind} line={line} sides={sides} />
    </div>
  )
}

function lineClass(line: ComparedLine): string {
  return `redline__line redline__line--${stateOf(line)}`
}
