import type { LoaderFunctionArgs } from '@remix-run/node'
import { openData, refusedUnlessReadable } from '#app/http/open-data.server.ts'
import { readRegisterAddress, registerQuery } from '#app/http/register-address.ts'
import { exportRegister } from '#app/queries/register.server.ts'

const limit = 500

/** The search of the register as JSON, in pages that follow one another by `next`. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const refused = refusedUnlessReadable(asked)
  if (refused) return refused
  const search = readRegisterAddress(asked)
  const { on, rows, next } = await exportRegister(context.deps, search, limit)
  return openData.json(request, {
    notice: openData.notice,
    on,
    next: next && `/register.json?${registerQuery(search, next)}`,
    entries: rows.map((row) => ({
      ...row,
      address: `${context.origin}/register/${row.issuer}/${encodeURIComponent(row.key)}`,
    })),
  })
}
