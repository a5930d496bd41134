import { useRef } from 'react'
import type { CompiledLine } from '#app/queries/compiled-lines.ts'
import { KeptFocus } from '../kept-focus.tsx'
import { useLocale } from '../locale.tsx'
import { TableRegion } from '../table.tsx'
import { CompiledLineRow, type TableFacts } from './compiled-line.tsx'
import { usePlaceNames } from './place-name.ts'
import type { TableFilter } from './table-filter.ts'
import { TableKeys } from './table-keys.tsx'

interface CompiledTableProps {
  table: TableFacts
  lines: readonly CompiledLine[]
  filter: Pick<TableFilter, 'isAttributed' | 'order'>
  isHeld: (line: CompiledLine) => boolean
  /** The reader has done something in the line of this comment. */
  onAct: (commentId: string) => void
}

/** What was said, what is proposed, and what follows from it: one line a comment. */
export function CompiledTable({ table, lines, filter, isHeld, onAct }: CompiledTableProps) {
  const { isAttributed, order } = filter
  const { t, stateName } = useLocale()
  const { threadPlace } = usePlaceNames(table.version.kind)
  const box = useRef<HTMLDivElement>(null)
  const headings = [
    t('table.words'),
    ...(isAttributed ? [t('table.state')] : []),
    t('table.comment'),
    t('table.wording'),
    t('table.reply'),
    t('table.status'),
    ...(table.version.number > 1 ? [t('table.since')] : []),
  ]
  const groups = groupsOf(lines, ({ thread, comment }) => {
    if (order === 'place') return threadPlace(thread)
    return order === 'state' ? stateName(comment.delegation) : ''
  })
  return (
    <KeptFocus otherwise="compiled">
      <TableKeys box={box} />
      <div ref={box} id="compiled" tabIndex={-1} onSubmit={({ target }) => onAct(lineAt(target))}>
        <TableRegion caption={t('table.caption', { number: table.version.number })} isCaptionHidden>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ name, lines }) => (
            <tbody key={name}>
              {name && (
                <tr className="group">
                  <th colSpan={headings.length} scope="rowgroup">
                    {name}
                  </th>
                </tr>
              )}
              {lines.map((line, index) => (
                <CompiledLineRow
                  key={line.comment.id}
                  table={table}
                  line={line}
                  isAttributed={isAttributed}
                  isUnderPlace={order === 'place'}
                  isSameWords={index > 0 && lines[index - 1]?.thread.id === line.thread.id}
                  isHeld={isHeld(line)}
                />
              ))}
            </tbody>
          ))}
        </TableRegion>
      </div>
    </KeptFocus>
  )
}

/** The comment in whose line something is. */
function lineAt(target: EventTarget): string {
  const line = target instanceof Element && target.closest<HTMLElement>('[data-comment]')
  return (line && line.dataset.comment) || ''
}

/** By name, in the order in which the names come; a group stays the same while its lines change. */
function groupsOf(lines: readonly CompiledLine[], nameOf: (line: CompiledLine) => string) {
  const groups = new Map<string, CompiledLine[]>()
  for (const line of lines) {
    const name = nameOf(line)
    const group = groups.get(name)
    if (group) group.push(line)
    else groups.set(name, [line])
  }
  return [...groups].map(([name, lines]) => ({ name, lines }))
}
