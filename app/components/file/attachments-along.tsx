import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { FilePage } from '#app/queries/file-page.server.ts'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { useLanguageNames } from './language-field.tsx'

type Attachments = FilePage['file']['attachments']

/** On the page that prepares a release: which attachments go along, and where to see to them. */
export function NoticeOfAlong(props: { attachments: Attachments; reference: string }) {
  const { attachments, reference } = props
  const { t } = useLocale()
  if (attachments.length === 0) return null
  return (
    <Notice title={t('attachments.along')}>
      <AttachmentNames attachments={attachments} />
      <p>
        <Link to={`/files/${referenceInAddress(reference)}#attachments`}>
          {t('attachments.along-change')}
        </Link>
      </p>
    </Notice>
  )
}

/** The same among the consequences of a release. */
export function AttachmentsAlong({ attachments }: { attachments: Attachments }) {
  const { t } = useLocale()
  if (attachments.length === 0) return null
  return (
    <>
      <p>{t('attachments.along-words')}</p>
      <AttachmentNames attachments={attachments} />
    </>
  )
}

function AttachmentNames({ attachments }: { attachments: Attachments }) {
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  return (
    <ul>
      {attachments.map(({ id, name, kind, language, otherChannel }) => {
        const said = [
          t(`attachments.kind.${kind}`),
          language && languageName(language),
          otherChannel && t('file.attachments.channel', { channel: otherChannel }),
        ].filter((part) => typeof part === 'string' && part !== '')
        return (
          <li key={id}>
            {name} ({said.join(', ')})
          </li>
        )
      })}
    </ul>
  )
}
