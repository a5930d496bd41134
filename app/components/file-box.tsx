import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'
import { sizeText } from './size-text.ts'

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
  const locale = useLocale()
  const { t } = locale
  const sized = size === undefined ? null : sizeText(locale, size)
  return (
    <div className="file-box">
      <Icon name="file" />
      <div className="file-box__words">
        <p className="file-box__name">{name}</p>
        <p className="file-box__detail">
          {format}
          {sized && ` · ${sized}`}
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
