import type { LoaderFunctionArgs } from '@remix-run/node'
import { tableFilterFrom } from '#app/components/comments/table-filter.ts'
import { isDelegation } from '#app/measures/delegation-codes.ts'
import { compiledSheet } from '#app/paper/compiled-sheet.ts'
import { positionsSheet } from '#app/paper/positions-sheet.ts'
import { findCompiledTable } from '#app/queries/compiled-table.server.ts'
import { findPositionsPage } from '#app/queries/positions-page.server.ts'
import { requireActor } from './actor.server.ts'
import { paperMaking } from './paper.server.ts'
import { numberIn, requireNumber, requireReference } from './reference.server.ts'
import { refusal } from './refusal.server.ts'

/** The compiled table as it is filtered on the screen, whatever it is printed as. */
export async function compiledPaper({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const found = await findCompiledTable(context.deps, actor, reference, requireNumber(params))
  if (!found.ok) throw refusal(found)
  const { table } = found
  const { words, now } = await paperMaking(context)
  const filter = tableFilterFrom(new URL(request.url).searchParams)
  return {
    words,
    sheet: compiledSheet(words, table, filter, now),
    name: `${params.reference}-v${table.version.number}-comments`,
  }
}

/** The positions on a version, the newest one unless another is asked for. */
export async function positionsPaper({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const number = numberIn(searchParams, 'version')
  const found = await findPositionsPage(context.deps, actor, requireReference(params), number)
  if (!found.ok) throw refusal(found)
  const { page } = found
  const { words, now } = await paperMaking(context)
  const choice = {
    isAttributed: searchParams.get('names') !== 'off',
    first: codesIn(searchParams.get('first') ?? ''),
  }
  return {
    words,
    sheet: positionsSheet(words, page, choice, now),
    name: `${params.reference}-v${page.version.number}-positions`,
  }
}

/** `CY, ie LT`: what is no code of a delegation is left out. */
function codesIn(text: string) {
  return text
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(isDelegation)
}
