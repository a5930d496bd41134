import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { CheckboxGroup } from './choices.tsx'
import type { FieldProps } from './field.tsx'
import { useLocale } from './locale.tsx'

interface DelegationChoiceProps extends FieldProps {
  codes: Iterable<DelegationCode>
  chosen?: readonly DelegationCode[]
}

/** Any number of delegations, in protocol order. */
export function DelegationChoice({ codes, chosen, ...field }: DelegationChoiceProps) {
  const { stateName } = useLocale()
  return (
    <CheckboxGroup
      {...field}
      isGrid
      defaultValues={chosen}
      choices={inProtocolOrder(codes).map((code) => ({
        value: code,
        label: (
          <>
            <span className="state__code">{code}</span> {stateName(code)}
          </>
        ),
      }))}
    />
  )
}
