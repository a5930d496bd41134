import type { NoticeFields as Fields } from '#app/measures/events/life.ts'
import { Facts } from '../facts.tsx'
import { TextArea } from '../field.tsx'
import { useLocale } from '../locale.tsx'

/** The four fields of an early notice, to be written. */
export function NoticeFields({ notice }: { notice?: Omit<Fields, 'contact'> }) {
  const { t } = useLocale()
  return (
    <>
      <TextArea
        name="risk"
        label={t('notices.risk')}
        hint={t('notices.risk-hint')}
        rows={5}
        defaultValue={notice?.risk}
      />
      <TextArea
        name="technology"
        label={t('notices.technology')}
        hint={t('notices.technology-hint')}
        rows={4}
        defaultValue={notice?.technology}
      />
      <TextArea
        name="envisaged"
        label={t('notices.envisaged')}
        hint={t('notices.envisaged-hint')}
        rows={5}
        defaultValue={notice?.envisaged}
      />
      <TextArea
        name="timetable"
        label={t('notices.timetable')}
        hint={t('notices.timetable-hint')}
        rows={3}
        isOptional
        defaultValue={notice?.timetable}
      />
    </>
  )
}

/** An early notice to be read. */
export function NoticeWords({ notice }: { notice: Fields }) {
  const { t } = useLocale()
  const fields = ['risk', 'technology', 'envisaged', 'timetable', 'contact'] as const
  return (
    <Facts
      shape="stacked"
      facts={fields.map((field) => ({
        term: t(`notices.${field}`),
        value: notice[field] ? <p className="as-written">{notice[field]}</p> : t('notices.none'),
      }))}
    />
  )
}
