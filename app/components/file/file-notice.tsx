import { Link } from '@remix-run/react'
import type { FilePage } from '#app/queries/file-page.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { Lane } from '../lane.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { NoticeWords } from './notice-fields.tsx'

/** The early notice: as given, or as it is being written inside the house. */
export function FileNotice({ page: { file, may } }: { page: FilePage }) {
  const { t } = useLocale()
  const { written, given } = file.notice
  const isWriting = file.stage === 'considering' && may.changeDetails
  if (!given && !written) return null
  const words = given ?? written
  return (
    <Section
      title={t('file.notice')}
      id="notice"
      actions={
        isWriting && (
          <Link to={`/files/${referenceInAddress(file.reference)}/notice`}>
            {t('file.notice.write')}
          </Link>
        )
      }
    >
      {given ? (
        <NoticeWords notice={given} />
      ) : (
        words && (
          <Lane lane="inner">
            <p>{t('file.notice.not-given')}</p>
            <NoticeWords notice={words} />
          </Lane>
        )
      )}
    </Section>
  )
}
