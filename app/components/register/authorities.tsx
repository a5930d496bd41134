import type { RegisterEntry } from '#app/queries/register-entry.server.ts'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'

/** Who grants authorisations in the issuing state; what was not verified says so. */
export function Authorities({ entry }: { entry: RegisterEntry }) {
  const { t } = useLocale()
  return (
    <Panel title={t('register.authority')} id="authority">
      <ul className="cell-list">
        {entry.authorities.map(({ id, region, name, nameEn, verified }) => (
          <li key={id}>
            {region && <b>{region}: </b>}
            {name}
            {nameEn !== name && <span className="cell-note">{nameEn}</span>}
            {!verified && <span className="cell-note">{t('register.authority-unverified')}</span>}
          </li>
        ))}
      </ul>
      {entry.authorityNote && <p className="small soft">{entry.authorityNote}</p>}
    </Panel>
  )
}
