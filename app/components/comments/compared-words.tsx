import { attributeWords } from '#app/paper/attribute-words.ts'
import type { VersionKind } from '#app/measures/measure.ts'
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

/** By the element of the later text; of what is gone, by that of the earlier one. */
export function lineId({ elements: { before, after } }: ComparedLine): string {
  return after ? `is-${after}` : `was-${before}`
}

export function earlierId({ elements: { before, after } }: ComparedLine): string | undefined {
  return before && after ? `was-${before}` : undefined
}

/** What a line that says that something changed is stepped to by: `useChangeSteps`. */
export function stepProps(line: ComparedLine) {
  return isChange(line) ? { 'data-change': line.id, tabIndex: -1 } : {}
}

export interface LineProps {
  kind: VersionKind
  line: ComparedLine
  sides: TwoSides | null
}

/** What became of a line, its words, and what is said of them. */
export function ComparedWords({ kind: versionKind, line, sides }: LineProps) {
  const { t, list } = useLocale()
  const { nameOf } = usePlaceNames(versionKind)
  const parting = partingWords({ t, list }, line, nameOf, sides)
  // Between two texts of which neither came first, the label says of a whole line whose it is.
  const isPlain = sides !== null && standsAlone(line)
  return (
    <>
      <StateOfLine line={line} sides={sides} />
      {parting && <p className="redline__parting">{parting}</p>}
      <p className="redline__words">
        {line.runs.map((run, index) =>
          isPlain ? <span key={`${index}`}>{run.text}</span> : <Run key={`${index}`} run={run} />,
        )}
      </p>
      <Attributes line={line} />
      <Parameters line={line} sides={sides} />
    </>
  )
}

export function StateOfLine({ line, sides }: Omit<LineProps, 'kind'>) {
  const { t } = useLocale()
  const state = stateOf(line)
  if (state === 'same') return null
  return <StatusLabel tone={tones[state]}>{stateWords({ t }, state, sides)}</StatusLabel>
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
