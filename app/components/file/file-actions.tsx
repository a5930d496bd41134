import type { FilePage } from '#app/queries/file-page.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { ButtonLink } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'

/** What the owner can do next, the likeliest last and most visible. */
export function FileActions({ page: { file, may } }: { page: FilePage }) {
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(file.reference)}`
  return (
    <>
      {may.openAmendment && (
        <ButtonLink to={`/files/new?changes=${encodeURIComponent(file.reference)}`}>
          {t('file.amend')}
        </ButtonLink>
      )}
      {may.recordAdoption && <ButtonLink to={`${path}/record`}>{t('file.adopt')}</ButtonLink>}
      {may.share && <ButtonLink to={`${path}/share`}>{t('file.share')}</ButtonLink>}
      {may.giveNotice && (
        <ButtonLink to={`${path}/notice`} kind={file.notice.given ? 'secondary' : 'primary'}>
          {t('notices.give.title')}
        </ButtonLink>
      )}
      {may.openDraft && (
        <PortalForm id="open-draft" hidden={{ act: 'open-draft' }} className="form--inline">
          <ConfirmDialog
            label={t('file.open-draft')}
            openerKind="secondary"
            title={t('file.open-draft.dialog')}
            consequences={<p>{t('file.open-draft.consequences')}</p>}
            form="open-draft"
          />
        </PortalForm>
      )}
      {may.writeDraft && (
        <ButtonLink to={`${path}/draft`} kind="primary">
          {t('file.open-draft-room')}
        </ButtonLink>
      )}
    </>
  )
}
