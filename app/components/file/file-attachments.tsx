import { Link } from '@remix-run/react'
import type { FilePage } from '#app/queries/file-page.server.ts'
import { attachmentTypes } from '#app/measures/attachment.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { Button } from '../button.tsx'
import { FileBox } from '../file-box.tsx'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { useLanguageNames } from './language-field.tsx'

type Attachment = FilePage['file']['attachments'][number]

export function FileAttachments({ page: { file, may } }: { page: FilePage }) {
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(file.reference)}/attachments`
  return (
    <Panel title={t('file.attachments')} id="attachments">
      {file.attachments.length === 0 && <p>{t('file.attachments.none')}</p>}
      <ul className="plain-list">
        {file.attachments.map((attachment) => (
          <li key={attachment.id}>
            <AttachmentBox attachment={attachment} path={path} />
            {attachment.mayRemove && (
              <PortalForm
                id={`remove-${attachment.id}`}
                className="form--inline"
                hidden={{ act: 'remove-attachment', attachment: attachment.id }}
              >
                <Button kind="quiet">{t('file.attachments.remove')}</Button>
              </PortalForm>
            )}
          </li>
        ))}
      </ul>
      {may.attach && (
        <p>
          <Link to={path}>{t('file.attachments.add')}</Link>
        </p>
      )}
    </Panel>
  )
}

function AttachmentBox({ attachment, path }: { attachment: Attachment; path: string }) {
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const { id, name, kind, language, mediaType, size, otherChannel, isShared } = attachment
  if (attachment.isWithheld) return <p className="soft">{t('withhold.attachment')}</p>
  const said = [
    t(`attachments.kind.${kind}`),
    language && languageName(language),
    !isShared && t('file.attachments.inside'),
  ].filter((part) => typeof part === 'string')
  if (otherChannel) {
    return (
      <p>
        {name}. {t('file.attachments.channel', { channel: otherChannel })} ({said.join(', ')})
      </p>
    )
  }
  return (
    <FileBox
      name={name}
      format={(attachmentTypes[mediaType ?? ''] ?? '').toUpperCase()}
      size={size ?? undefined}
      href={`${path}/${id}`}
      detail={said.join(', ')}
    />
  )
}
