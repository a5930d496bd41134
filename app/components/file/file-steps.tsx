import type { FilePage } from '#app/queries/file-page.server.ts'
import { Button } from '../button.tsx'
import { DateField, TextField } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { DateText } from '../when.tsx'

interface FileStepsProps {
  page: FilePage
  /** Of the next step, so that a form sent twice records one. */
  stepKey: string
  state: FormState | null
}

/** The national procedure, as the state defines it; seen inside the house only. */
export function FileSteps({ page: { file, may }, stepKey, state }: FileStepsProps) {
  const { t } = useLocale()
  return (
    <Panel title={t('file.steps')}>
      {file.steps.length === 0 && <p>{t('file.steps.none')}</p>}
      <ul className="plain-list">
        {file.steps.map(({ id, title, on }) => (
          <li key={id}>
            {title}: <DateText value={on} />
          </li>
        ))}
      </ul>
      {may.attach && (
        <details className="more" open={state !== null}>
          <summary>{t('file.steps.add')}</summary>
          <PortalForm id="step" state={state} hidden={{ act: 'step', key: stepKey }}>
            <TextField name="title" label={t('file.steps.title')} />
            <DateField name="on" label={t('file.steps.on')} isOptional />
            <Button>{t('file.steps.add')}</Button>
          </PortalForm>
        </details>
      )}
    </Panel>
  )
}
