import type { RowFault } from '#app/text/entry-table.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

/** Every row of a table that does not belong, and why. */
export function RefusedRows({ faults }: { faults: readonly RowFault[] }) {
  const { t } = useLocale()
  return (
    <Notice kind="error" title={t('languages.rows-refused-title')}>
      <ul>
        {faults.map(({ row, fault }) => (
          <li key={row}>
            {t('languages.row', { row })}: {t(`languages.row.${fault}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
