import type { z } from 'zod'
import type { MessageKey } from '#app/messages/messages.ts'
import { csvSearch, jsonSearch, nothing, onDay } from './parameters.ts'
import { entryAnswer, registerPage } from './schemas.ts'

/** What stands in a path between braces. */
export type PathParameter = 'issuer' | 'code' | 'id' | 'reference'

/** An address of the register, as it is described and answered. */
export interface Operation {
  /** As OpenAPI writes it: `/register/{issuer}/{code}/entry.json`. */
  readonly path: string
  readonly summary: MessageKey
  readonly parameters: z.ZodObject<z.ZodRawShape, z.core.$strict>
  readonly mediaType: string
  /** Null where the answer is not JSON. */
  readonly answer: z.ZodType | null
  /** Whether one answer leads to the next. */
  readonly isPaged?: boolean
}

const json = 'application/json'

export const operations = {
  search: {
    path: '/register.json',
    summary: 'open-data.search',
    parameters: jsonSearch,
    mediaType: json,
    answer: registerPage,
    isPaged: true,
  },
  searchAsCsv: {
    path: '/register.csv',
    summary: 'open-data.search-csv',
    parameters: csvSearch,
    mediaType: 'text/csv',
    answer: null,
    isPaged: true,
  },
  entry: {
    path: '/register/{issuer}/{code}/entry.json',
    summary: 'open-data.entry',
    parameters: onDay,
    mediaType: json,
    answer: entryAnswer,
  },
  description: {
    path: '/register/openapi.json',
    summary: 'open-data.openapi',
    parameters: nothing,
    mediaType: json,
    answer: null,
  },
} as const satisfies Record<string, Operation>

export function pathParametersOf(path: string): PathParameter[] {
  const all = ['issuer', 'code', 'id', 'reference'] as const
  return all.filter((name) => path.includes(`{${name}}`))
}
