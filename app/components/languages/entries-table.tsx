import { Link } from '@remix-run/react'
import type { LanguagePage } from '#app/queries/list-languages.server.ts'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'
import { LanguageStateLabel, useHolderName } from './language-state.tsx'

type Row = LanguagePage['rows'][number]

/** The entries of a list in one language; `path` is that of the page. */
export function EntriesInLanguage({ page, path }: { page: LanguagePage; path: string }) {
  const { t } = useLocale()
  const codeName = useCodeName()
  const foundWords = useFoundWords()
  const holderName = useHolderName()
  return (
    <Table
      caption={t('languages.entries', { count: page.rows.length })}
      isCaptionHidden
      rows={page.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'entry',
          heading: t('languages.entry'),
          isRowHeading: true,
          isNarrow: true,
          cell: (row) => <Link to={`${path}/entries/${row.id}`}>{codeName(row)}</Link>,
        },
        {
          key: 'heading',
          heading: t('languages.heading'),
          cell: ({ heading, isOffered, originalLanguage }) => (
            <>
              <span lang={originalLanguage}>{heading}</span>
              {!isOffered && <span className="cell-note">{t('languages.to-come')}</span>}
            </>
          ),
        },
        {
          key: 'state',
          heading: t('languages.state'),
          cell: ({ state, version }) => (
            <>
              <LanguageStateLabel state={state} />
              {version && (
                <span className="cell-note">
                  <DateText value={version.checkedAt ?? version.addedAt} />
                </span>
              )}
            </>
          ),
        },
        {
          key: 'concordance',
          heading: t('languages.concordance'),
          cell: ({ version }) => version && foundWords(version),
        },
        {
          key: 'held',
          heading: t('languages.held-by'),
          cell: ({ holder }) => holder && holderName(holder),
        },
      ]}
    />
  )
}

export function useCodeName() {
  const { t } = useLocale()
  return ({ code }: { code: string }) => code || t('text.entry-without-code')
}

/** What the concordance counts. */
export function useFoundWords() {
  const { t } = useLocale()
  return ({ differences, unread }: Pick<NonNullable<Row['version']>, 'differences' | 'unread'>) =>
    t('languages.found', { differences, unread })
}
