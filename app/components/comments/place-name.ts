import { useMemo } from 'react'
import type { ThreadView } from '#app/queries/discussion.server.ts'
import { noticeSections } from '#app/measures/notice-text.ts'
import type { VersionKind } from '#app/measures/measure.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { type SectionKey, sectionKeys } from '#app/text/grammar.ts'
import type { PlaceName } from '#app/text/place-name.ts'
import { useLocale } from '../locale.tsx'
import { elementName } from '../text/element-name.ts'

export function usePlaceNames(kind: VersionKind) {
  const locale = useLocale()
  return useMemo(() => placeNames(locale, kind), [locale, kind])
}

/** How places of a version are called: an early notice has fields where a draft has sections. */
export function placeNames(locale: Pick<LocaleFormat, 't'>, kind: VersionKind) {
  const { t } = locale
  const sectionName = (key: SectionKey) => {
    const field = kind === 'notice' ? noticeFieldOf(key) : null
    return field ? t(`comments.notice.${field}`) : t(`text.section.${key}`)
  }
  const nameOf = (element: PlaceName) => elementName(locale, element, sectionName)

  /** A place as the record keeps it: a provision, the key of a section, or nothing for the whole. */
  const provisionName = (provision: string) => {
    if (provision === '') return t('comments.place.whole')
    return isSectionKey(provision) ? sectionName(provision) : provision
  }

  /** Where a thread is in the shown version, perhaps is, or was in the one it was opened in. */
  const threadPlace = (thread: Omit<ThreadView, 'comments'>) => {
    if (thread.isWhole) return t('comments.place.whole')
    if (thread.name) {
      const place = nameOf(thread.name)
      return thread.condition === 'unsure' ? t('comments.place.perhaps', { place }) : place
    }
    if (!thread.wasAt) return t('comments.place.gone')
    const place = provisionName(thread.wasAt)
    return t('comments.place.was', { place, number: thread.openedIn })
  }

  /** Where a thread stood in the version it was opened in, if that is called otherwise now. */
  const threadWasAt = ({ name, wasAt, condition }: Omit<ThreadView, 'comments'>) => {
    if (!name || !wasAt || !condition || wasAt === (name.provision ?? name.section)) return null
    return { before: provisionName(wasAt), now: provisionName(name.provision ?? name.section) }
  }
  return { nameOf, sectionName, provisionName, threadPlace, threadWasAt }
}

function isSectionKey(text: string): text is SectionKey {
  return (sectionKeys as readonly string[]).includes(text)
}

export type NoticeField = keyof typeof noticeSections

export function noticeFieldOf(section: SectionKey): NoticeField | null {
  const found = Object.entries(noticeSections).find(([, key]) => key === section)
  return found ? (found[0] as NoticeField) : null
}
