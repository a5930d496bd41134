import type { LoaderFunctionArgs } from '@remix-run/node'
import { toCsv } from '#app/http/csv.ts'
import { openData, refusedUnlessReadable } from '#app/http/open-data.server.ts'
import { readRegisterAddress, registerQuery } from '#app/http/register-address.ts'
import { exportRegister } from '#app/queries/register.server.ts'

const limit = 5_000

const heads = [
  'issuer',
  'code',
  'edition',
  'heading',
  'text',
  'national_control',
  'in_force_from',
  'last_day',
  'ended_on',
  'ended_by',
  'destinations',
  'activities',
  'in_compilation',
  'on',
  'act',
  'act_number',
  'adopted_on',
  'gazette',
  'gazetted_on',
  'address',
] as const

/** The search of the register as CSV. Where there is more, the `Link` header leads on. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const refused = refusedUnlessReadable(asked)
  if (refused) return refused
  const search = readRegisterAddress(asked)
  const { on, rows, next } = await exportRegister(context.deps, search, limit)
  const lines = rows.map((row) =>
    [
      row.issuer,
      row.code,
      row.edition,
      row.heading,
      row.text,
      row.state,
      row.inForceFrom,
      row.lastDay,
      row.endedOn,
      row.endedBy,
      row.destinations,
      row.activities.join(' '),
      row.isCompiled ? 'yes' : 'no',
      on,
      row.act?.title ?? null,
      row.act?.number ?? null,
      row.act?.adoptedOn ?? null,
      [row.act?.gazette, row.act?.gazetteReference].filter(Boolean).join(', '),
      row.act?.gazettedOn ?? null,
      `${context.origin}/register/${row.issuer}/${encodeURIComponent(row.key)}`,
    ].map((field) => field ?? ''),
  )
  return openData.file(toCsv([heads, ...lines]), 'text/csv; charset=utf-8', 'register.csv', {
    ...(next && { Link: `</register.csv?${registerQuery(search, next)}>; rel="next"` }),
  })
}
