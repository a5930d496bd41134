import { referenceInAddress } from '#app/measures/measure.ts'
import type { FileRooms } from '#app/queries/file-rooms.server.ts'
import { versionRoomName } from '../comments/room-title.ts'
import { useLocale } from '../locale.tsx'
import { type Tab, Tabs } from '../tabs.tsx'

interface FileTabsProps {
  reference: string
  rooms: FileRooms
  /** The version whose rooms these are; else the newest one. */
  shown?: FileRooms['newest']
}

/** The rooms of a file that this person may enter: the same on every page of it. */
export function FileTabs({ reference, rooms, shown = rooms.newest }: FileTabsProps) {
  const locale = useLocale()
  const { t } = locale
  const path = `/files/${referenceInAddress(reference)}`
  const ofVersion: (Tab | false)[] = shown
    ? [
        {
          label: versionRoomName(locale, shown),
          to: `${path}/versions/${shown.number}`,
        },
        { label: t('file.tab.table'), to: `${path}/versions/${shown.number}/table` },
        { label: t('proposals.title'), to: `${path}/proposals` },
        rooms.hasPositions && { label: t('file.tab.positions'), to: `${path}/positions` },
        rooms.hasPositions && { label: t('file.tab.outcomes'), to: `${path}/outcomes` },
      ]
    : []
  const tabs: (Tab | false)[] = [
    { label: t('file.tab.file'), to: path },
    rooms.hasDraft && { label: t('file.tab.draft'), to: `${path}/draft` },
    ...ofVersion,
    rooms.hasRecord && { label: t('file.tab.record'), to: `${path}/record` },
    rooms.hasLanguages && { label: t('languages.title'), to: `${path}/languages` },
  ]
  return <Tabs label={t('file.tabs')} tabs={tabs.filter((tab) => tab !== false)} />
}
