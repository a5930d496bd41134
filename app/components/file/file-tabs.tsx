import { referenceInAddress } from '#app/measures/measure.ts'
import { useLocale } from '../locale.tsx'
import { type Tab, Tabs } from '../tabs.tsx'

export interface FileRooms {
  reference: string
  /** The newest version that may be read, if any. */
  version: number | null
  /** That version is an early notice. */
  isNotice?: boolean
  hasDraft: boolean
  hasRecord: boolean
}

/** The rooms of a file that this person may enter. */
export function FileTabs({ reference, version, isNotice, hasDraft, hasRecord }: FileRooms) {
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(reference)}`
  const tabs: (Tab | false)[] = [
    { label: t('file.tab.file'), to: path },
    hasDraft && { label: t('file.tab.draft'), to: `${path}/draft` },
    version !== null && {
      label: isNotice ? t('file.tab.notice') : t('file.tab.version', { number: version }),
      to: `${path}/versions/${version}`,
    },
    version !== null && {
      label: t('file.tab.table'),
      to: `${path}/versions/${version}/table`,
    },
    version !== null && { label: t('file.tab.positions'), to: `${path}/positions` },
    hasRecord && { label: t('file.tab.record'), to: `${path}/record` },
  ]
  return <Tabs label={t('file.tabs')} tabs={tabs.filter((tab) => tab !== false)} />
}
