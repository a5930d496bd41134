import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData } from '#app/http/open-data.server.ts'
import { nextPage, searchOf } from '#app/http/register-address.ts'
import { entryAddress } from '#app/open-data/addresses.ts'
import { jsonSearch, unknownCursor } from '#app/open-data/parameters.ts'
import { registerPage } from '#app/open-data/schemas.ts'
import { exportRegister } from '#app/queries/register.server.ts'

/** The search of the register as JSON, in pages that follow one another by `next`. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context } = asked
  const read = openData.read(asked, jsonSearch)
  if (!read.ok) return read.refused
  const found = await exportRegister(context.deps, searchOf(read.values), read.values.limit)
  if (!found.ok) return openData.refused(asked, 'bad-parameters', [unknownCursor])
  const next = nextPage(`${context.origin}/register.json`, asked.request, found)
  const entries = found.rows.map((row) => ({
    ...row,
    address: context.origin + entryAddress(row.issuer, row.key),
  }))
  const { notice } = openData
  return openData.json(
    asked,
    registerPage,
    { notice, on: found.on, next, entries },
    { headers: openData.linkToNext(next) },
  )
}
