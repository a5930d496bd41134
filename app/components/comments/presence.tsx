import { useEffect, useState } from 'react'
import type { Watcher } from '#realtime/protocol.ts'
import { inProtocolOrder, isDelegation } from '#app/measures/delegation-codes.ts'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { liveConnection } from '../live/connection.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'

/** Who looks at this version now, by state, as the server knows them. */
export function Presence({ room }: { room: CommentsRoom }) {
  const { t } = useLocale()
  const watchers = useWatchers(room.reference, room.version.number)
  if (!watchers) return null
  const people = new Map(watchers.map(({ delegation, people }) => [delegation, people]))
  const present = inProtocolOrder([...people.keys()].filter((code) => isDelegation(code)))
  return (
    <div className="presence">
      <span className="soft">{t('comments.present')}</span>
      <ul className="states">
        {present.map((code) => (
          <li key={code}>
            <StateChip code={code} />{' '}
            {t('comments.present-people', { count: people.get(code) ?? 0 })}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Null until the server has told who is there. */
function useWatchers(reference: string, version: number): readonly Watcher[] | null {
  const [watchers, setWatchers] = useState<readonly Watcher[] | null>(null)
  useEffect(
    () => liveConnection().watchVersion(reference, version, setWatchers),
    [reference, version],
  )
  return watchers
}
