import type { z } from 'zod'
import type { MessageKey } from '#app/messages/messages.ts'
import { aknXml, atomXml, jsonLd } from './media-types.ts'
import {
  allFacts,
  csvSearch,
  jsonSearch,
  measuresList,
  nothing,
  onDay,
  someFacts,
} from './parameters.ts'
import {
  compilationsAnswer,
  editionAnswer,
  entryAnswer,
  measureAnswer,
  measuresPage,
  registerPage,
} from './schemas.ts'

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
  edition: {
    path: '/register/{issuer}/{code}/editions/{id}/edition.json',
    summary: 'open-data.edition',
    parameters: onDay,
    mediaType: json,
    answer: editionAnswer,
  },
  editionText: {
    path: '/register/{issuer}/{code}/editions/{id}/edition.xml',
    summary: 'open-data.edition-text',
    parameters: nothing,
    mediaType: aknXml,
    answer: null,
  },
  measures: {
    path: '/register/measures.json',
    summary: 'open-data.measures',
    parameters: measuresList,
    mediaType: json,
    answer: measuresPage,
    isPaged: true,
  },
  measure: {
    path: '/register/measures/{reference}/measure.json',
    summary: 'open-data.measure',
    parameters: nothing,
    mediaType: json,
    answer: measureAnswer,
  },
  measureText: {
    path: '/register/measures/{reference}/measure.xml',
    summary: 'open-data.measure-text',
    parameters: nothing,
    mediaType: aknXml,
    answer: null,
  },
  compilations: {
    path: '/register/compilations.json',
    summary: 'open-data.compilations',
    parameters: nothing,
    mediaType: json,
    answer: compilationsAnswer,
  },
  feed: {
    path: '/register/feed.atom',
    summary: 'open-data.feed',
    parameters: allFacts,
    mediaType: atomXml,
    answer: null,
    isPaged: true,
  },
  feedOfState: {
    path: '/register/{issuer}/feed.atom',
    summary: 'open-data.feed-state',
    parameters: someFacts,
    mediaType: atomXml,
    answer: null,
    isPaged: true,
  },
  feedOfEntry: {
    path: '/register/{issuer}/{code}/feed.atom',
    summary: 'open-data.feed-entry',
    parameters: someFacts,
    mediaType: atomXml,
    answer: null,
    isPaged: true,
  },
  feedOfMeasure: {
    path: '/register/measures/{reference}/feed.atom',
    summary: 'open-data.feed-measure',
    parameters: someFacts,
    mediaType: atomXml,
    answer: null,
    isPaged: true,
  },
  dataset: {
    path: '/register/dataset.jsonld',
    summary: 'open-data.dataset',
    parameters: nothing,
    mediaType: jsonLd,
    answer: null,
  },
  description: {
    path: '/register/openapi.json',
    summary: 'open-data.openapi',
    parameters: nothing,
    mediaType: json,
    answer: null,
  },
} as const satisfies Record<string, Operation>

/** An address of which something is there; null where nothing is, to stand in its place. */
export function exampleOf(path: string, examples: Readonly<Record<string, string>>): string | null {
  const names = pathParametersOf(path)
  if (names.some((name) => examples[name] === undefined)) return null
  return names.reduce(
    (address, name) => address.replace(`{${name}}`, encodeURIComponent(examples[name] ?? '')),
    path,
  )
}

export function pathParametersOf(path: string): PathParameter[] {
  const all = ['issuer', 'code', 'id', 'reference'] as const
  return all.filter((name) => path.includes(`{${name}}`))
}
