import type { TransitionCommand } from '#app/measures/transitions.ts'
import { transitionFor } from '#app/measures/transitions.ts'
import { useLocale } from './locale.tsx'
import { StepLabel } from './status-label.tsx'
import { Table } from './table.tsx'

/** From the first thought to the register; what undoes or answers a step is left out. */
const MAIN_STEPS = {
  'give-notice': 'chosen',
  'open-draft': 'owner',
  share: 'chosen',
  'record-adoption': 'told',
  'record-gazette': 'everybody',
  'record-sending': 'all-states',
  'record-publication': 'everybody',
  compile: 'everybody',
  'record-requirement': 'chosen',
  repeal: 'everybody',
} as const satisfies Partial<Record<TransitionCommand, string>>

type MainStep = keyof typeof MAIN_STEPS

const steps = Object.keys(MAIN_STEPS).filter((step): step is MainStep => step in MAIN_STEPS)

/** The steps of a measure as the mechanism has them, each with its nature and source. */
export function StepsTable() {
  const { t } = useLocale()
  return (
    <Table
      caption={t('start.how-caption')}
      isCaptionHidden
      columns={[
        { key: 'step', heading: t('start.step'), cell: (step) => <Step step={step} /> },
        {
          key: 'public',
          heading: t('start.who-sees'),
          cell: (step) => t(`start.public.${MAIN_STEPS[step]}`),
        },
      ]}
      rows={steps}
      rowKey={(step) => step}
    />
  )
}

function Step({ step }: { step: MainStep }) {
  const { t } = useLocale()
  const { nature, source } = transitionFor(step)
  return (
    <StepLabel basis={nature} source={t(`terms.source.${source}`)}>
      {t(`terms.step.${step}`)}
    </StepLabel>
  )
}
