import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'

interface FileBoxProps {
  name: string
  /** PDF, DOCX, JSON: as people call the format. */
  format: string
  /** In bytes. */
  size?: number
  href: string
  /** Language, date, who added it. */
  detail?: ReactNode
}

/** Something to download, with its format and size said beforehand. */
export function FileBox({ name, format, size, href, detail }: FileBoxProps) {
  const { t } = useLocale()
  const sizeText = useSizeText(size)
  return (
    <div className="file-box">
      <Icon name="file" />
      <div className="file-box__words">
        <p className="file-box__name">{name}</p>
        <p className="file-box__detail">
          {format}
          {sizeText && ` · ${sizeText}`}
          {detail && <> · {detail}</>}
        </p>
      </div>
      <a className="file-box__link" href={href} download>
        <Icon name="download" /> {t('common.download')}
        <span className="heard"> {name}</span>
      </a>
    </div>
  )
}

/** `820 kB`, `1.4 MB`: in steps of a thousand, as the units say. */
function useSizeText(bytes: number | undefined): string | null {
  const { t, number } = useLocale()
  if (bytes === undefined) return null
  if (bytes < 1000) return t('common.size.bytes', { size: number(bytes) })
  if (bytes < 1_000_000)
    return t('common.size.kilobytes', { size: number(Math.round(bytes / 1000)) })
  return t('common.size.megabytes', {
    size: number(bytes / 1_000_000, { maximumFractionDigits: 1 }),
  })
}
