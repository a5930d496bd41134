import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { findHome } from '#app/queries/home.server.ts'
import { placeNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'
import { HomeRest } from './rest.tsx'

type Home = Awaited<ReturnType<typeof findHome>>

interface HomeQuestionsProps {
  questions: Home['questions']
  missingContent: Home['missingContent']
  total: number
}

/** What asks us for an answer: what a notification lacks first, for the law obliges that content. */
export function HomeQuestions({ questions, missingContent, total }: HomeQuestionsProps) {
  const locale = useLocale()
  const { t } = locale
  const lines = [
    ...missingContent.map(({ questionId, notificationId, reference, title }) => ({
      id: questionId,
      reference,
      title,
      to: `/record/notifications/${notificationId}`,
      from: 'COM' as const,
      about: t('home.questions.missing-content'),
    })),
    ...questions.map(({ commentId, reference, title, number, kind, delegation, provision }) => ({
      id: commentId,
      reference,
      title,
      to: `/versions/${number}#comment-${commentId}`,
      from: delegation,
      about: placeNames(locale, kind).provisionName(provision),
    })),
  ]
  return (
    <Section id="questions" title={t('home.questions.title')} intro={t('home.questions.intro')}>
      <Table
        caption={t('home.questions.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ id }) => id}
        empty={t('home.questions.none')}
        columns={[
          {
            key: 'file',
            heading: t('home.column.file'),
            isRowHeading: true,
            isNarrow: true,
            cell: ({ reference, to }) => (
              <Link className="reference" to={`/files/${referenceInAddress(reference)}${to}`}>
                {reference}
              </Link>
            ),
          },
          {
            key: 'from',
            heading: t('home.questions.from'),
            isNarrow: true,
            cell: ({ from }) => <StateChip code={from} />,
          },
          {
            key: 'provision',
            heading: t('home.column.provision'),
            cell: ({ about }) => about,
          },
          { key: 'subject', heading: t('home.column.subject'), cell: ({ title }) => title },
        ]}
      />
      <HomeRest
        list="questions"
        title={t('home.questions.title')}
        shown={lines.length}
        total={total}
      />
    </Section>
  )
}
