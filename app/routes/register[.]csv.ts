import type { LoaderFunctionArgs } from '@remix-run/node'
import { toCsv } from '#app/http/csv.ts'
import { openData } from '#app/http/open-data.server.ts'
import { nextPage, searchOf } from '#app/http/register-address.ts'
import { entryAddress } from '#app/open-data/addresses.ts'
import { csvSearch, unknownCursor } from '#app/open-data/parameters.ts'
import { exportRegister } from '#app/queries/register.server.ts'

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
export async function loader(asked: LoaderFunctionArgs) {
  const { context, request } = asked
  const read = openData.read(asked, csvSearch)
  if (!read.ok) return read.refused
  const found = await exportRegister(context.deps, searchOf(read.values), read.values.limit)
  if (!found.ok) return openData.refused(asked, 'bad-parameters', [unknownCursor])
  const lines = found.rows.map((row) =>
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
      found.on,
      row.act?.title ?? null,
      row.act?.number ?? null,
      row.act?.adoptedOn ?? null,
      [row.act?.gazette, row.act?.gazetteReference].filter(Boolean).join(', '),
      row.act?.gazettedOn ?? null,
      context.origin + entryAddress(row.issuer, row.key),
    ].map((field) => field ?? ''),
  )
  return openData.text(asked, toCsv([heads, ...lines]), {
    mediaType: 'text/csv; charset=utf-8',
    headers: {
      ...openData.linkToNext(nextPage(`${context.origin}/register.csv`, request, found)),
      'Content-Disposition': 'attachment; filename="register.csv"',
    },
  })
}
