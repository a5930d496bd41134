import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import { useLocale } from './locale.tsx'

interface StateChipProps {
  code: DelegationCode
  /** The name is written out beside the code. */
  isNamed?: boolean
}

/** A delegation by its code: EL and not GR. The name is heard, and seen on pointing. */
export function StateChip({ code, isNamed }: StateChipProps) {
  const { stateName } = useLocale()
  const name = stateName(code)
  return (
    <span className="state">
      <abbr className="state__code" title={isNamed ? undefined : name} aria-hidden={isNamed}>
        {code}
      </abbr>
      {isNamed && <span className="state__name">{name}</span>}
    </span>
  )
}

/** Delegations in protocol order. */
export function StateChips({ codes }: { codes: Iterable<DelegationCode> }) {
  return (
    <ul className="states">
      {inProtocolOrder(codes).map((code) => (
        <li key={code}>
          <StateChip code={code} />
        </li>
      ))}
    </ul>
  )
}
