import { Link } from '@remix-run/react'
import type { CreditView, WhoseWordsPage } from '#app/queries/whose-words.server.ts'
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
          cell: (credit) => <Entered credit={credit} language={page.language} />,
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
            const { counts } = entered
            return `${t('proposals.words-count', { ...counts, code: delegation, state })} (${how})`
          },
        },
      ]}
    />
  )
}

/** What came in, and what of it this text does not have. */
function Entered({
  credit: { entered, standing },
  language,
}: {
  credit: CreditView
  language: string
}) {
  const { t } = useLocale()
  const { stands, words } = standing
  if (entered === null && words === '') {
    return <span className="soft">{t('proposals.words-untold')}</span>
  }
  if (entered?.words === '') {
    return (
      <>
        {t('proposals.words-taken-out')}
        {stands === 'none' && <p className="soft">{t('proposals.words-back')}</p>}
      </>
    )
  }
  return (
    <>
      {entered && <span lang={language}>{entered.words}</span>}
      {!entered && stands === 'whole' && <span lang={language}>{words}</span>}
      {stands === 'none' && <p className="soft">{t('proposals.words-gone')}</p>}
      {stands === 'part' && (
        <p className="soft">
          {t('proposals.words-part')} <span lang={language}>{words}</span>
        </p>
      )}
    </>
  )
}
