import type { CommissionDesk } from '#app/queries/commission-desk.server.ts'
import { CompilationLink } from '../compilation/compilation-link.tsx'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'

/** The compilations that were recorded, the newest first. */
export function CompilationsTable({
  compilations,
}: {
  compilations: CommissionDesk['compilations']
}) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('commission.compilations')}
      isCaptionHidden
      rows={compilations}
      rowKey={({ id }) => id}
      empty={<p className="soft">{t('commission.no-compilations')}</p>}
      columns={[
        {
          key: 'reference',
          heading: t('commission.oj-reference'),
          isRowHeading: true,
          cell: (compilation) => <CompilationLink compilation={compilation} />,
        },
        {
          key: 'kind',
          heading: t('commission.kind'),
          cell: ({ kind }) => t(`commission.kind.${kind}`),
        },
        {
          key: 'published',
          heading: t('commission.published-on'),
          cell: ({ publishedOn }) => <DateText value={publishedOn} />,
        },
      ]}
    />
  )
}
