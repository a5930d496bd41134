import { useLocale } from '#app/components/locale.tsx'
import type { Presence } from '#realtime/client-types.ts'

/** The others in this text, as the server knows them. One person in two tabs is there once. */
export function WhoIsHere({ presence }: { presence: readonly Presence[] }) {
  const { t } = useLocale()
  const people = [
    ...new Map(presence.map((one) => [`${one.name} ${one.delegation}`, one])).values(),
  ]
  if (people.length === 0) return <p className="who-is-here">{t('editor.here-alone')}</p>
  return (
    <div className="who-is-here">
      <span>{t('editor.here')}</span>
      <ul>
        {people.map(({ clientId, name, delegation, colour }) => (
          <li key={clientId}>
            <span className="who-is-here__colour" style={{ backgroundColor: colour }} />
            {t('editor.here-person', { name, delegation })}
          </li>
        ))}
      </ul>
    </div>
  )
}
