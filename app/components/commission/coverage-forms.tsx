import { type CoverageComparison, isCompared } from '#app/measures/coverage.ts'
import { coverageExtents } from '#app/measures/article-10.ts'
import type { CoveragePage } from '#app/queries/coverage-page.server.ts'
import { Button } from '../button.tsx'
import { RadioGroup } from '../choices.tsx'
import { ComparedParameters } from '../compared-parameters.tsx'
import { DateField, Select, TextArea, TextField } from '../field.tsx'
import { LanguageField } from '../file/language-field.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

export interface Asked {
  point: string | null
  annexICode: string
  annexIWords: string
  language: string
}

interface CompareFormProps {
  page: CoveragePage
  asked: Asked | null
  state: FormState | null
}

/** What is compared. It changes only the address, so that a comparison can be kept or sent. */
export function CompareForm({ page, asked, state }: CompareFormProps) {
  const { t } = useLocale()
  return (
    <PortalForm id="compare" method="get" state={state}>
      <Select
        name="point"
        label={t('coverage.point')}
        emptyLabel={t('register.annex-i-whole')}
        options={page.points.map((point) => ({ value: point, label: point }))}
        isOptional
        defaultValue={asked?.point ?? ''}
      />
      <TextField
        name="annexICode"
        label={t('coverage.annex-i-code')}
        hint={t('coverage.annex-i-code-hint')}
        isOptional
        width="short"
        defaultValue={asked?.annexICode}
      />
      <TextArea
        name="annexIWords"
        label={t('coverage.annex-i-words')}
        hint={t('coverage.annex-i-words-hint')}
        isOptional
        rows={5}
        defaultValue={asked?.annexIWords}
      />
      <LanguageField
        name="language"
        label={t('coverage.language')}
        defaultValue={asked?.language ?? page.entry.language}
      />
      <div className="actions">
        <Button kind={asked ? 'secondary' : 'primary'}>{t('coverage.compare')}</Button>
      </div>
    </PortalForm>
  )
}

interface DecisionFormProps {
  page: CoveragePage
  asked: Asked
  comparison: CoverageComparison
  state: FormState | null
}

/** The comparison side by side, what it proposes, and the decision, which is a person's. */
export function CoverageDecision({ page, asked, comparison, state }: DecisionFormProps) {
  const { t } = useLocale()
  const { proposed } = comparison
  return (
    <>
      {isCompared(comparison) ? (
        <ComparedParameters parameters={comparison.parameters} />
      ) : (
        <p className="soft">{t('coverage.not-compared')}</p>
      )}
      <Notice title={t(`coverage.proposed.${proposed ?? 'none'}`)}>
        <p>{t('coverage.proposed-words')}</p>
      </Notice>
      <PortalForm
        id="cover"
        state={state}
        hidden={{
          entryId: page.entry.id,
          point: asked.point ?? '',
          annexICode: asked.annexICode,
          annexIWords: asked.annexIWords,
          language: asked.language,
        }}
      >
        <RadioGroup
          name="extent"
          label={t('coverage.extent')}
          defaultValue={proposed ?? undefined}
          choices={coverageExtents.map((extent) => ({
            value: extent,
            label: t(`coverage.extent.${extent}`),
            hint: t(`coverage.extent-hint.${extent}`),
          }))}
        />
        <DateField name="since" label={t('coverage.since')} hint={t('coverage.since-hint')} />
        <div className="actions">
          <Button kind="primary">{t('record.submit')}</Button>
        </div>
      </PortalForm>
    </>
  )
}
