import type { ComparedLine, Comparison } from '#app/queries/comparison.server.ts'
import { useLocale } from '../locale.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { usePlaceNames } from './place-name.ts'

interface RedlineProps {
  comparison: Comparison
  /** Leaves out what stayed as it was. */
  isShort: boolean
}

/** Two versions in one text: what went, what came, and what stayed. */
export function Redline({ comparison, isShort }: RedlineProps) {
  const lines = comparison.lines.filter((line) => !isShort || isChange(line))
  return (
    <ol className="redline" lang={comparison.after.language}>
      {lines.map((line) => (
        <Line key={line.id} comparison={comparison} line={line} />
      ))}
    </ol>
  )
}

/** Whether the line says that something changed; parts of what moved or came say it by themselves. */
export function isChange({ kind, status, isMoved, attributes, runs }: ComparedLine): boolean {
  if (status === 'same' && !isMoved) return false
  const isLine = runs.length > 0
  return isLine || attributes.length > 0 || isMoved || kind === 'entry' || kind === 'section'
}

function Line({ comparison, line }: { comparison: Comparison; line: ComparedLine }) {
  const { t } = useLocale()
  const { nameOf, sectionName } = usePlaceNames(comparison.version.kind)
  const { kind, status, name, runs, isMoved } = line
  if (runs.length === 0 && !isChange(line) && kind !== 'section') return null
  if (kind === 'section') {
    return (
      <li className="redline__section">
        <h3>{sectionName(name.section)}</h3>
      </li>
    )
  }
  const state = status === 'same' && isMoved ? 'moved' : status
  return (
    <li id={`change-${line.id}`} className={`redline__line redline__line--${state}`}>
      <p className="redline__place">{name.provision || name.note ? nameOf(name) : ''}</p>
      <div>
        {state !== 'same' && (
          <StatusLabel tone={tones[state]}>{t(`compare.status.${state}`)}</StatusLabel>
        )}
        <p className="redline__words">
          {runs.map((run, index) => (
            <Run key={`${index}`} run={run} />
          ))}
        </p>
        <Attributes line={line} />
      </div>
    </li>
  )
}

const tones = { changed: 'attention', added: 'good', removed: 'bad', moved: 'neutral' } as const

function Run({ run: { kind, text } }: { run: ComparedLine['runs'][number] }) {
  if (kind === 'added') return <ins>{text}</ins>
  if (kind === 'removed') return <del>{text}</del>
  return <>{text}</>
}

function Attributes({ line: { attributes } }: { line: ComparedLine }) {
  const { t } = useLocale()
  if (attributes.length === 0) return null
  return (
    <ul className="redline__attributes">
      {attributes.map(({ name, before, after }) => (
        <li key={name}>
          {t(`compare.attribute.${name}`)}: <del>{before ?? t('compare.nothing')}</del>{' '}
          <ins>{after ?? t('compare.nothing')}</ins>
        </li>
      ))}
    </ul>
  )
}

/** Control parameters that are read otherwise, with the direction in which they went. */
export function ParameterChanges({ comparison }: { comparison: Comparison }) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames(comparison.version.kind)
  const rows = comparison.lines.flatMap(({ id, name, parameters }) =>
    parameters.map((parameter, index) => ({ key: `${id}-${index}`, id, name, parameter })),
  )
  return (
    <Table
      caption={t('compare.parameters')}
      isCaptionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p className="soft">{t('compare.no-parameters')}</p>}
      columns={[
        {
          key: 'place',
          heading: t('table.place'),
          cell: ({ id, name }) => <a href={`#change-${id}`}>{nameOf(name)}</a>,
        },
        {
          key: 'quantity',
          heading: t('compare.quantity'),
          cell: ({ parameter }) => parameter.quantity,
        },
        {
          key: 'before',
          heading: t('compare.before', { number: comparison.before.number }),
          cell: ({ parameter }) => parameter.before,
        },
        {
          key: 'after',
          heading: t('compare.after', { number: comparison.after.number }),
          cell: ({ parameter }) => parameter.after,
        },
        {
          key: 'change',
          heading: t('compare.direction'),
          cell: ({ parameter }) => t(`compare.parameter.${parameter.change}`),
        },
      ]}
    />
  )
}
