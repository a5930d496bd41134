import { Downloads } from './downloads.tsx'
import { useLocale } from './locale.tsx'

/** The same paper in Word and as PDF; `address` is theirs up to the last point. */
export function PaperDownloads({ address }: { address: string }) {
  const { t } = useLocale()
  return (
    <Downloads
      links={[
        { href: `${address}.docx`, label: t('paper.as-word') },
        { href: `${address}.pdf`, label: t('paper.as-pdf') },
      ]}
    />
  )
}
