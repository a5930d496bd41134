import type { NotePage } from '#app/queries/information-note.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'
import { Table } from '../table.tsx'
import { noteTones } from './note-tones.ts'

/** What a note says anew, otherwise, or no longer. */
export function NoteChanges({ changes }: Pick<NotePage, 'changes'>) {
  const { t } = useLocale()
  return (
    <Table
      caption={t('note.changes')}
      isCaptionHidden
      rows={changes}
      rowKey={({ line }) => line.measureId}
      rowState={({ change }) => (change === 'removed' ? 'ended' : undefined)}
      empty={<p className="soft">{t('note.no-changes')}</p>}
      columns={[
        {
          key: 'owner',
          heading: t('register.state'),
          isNarrow: true,
          cell: ({ line }) => <StateChip code={line.owner} />,
        },
        {
          key: 'act',
          heading: t('commission.act'),
          isRowHeading: true,
          cell: ({ line }) => [line.actTitle, line.actNumber].filter(Boolean).join(', '),
        },
        {
          key: 'change',
          heading: t('record.change'),
          isNarrow: true,
          cell: ({ change }) => (
            <StatusLabel tone={noteTones[change]}>{t(`note.change.${change}`)}</StatusLabel>
          ),
        },
      ]}
    />
  )
}
