import type { NotificationPage } from '#app/queries/notification.server.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { Table } from '../table.tsx'
import { EstablishedDate } from '../when.tsx'

/** To whom it went, how, when, under which reference. */
export function AddresseesTable({ page: { notification } }: { page: NotificationPage }) {
  const { t } = useLocale()
  const byCode = new Map(notification.addressees.map((one) => [one.delegation, one]))
  const rows = inProtocolOrder(byCode.keys()).flatMap((code) => byCode.get(code) ?? [])
  return (
    <Table
      caption={t('record.addressees')}
      isCaptionHidden
      rows={rows}
      rowKey={({ delegation }) => delegation}
      empty={<p className="soft">{t('record.not-sent')}</p>}
      columns={[
        {
          key: 'delegation',
          heading: t('record.addressee'),
          isRowHeading: true,
          cell: ({ delegation }) => <StateChip code={delegation} isNamed />,
        },
        { key: 'channel', heading: t('record.channel'), cell: ({ channel }) => channel },
        {
          key: 'sent',
          heading: t('record.sent-on'),
          isNarrow: true,
          cell: ({ sentOn }) => <EstablishedDate value={sentOn} />,
        },
        { key: 'reference', heading: t('record.reference'), cell: ({ reference }) => reference },
      ]}
    />
  )
}
