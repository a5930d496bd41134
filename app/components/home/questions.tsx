import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { findHome } from '#app/queries/home.server.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['questions']

export function HomeQuestions({ lines }: { lines: Lines }) {
  const { t } = useLocale()
  return (
    <Section title={t('home.questions.title')} intro={t('home.questions.intro')}>
      <Table
        caption={t('home.questions.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ commentId }) => commentId}
        empty={t('home.questions.none')}
        columns={[
          {
            key: 'file',
            heading: t('home.column.file'),
            isRowHeading: true,
            isNarrow: true,
            cell: ({ reference, number, commentId }) => (
              <Link
                className="reference"
                to={`/files/${referenceInAddress(reference)}/versions/${number}#comment-${commentId}`}
              >
                {reference}
              </Link>
            ),
          },
          {
            key: 'from',
            heading: t('home.questions.from'),
            isNarrow: true,
            cell: ({ delegation }) => <StateChip code={delegation} />,
          },
          {
            key: 'provision',
            heading: t('home.column.provision'),
            cell: ({ provision }) => provision,
          },
          { key: 'subject', heading: t('home.column.subject'), cell: ({ title }) => title },
        ]}
      />
    </Section>
  )
}
