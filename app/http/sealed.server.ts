import type { SealedRecord } from '#app/queries/sealed-record.server.ts'
import { refusal } from './refusal.server.ts'

/** The sealed record as a file; `about`: what it is of, as it stands in the name of the file. */
export function sealedAnswer(found: SealedRecord, about: string): Response {
  if (!found.ok) throw refusal(found)
  return new Response(found.file, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="sealed-${about}.json"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
