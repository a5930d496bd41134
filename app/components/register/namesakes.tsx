import { Link } from '@remix-run/react'
import type { RegisterEntry } from '#app/queries/register-entry.server.ts'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { StateChip } from '../state-chip.tsx'
import { entryAddress } from '#app/open-data/addresses.ts'

/** Entries of other states under the same code, which need not be the same item. */
export function Namesakes({ entry }: { entry: RegisterEntry }) {
  const { t } = useLocale()
  if (entry.namesakes.length === 0) return null
  return (
    <Panel title={t('register.namesakes')} id="namesakes">
      <p>{t('register.namesakes-words')}</p>
      <ul className="cell-list">
        {entry.namesakes.map(({ issuer, key, code, heading }) => (
          <li key={`${issuer} ${key}`}>
            <StateChip code={issuer} /> <Link to={entryAddress(issuer, key)}>{code}</Link>
            <span className="cell-note">{heading}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
