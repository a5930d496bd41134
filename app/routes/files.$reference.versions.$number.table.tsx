import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import { Button } from '#app/components/button.tsx'
import { CompiledTable } from '#app/components/comments/compiled-table.tsx'
import { useHeldThreads } from '#app/components/comments/held-threads.ts'
import { useKept } from '#app/components/comments/room-facts.ts'
import { RoomHeader } from '#app/components/comments/room-header.tsx'
import { RoomOrTrace } from '#app/components/comments/room-or-trace.tsx'
import { roomTitle } from '#app/components/comments/room-title.ts'
import { TableFilters } from '#app/components/comments/table-filters.tsx'
import { fits, fittingLines, tableFilterFrom } from '#app/components/comments/table-filter.ts'
import { inOrder, isWaiting } from '#app/components/comments/table-order.ts'
import { EmptyState } from '#app/components/empty-state.tsx'
import { asksAgain } from '#app/components/live/asks-again.ts'
import { useDiscussion } from '#app/components/live/use-discussion.ts'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { type RoomAnswer, traceOf } from '#app/http/room-answer.server.ts'
import { type CompiledLine, compiledLines } from '#app/queries/compiled-lines.ts'
import {
  type CompiledTable as Table,
  findCompiledTable,
} from '#app/queries/compiled-table.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (words) => roomTitle(words, data, () => words.t('table.title')))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const number = requireNumber(params)
  const found = await findCompiledTable(context.deps, actor, reference, number)
  return json<RoomAnswer<Table>>(
    found.ok
      ? { room: found.table, trace: null }
      : await traceOf(context.deps, actor, found, reference, number),
  )
}

export const shouldRevalidate = asksAgain

export default function Compiled() {
  const answer: RoomAnswer<Table> = useLoaderData<typeof loader>()
  return <RoomOrTrace answer={answer}>{(table) => <OpenTable loaded={table} />}</RoomOrTrace>
}

function OpenTable({ loaded }: { loaded: Table }) {
  const table = useDiscussion(loaded)
  const { t } = useLocale()
  const [parameters] = useSearchParams()
  const filter = tableFilterFrom(parameters)
  const all = useMemo(() => compiledLines(table.threads), [table.threads])
  const { threads: _threads, eventId: _eventId, ...rest } = table
  const facts = useKept(rest)
  const { heldBecause, hold } = useHeldThreads(parameters.toString())
  const waited = useWaited(all, parameters.toString())
  const fitting = new Set(all.filter((line) => fits(line, filter)))
  const isHeld = (line: CompiledLine) => !fitting.has(line) && heldBecause(asThread(line)) !== null
  const lines = inOrder(
    all.filter((line) => fitting.has(line) || isHeld(line)),
    filter.order,
    waited,
  )
  const leftOut =
    filter.statuses.length === 0 ? fittingLines(all, { ...filter, statuses: ['inner'] }).length : 0
  const hasInner = lines.some(({ comment }) => comment.isInner)
  return (
    <Page>
      <RoomHeader room={table} name={t('table.title')} />
      <div className="compiled__filters">
        <TableFilters version={table.version} lines={all} filter={filter} />
      </div>
      <div className="compiled__head">
        <p className="soft">
          {t('table.count', { shown: lines.length, all: all.length })}{' '}
          {leftOut > 0 && `${t('table.inner-left-out', { count: leftOut })} `}
          {t(filter.isAttributed ? 'table.attributed' : 'table.unattributed')}
        </p>
        <div className="actions">
          <Button type="button" onClick={() => window.print()}>
            {t('table.print')}
          </Button>
          <a className="button button--secondary" href={`table.csv?${parameters}`} download>
            {t('table.csv')}
          </a>
          <a className="button button--secondary" href={`table.docx?${parameters}`} download>
            {t('paper.word-table')}
          </a>
          <a className="button button--secondary" href={`table.pdf?${parameters}`} download>
            {t('paper.pdf')}
          </a>
        </div>
      </div>
      {hasInner && <Notice kind="warning">{t('table.with-inner')}</Notice>}
      {lines.length > 0 ? (
        <CompiledTable table={facts} lines={lines} filter={filter} isHeld={isHeld} onAct={hold} />
      ) : (
        <EmptyState title={t(all.length > 0 ? 'table.empty-filter' : 'table.empty')} />
      )}
    </Page>
  )
}

/** A line by itself: what was done in one holds no other of its thread. */
function asThread({ comment }: CompiledLine) {
  return { id: comment.id, comments: [] }
}

/** The comments that had no reply when these lines were asked for. */
function useWaited(lines: readonly CompiledLine[], search: string): ReadonlySet<string> {
  return useMemo(
    () => new Set(lines.filter(isWaiting).map(({ comment }) => comment.id)),
    // Once for each address: what is answered meanwhile keeps its place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [search],
  )
}
