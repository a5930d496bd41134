import type { ReactNode } from 'react'
import { useLocale } from './locale.tsx'

export interface DownloadLink {
  href: string
  label: string
}

interface DownloadsProps {
  links: readonly DownloadLink[]
  /** A way back in, where there is one. */
  children?: ReactNode
}

/** What of a room can be taken away as a file. */
export function Downloads({ links, children }: DownloadsProps) {
  const { t } = useLocale()
  return (
    <nav aria-label={t('paper.downloads')} className="views downloads">
      <span className="soft">{t('paper.downloads')}:</span>
      {links.map(({ href, label }) => (
        <a key={href} href={href} download>
          {label}
        </a>
      ))}
      {children}
    </nav>
  )
}
