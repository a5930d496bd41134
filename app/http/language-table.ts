import type { LocaleFormat } from '#app/messages/format.ts'
import { placeNames } from '#app/components/comments/place-name.ts'
import { rowsOf, tableColumns } from '#app/text/entry-table.ts'
import type { ContentNode } from '#app/text/content.ts'
import { toCsv } from './csv.ts'

export interface TableEntry {
  id: string
  content: ContentNode
  translation: ContentNode | null
}

/** Entries with their translations as a table that comes back (`app/text/entry-table.ts`). */
export function languageTable(words: LocaleFormat, entries: readonly TableEntry[]): string {
  const { nameOf } = placeNames(words, 'final')
  const rows = entries.flatMap((entry) => rowsOf(entry, entry.translation))
  return toCsv([
    [...tableColumns],
    ...rows.map(({ entry, element, place, original, translation }) => [
      entry,
      element,
      nameOf(place),
      original,
      translation,
    ]),
  ])
}
