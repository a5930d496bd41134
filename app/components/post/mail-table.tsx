import { Link } from '@remix-run/react'
import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { MailedAct } from '#app/measures/mail.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { TableRegion } from '../table.tsx'
import { DateTimeText } from '../when.tsx'

export interface MailTableLine {
  sender: DelegationCode
  reference: string
  act: MailedAct
  path: string
  count: number
  actedAt: string
}

interface MailTableProps {
  caption: string
  /** Lines that came together; `heading` names the letter, and is left out where there is only one. */
  groups: readonly { id: string; heading?: string; lines: readonly MailTableLine[] }[]
}

/** What mail tells: when, who, in which file, what kind of act; the act leads to where it was done. */
export function MailTable({ caption, groups }: MailTableProps) {
  const { t } = useLocale()
  return (
    <TableRegion caption={caption} isCaptionHidden>
      <thead>
        <tr>
          <th scope="col" className="narrow">
            {t('post.column.reference')}
          </th>
          <th scope="col">{t('post.column.act')}</th>
          <th scope="col">{t('post.column.sender')}</th>
          <th scope="col" className="narrow">
            {t('post.column.date')}
          </th>
        </tr>
      </thead>
      {groups.map(({ id, heading, lines }) => (
        <tbody key={id}>
          {heading && (
            <tr className="group">
              <th scope="rowgroup" colSpan={4}>
                {heading}
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <Row key={`${line.path} ${line.act} ${line.sender} ${line.reference}`} {...line} />
          ))}
        </tbody>
      ))}
    </TableRegion>
  )
}

function Row({ sender, reference, act, path, count, actedAt }: MailTableLine) {
  const { t } = useLocale()
  return (
    <tr>
      <th scope="row" className="narrow">
        {reference}
      </th>
      <td>
        <Link to={path}>
          {t(`post.act.${act}`, { count })}
          <span className="heard"> {reference}</span>
        </Link>
      </td>
      <td>
        <StateChip code={sender} isNamed />
      </td>
      <td className="narrow">
        <DateTimeText value={actedAt} />
      </td>
    </tr>
  )
}
