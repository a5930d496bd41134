import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { isOut } from '#app/measures/joint-comment.ts'
import type { JointRoom } from '#app/queries/joint-comment.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip, StateChips } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'

interface JointMembersProps {
  room: Pick<JointRoom, 'members' | 'holders' | 'signatories'>
}

/** Who is in it, in protocol order, on which text each has signed, and to reach whom. */
export function JointMembers({ room }: JointMembersProps) {
  const { t } = useLocale()
  const { members } = room
  return (
    <ul className="plain-list joint__members">
      {members.map(({ delegation, state, signature }) => (
        <li key={delegation}>
          <StateChip code={delegation} isNamed />{' '}
          <StatusLabel tone={isOut({ state }) ? 'ended' : 'neutral'}>
            {t(`joint.state.${state}`)}
          </StatusLabel>{' '}
          {state === 'joined' &&
            (signature ? (
              <StatusLabel tone={signature.isOnThisText ? 'good' : 'attention'}>
                {t(signature.isOnThisText ? 'joint.signed' : 'joint.signed-earlier', {
                  number: signature.documentSeq,
                })}
              </StatusLabel>
            ) : (
              <StatusLabel>{t('joint.not-signed')}</StatusLabel>
            ))}
          {state === 'joined' && signature?.isOnThisText && signature.whom && (
            <SignedFor room={room} whom={signature.whom} />
          )}
        </li>
      ))}
    </ul>
  )
}

function SignedFor({ room, whom }: JointMembersProps & { whom: readonly DelegationCode[] }) {
  const { t } = useLocale()
  const { holders, signatories } = room
  if (holders.every((code) => whom.includes(code))) {
    return <p className="soft">{t('joint.signed-for-all')}</p>
  }
  return (
    <>
      <p className="soft">{t('joint.signed-for')}</p>
      <StateChips codes={whom.filter((code) => !signatories.some((other) => other === code))} />
    </>
  )
}
