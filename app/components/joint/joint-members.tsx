import type { JointRoom } from '#app/queries/joint-comment.server.ts'
import { useLocale } from '../locale.tsx'
import { StateChip } from '../state-chip.tsx'
import { StatusLabel } from '../status-label.tsx'

/** Who is in it, in protocol order, and on which text each has signed. */
export function JointMembers({ room: { members } }: { room: Pick<JointRoom, 'members'> }) {
  const { t } = useLocale()
  return (
    <ul className="plain-list joint__members">
      {members.map(({ delegation, state, signature }) => (
        <li key={delegation}>
          <StateChip code={delegation} isNamed />{' '}
          <StatusLabel tone={state === 'left' ? 'ended' : 'neutral'}>
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
        </li>
      ))}
    </ul>
  )
}
