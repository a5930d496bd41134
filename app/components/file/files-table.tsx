import type { FileLine } from '#app/queries/files.server.ts'
import { FileLink } from './file-link.tsx'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { DateText } from '../when.tsx'

/** Files as officials scan them: reference, owner, subject, stage, dates. */
export function FilesTable({ files }: { files: readonly FileLine[] }) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('files.title')}
      isCaptionHidden
      rows={files}
      rowKey={({ reference }) => reference}
      rowState={({ stage }) => (stage === 'withdrawn' ? 'ended' : undefined)}
      columns={[
        {
          key: 'reference',
          heading: t('files.column.reference'),
          isRowHeading: true,
          isNarrow: true,
          cell: ({ reference }) => <FileLink reference={reference} />,
        },
        {
          key: 'owner',
          heading: t('files.column.owner'),
          isNarrow: true,
          cell: ({ owner }) => <StateChip code={owner} />,
        },
        {
          key: 'subject',
          heading: t('files.column.subject'),
          cell: ({ title, kind }) => (
            <>
              {title}
              <span className="cell-note">{t(`terms.kind.${kind}`)}</span>
            </>
          ),
        },
        {
          key: 'stage',
          heading: t('files.column.stage'),
          isNarrow: true,
          cell: ({ stage }) => <StatusLabel>{t(`terms.stage.${stage}`)}</StatusLabel>,
        },
        {
          key: 'by',
          heading: t('files.column.comments-by'),
          cell: ({ commentsBy }) => commentsBy && <DateText value={commentsBy} />,
        },
        {
          key: 'changed',
          heading: t('files.column.changed'),
          isNarrow: true,
          cell: ({ changedAt }) => changedAt && <DateText value={changedAt} />,
        },
      ]}
    />
  )
}
