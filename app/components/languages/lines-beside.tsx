import type { ConcordanceDifference } from '#app/text/concordance.ts'
import type { EntryInLanguage } from '#app/queries/list-languages.server.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { useConcordancePlace } from './concordance-list.tsx'

/** The act and its language version, line by line; what the concordance finds leads here. */
export function LinesBeside({ found }: { found: EntryInLanguage }) {
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const placeName = useConcordancePlace()
  const { entry, language, lines, version } = found
  const differences = version?.concordance.differences ?? []
  const firstOf = new Map(lines.toReversed().map(({ part, element }) => [part, element]))
  const isFirst = ({ part, element }: (typeof lines)[number]) => firstOf.get(part) === element
  const foundAt = ({ part, place }: (typeof lines)[number]) =>
    differences.filter(
      (one) => one.place.id === part && one.place.isDestinations === place.isDestinations,
    )
  return (
    <Table
      caption={t('languages.lines')}
      isCaptionHidden
      rows={lines}
      rowKey={({ element }) => element}
      columns={[
        {
          key: 'place',
          heading: t('languages.place'),
          isRowHeading: true,
          isNarrow: true,
          cell: (line) => (
            <span id={isFirst(line) ? `line-${line.part}` : undefined} tabIndex={-1}>
              {placeName(line.place)}
            </span>
          ),
        },
        {
          key: 'original',
          heading: t('languages.original-in', { language: languageName(entry.originalLanguage) }),
          cell: ({ original }) => <span lang={entry.originalLanguage}>{original}</span>,
        },
        {
          key: 'translation',
          heading: languageName(language),
          cell: ({ translation }) => <span lang={language}>{translation}</span>,
        },
        {
          key: 'differences',
          heading: t('languages.concordance'),
          cell: (line) => isFirst(line) && <Kinds of={foundAt(line)} />,
        },
      ]}
    />
  )
}

function Kinds({ of }: { of: readonly ConcordanceDifference[] }) {
  const { t } = useLocale()
  if (of.length === 0) return null
  return (
    <ul className="plain-list">
      {of.map(({ kind, original, translation }) => (
        <li key={`${kind} ${original} ${translation}`}>{t(`languages.kind.${kind}`)}</li>
      ))}
    </ul>
  )
}
