import { useLocale } from '#app/components/locale.tsx'
import type { Presence } from '#realtime/client-types.ts'

/**
 * The others in this text, as the server knows them. One person in two tabs is there once. Their
 * state is not told: a draft is open to the people of its owner only.
 */
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
        {people.map(({ clientId, name, colour }) => (
          <li key={clientId}>
            <span className="who-is-here__colour" style={{ backgroundColor: colour }} />
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}
