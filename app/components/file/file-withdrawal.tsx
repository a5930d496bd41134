import type { FilePage } from '#app/queries/file-page.server.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { TextArea } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Section } from '../section.tsx'
import { Reached } from './reached.tsx'

/** Ends a measure before adoption. */
export function FileWithdrawal({
  file,
  reaches,
  state,
}: {
  file: FilePage['file']
  reaches: FilePage['withdrawalReaches']
  state: FormState | null
}) {
  const { t } = useLocale()
  return (
    <Section title={t('file.withdraw.title')} intro={t('file.withdraw.hint')}>
      <details className="more" open={state !== null}>
        <summary>{t('file.withdraw')}</summary>
        <PortalForm
          id="withdraw"
          state={state}
          hidden={{ act: 'withdraw', revision: file.revision }}
        >
          <TextArea name="reason" label={t('file.withdraw.reason')} isOptional rows={3} />
          <div className="actions">
            <ConfirmDialog
              label={t('file.withdraw')}
              title={t('file.withdraw.dialog')}
              consequences={
                <>
                  {reaches && <Reached audience={reaches} />}
                  <p>{t('file.withdraw.consequences')}</p>
                </>
              }
              form="withdraw"
            />
          </div>
        </PortalForm>
      </details>
    </Section>
  )
}
