import type { Audience } from '#app/measures/audience.ts'
import {
  type DelegationCode,
  delegationCodes,
  isDelegation,
} from '#app/measures/delegation-codes.ts'
import { audienceOf } from '#app/measures/inputs.ts'
import { RadioGroup } from '../choices.tsx'
import { DelegationChoice } from '../delegation-choice.tsx'
import { useLocale } from '../locale.tsx'

interface AudienceChoiceProps {
  owner: DelegationCode
  /** Told what the fields say each time one changes; they begin with all. */
  onChoice: (audience: Audience | null) => void
}

/** Whom a release reaches: `audience` and, for named ones, `delegations`. */
export function AudienceChoice({ owner, onChoice }: AudienceChoiceProps) {
  const { t } = useLocale()
  return (
    <div onChange={({ currentTarget }) => onChoice(chosenAudience(currentTarget))}>
      <RadioGroup
        name="audience"
        label={t('share.audience')}
        defaultValue="all"
        choices={(['all', 'named', 'owner-commission'] as const).map((value) => ({
          value,
          label: t(
            value === 'owner-commission' ? 'share.audience.commission' : `terms.audience.${value}`,
          ),
        }))}
      />
      <div className="with-named">
        <DelegationChoice
          name="delegations"
          label={t('share.delegations')}
          hint={t('share.delegations-hint')}
          codes={delegationCodes.filter((code) => code !== owner)}
        />
      </div>
    </div>
  )
}

/** What the fields say now, so that the question names whom the release would reach. */
function chosenAudience(fields: HTMLElement): Audience | null {
  const checked = [...fields.querySelectorAll<HTMLInputElement>('input:checked')]
  const kind = checked.find(({ name }) => name === 'audience')?.value
  const codes = checked.filter(({ name }) => name === 'delegations').map(({ value }) => value)
  const delegations = codes.filter((code) => isDelegation(code))
  if (kind === 'named') return delegations.length > 0 ? audienceOf(kind, delegations) : null
  return kind === 'all' || kind === 'owner-commission' ? { kind } : null
}
