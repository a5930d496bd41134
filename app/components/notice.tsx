import type { ReactNode } from 'react'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'

type NoticeKind = 'info' | 'done' | 'warning' | 'error'

const SIGNS: Record<NoticeKind, IconName> = {
  info: 'info',
  done: 'check',
  warning: 'warning',
  error: 'cross',
}

interface NoticeProps {
  kind?: NoticeKind
  title?: string
  /** It appeared in answer to something: it is read out at once. */
  isLive?: boolean
  children?: ReactNode
}

/** A message in the page. `warning` is where the law is doubtful: it warns and does not stop. */
export function Notice({ kind = 'info', title, isLive, children }: NoticeProps) {
  const { t } = useLocale()
  return (
    <div className={`notice notice--${kind}`} role={isLive ? liveRole(kind) : undefined}>
      <Icon name={SIGNS[kind]} />
      <div className="notice__words">
        <p className="notice__title">
          <span className={title ? 'heard' : undefined}>
            {t(`common.notice.${kind}`)}
            {title && ': '}
          </span>
          {title}
        </p>
        {children}
      </div>
    </div>
  )
}

function liveRole(kind: NoticeKind): 'alert' | 'status' {
  return kind === 'error' || kind === 'warning' ? 'alert' : 'status'
}
