import type { ParallelComparison } from '#app/queries/parallel-comparison.server.ts'
import type { ComparedLine } from '#app/queries/compared-lines.ts'
import { standsAlone } from '../comments/change-words.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { TableRegion } from '../table.tsx'

/**
 * Two texts side by side, line by line. Words that only one of them says are marked where its line has
 * one that corresponds; of any other line the empty place beside it tells.
 */
export function ParallelSides({ page }: { page: ParallelComparison }) {
  const { t } = useLocale()
  const { ours, theirs } = page
  if (!ours || !theirs) return null
  const lines = page.lines.filter(({ runs, kind }) => runs.length > 0 && kind !== 'section')
  return (
    <TableRegion caption={t('parallel.sides')} isCaptionHidden stacks>
      <thead>
        <tr>
          <th scope="col">{ours.reference}</th>
          <th scope="col">{theirs.reference}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="sides">
            <td data-label={ours.reference} lang={ours.language}>
              <Side line={line} side="before" />
            </td>
            <td data-label={theirs.reference} lang={theirs.language}>
              <Side line={line} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </TableRegion>
  )
}

/** Where a text has no such line, nothing stands; what was split or joined is shown where it went. */
function Side({ line, side }: { line: ComparedLine; side: 'before' | 'after' }) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames('draft')
  const { elements, name, wasNamed, runs } = line
  if (elements[side] === null && line.parting === null) {
    return <span className="soft">{t('parallel.nothing')}</span>
  }
  const left = side === 'before' ? 'added' : 'removed'
  const isAlone = standsAlone(line)
  return (
    <>
      <p className="redline__place">{nameOf(side === 'before' ? (wasNamed ?? name) : name)}</p>
      <p className="redline__words">
        {runs
          .filter(({ kind }) => kind !== left)
          .map(({ kind, text }, index) =>
            kind === 'same' || isAlone ? (
              <span key={`${index}`}>{text}</span>
            ) : (
              <mark key={`${index}`}>{text}</mark>
            ),
          )}
      </p>
    </>
  )
}
