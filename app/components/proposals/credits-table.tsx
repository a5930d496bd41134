import { Link } from '@remix-run/react'
import type { WhoseWordsPage } from '#app/queries/whose-words.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'

interface CreditsTableProps {
  page: WhoseWordsPage
  /** Of the file. */
  path: string
}

/** What was taken up of whom, and how many of the words that came in are theirs. */
export function CreditsTable({ page, path }: CreditsTableProps) {
  const { t, stateName } = useLocale()
  const { nameOf } = usePlaceNames('draft')
  return (
    <Table
      caption={t('proposals.words-summary')}
      rows={page.credits}
      rowKey={({ commentId }) => commentId}
      columns={[
        {
          key: 'state',
          heading: t('proposals.words-state'),
          cell: ({ delegation }) => <StateChip code={delegation} isNamed />,
        },
        {
          key: 'place',
          heading: t('proposals.words-place'),
          cell: ({ place, version, commentId }) => (
            <Link to={`${path}/versions/${version}#comment-${commentId}`}>
              {place ? nameOf(place) : t('comments.place.gone')}
            </Link>
          ),
        },
        {
          key: 'entered',
          heading: t('proposals.words-entered'),
          cell: ({ entered }) =>
            entered === null ? (
              <span className="soft">{t('proposals.words-untold')}</span>
            ) : entered.words === '' ? (
              t('proposals.words-taken-out')
            ) : (
              <span lang={page.language}>{entered.words}</span>
            ),
        },
        {
          key: 'words',
          heading: t('proposals.words-counts'),
          cell: ({ entered, delegation, isChanged }) => {
            const how = t(
              isChanged ? 'proposals.words-with-changes' : 'proposals.words-as-proposed',
            )
            if (!entered) return how
            const state = stateName(delegation)
            return `${t('proposals.words-count', { ...entered.counts, state })} (${how})`
          },
        },
      ]}
    />
  )
}
