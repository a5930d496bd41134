import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'

interface LaneProps {
  /** `inner`: only the reader's own delegation sees it. `released`: it has gone out. */
  lane: 'inner' | 'released'
  /** Whom a released thing reaches. */
  reach?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** What is inside the house never looks like what has left it. */
export function Lane({ lane, reach, actions, children }: LaneProps) {
  const { t } = useLocale()
  return (
    <div className={`lane lane--${lane}`}>
      <p className="lane__band">
        {lane === 'inner' ? (
          <>
            <Icon name="lock" /> {t('common.lane.inner')}
          </>
        ) : (
          (reach ?? t('common.lane.released'))
        )}
      </p>
      <div className="lane__body">{children}</div>
      {actions && <div className="lane__actions actions">{actions}</div>}
    </div>
  )
}
