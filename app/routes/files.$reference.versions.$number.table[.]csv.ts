import type { LoaderFunctionArgs } from '@remix-run/node'
import { compiledRows } from '#app/components/comments/compiled-rows.ts'
import { fittingLines, tableFilterFrom } from '#app/components/comments/table-filter.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { csvFile } from '#app/http/csv.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { compiledLines } from '#app/queries/compiled-lines.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'

/** The compiled table as it is filtered on the screen. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findCompiledTable(
    context.deps,
    actor,
    requireReference(params),
    requireNumber(params),
  )
  if (!found.ok) throw refusal(found)
  const { table } = found
  const filter = tableFilterFrom(new URL(request.url).searchParams)
  const rows = compiledRows(
    formatFor('en'),
    table,
    fittingLines(compiledLines(table.threads), filter),
    filter,
  )
  return csvFile(`${params.reference}-v${table.version.number}-comments.csv`, rows)
}
