import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { StateChip } from '../state-chip.tsx'
import type { Column } from '../table.tsx'
import { FileLink } from './file-link.tsx'

type Words = Pick<LocaleFormat, 't'>

/** The columns by which files are found in every list: reference, owner, subject. */
export function referenceColumn<Row extends { reference: string }>(
  { t }: Words,
  room: (row: Row) => string = () => '',
): Column<Row> {
  return {
    key: 'file',
    heading: t('home.column.file'),
    isRowHeading: true,
    isNarrow: true,
    cell: (row) => <FileLink reference={row.reference} room={room(row)} />,
  }
}

export function ownerColumn<Row extends { owner: DelegationCode }>({ t }: Words): Column<Row> {
  return {
    key: 'owner',
    heading: t('home.column.owner'),
    isNarrow: true,
    cell: ({ owner }) => <StateChip code={owner} />,
  }
}

export function subjectColumn<Row extends { title: string }>({ t }: Words): Column<Row> {
  return { key: 'subject', heading: t('home.column.subject'), cell: ({ title }) => title }
}
