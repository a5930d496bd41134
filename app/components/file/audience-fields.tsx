import { type DelegationCode, delegationCodes } from '#app/measures/delegation-codes.ts'
import { RadioGroup } from '../choices.tsx'
import { DelegationChoice } from '../delegation-choice.tsx'
import { useLocale } from '../locale.tsx'

/** Whom a release reaches: `audience` and, for named ones, `delegations`. */
export function AudienceFields({ owner }: { owner: DelegationCode }) {
  const { t } = useLocale()
  return (
    <>
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
    </>
  )
}
