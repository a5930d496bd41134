import type { VersionKind } from '#app/measures/measure.ts'
import { attributeWords } from '#app/paper/attribute-words.ts'
import type { ComparedLine } from '#app/queries/compared-lines.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import {
  type ChangeState,
  isChange,
  parameterWords,
  partingWords,
  standsAlone,
  stateOf,
  stateWords,
  type TwoSides,
} from './change-words.ts'
import { usePlaceNames } from './place-name.ts'

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
  const lines = texts.lines.filter((line) => !isShort || isChange(line))
  return (
    <ol className="redline" lang={texts.language}>
      {lines.map((line) => (
        <Line key={line.id} kind={texts.kind} line={line} sides={texts.sides ?? null} />
      ))}
    </ol>
  )
}

/** By the element of the later text; of what is gone, by that of the earlier one. */
export function lineId({ elements: { before, after } }: ComparedLine): string {
  return after ? `is-${after}` : `was-${before}`
}

function earlierId({ elements: { before, after } }: ComparedLine): string | undefined {
  return before && after ? `was-${before}` : undefined
}

/** What a line that says that something changed is stepped to by: `useChangeSteps`. */
function stepProps(line: ComparedLine) {
  return isChange(line) ? { 'data-change': line.id, tabIndex: -1 } : {}
}

interface LineProps {
  kind: VersionKind
  line: ComparedLine
  sides: TwoSides | null
}

function Line({ kind: versionKind, line, sides }: LineProps) {
  const { t, list } = useLocale()
  const { nameOf, sectionName } = usePlaceNames(versionKind)
  const { kind, name, runs } = line
  if (runs.length === 0 && !isChange(line) && kind !== 'section') return null
  const state = stateOf(line)
  const label = state !== 'same' && (
    <StatusLabel tone={tones[state]}>{stateWords({ t }, state, sides)}</StatusLabel>
  )
  if (kind === 'section') {
    return (
      <li id={lineId(line)} className="redline__section" {...stepProps(line)}>
        <h3>
          {sectionName(name.section)} {label}
        </h3>
      </li>
    )
  }
  const parting = partingWords({ t, list }, line, nameOf, sides)
  // Between two texts of which neither came first, the label says of a whole line whose it is.
  const isPlain = sides !== null && standsAlone(line)
  return (
    <li id={lineId(line)} className={`redline__line redline__line--${state}`} {...stepProps(line)}>
      <p id={earlierId(line)} className="redline__place">
        {name.provision || name.note ? nameOf(name) : ''}
      </p>
      <div>
        {label}
        {parting && <p className="redline__parting">{parting}</p>}
        <p className="redline__words">
          {runs.map((run, index) =>
            isPlain ? <span key={`${index}`}>{run.text}</span> : <Run key={`${index}`} run={run} />,
          )}
        </p>
        <Attributes line={line} />
        <Parameters line={line} sides={sides} />
      </div>
    </li>
  )
}

const tones = {
  changed: 'attention',
  added: 'good',
  removed: 'bad',
  moved: 'neutral',
  renumbered: 'neutral',
  relettered: 'neutral',
  split: 'attention',
  joined: 'attention',
} as const satisfies Record<Exclude<ChangeState, 'same'>, string>

function Run({ run: { kind, text } }: { run: ComparedLine['runs'][number] }) {
  if (kind === 'added') return <ins>{text}</ins>
  if (kind === 'removed') return <del>{text}</del>
  return <>{text}</>
}

function Attributes({ line: { attributes } }: { line: ComparedLine }) {
  const locale = useLocale()
  if (attributes.length === 0) return null
  return (
    <ul className="redline__attributes">
      {attributes.map(({ name, before, after }) => (
        <li key={name}>
          {locale.t(`compare.attribute.${name}`)}: <del>{attributeWords(locale, name, before)}</del>{' '}
          <ins>{attributeWords(locale, name, after)}</ins>
        </li>
      ))}
    </ul>
  )
}

function Parameters({ line: { parameters }, sides }: Omit<LineProps, 'kind'>) {
  const locale = useLocale()
  if (parameters.length === 0) return null
  return (
    <ul className="redline__attributes" lang={locale.locale}>
      {parameters.map((parameter, index) => (
        <li key={`${index}`}>{parameterWords(locale, parameter, sides)}</li>
      ))}
    </ul>
  )
}
