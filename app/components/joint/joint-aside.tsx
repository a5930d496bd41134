import { useRevalidator } from '@remix-run/react'
import { useEffect, useMemo, useRef } from 'react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { JointRoom } from '#app/queries/joint-comment.server.ts'
import { type Content, plainText } from '#app/text/content.ts'
import { Button, ButtonLink } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { DelegationChoice } from '../delegation-choice.tsx'
import type { FormState } from '../form-state.ts'
import { PortalForm } from '../form.tsx'
import { History } from '../history.tsx'
import { KeptFocus } from '../kept-focus.tsx'
import { useLocale } from '../locale.tsx'
import { Panel } from '../section.tsx'
import { JointMembers } from './joint-members.tsx'

interface JointAsideProps {
  room: JointRoom
  /** The text as it stands on the screen; null while it is being opened. */
  content: Content | null
  /** What the server said to the form that invites. */
  state: FormState | null
}

/** Beside the text: who is in it, what one's own state can do now, and how it came about. */
export function JointAside({ room, content, state }: JointAsideProps) {
  const { t, list, stateName } = useLocale()
  useAskedAfterWriting(content)
  const path = `/files/${referenceInAddress(room.reference)}/joint/${room.id}`
  return (
    <>
      <Panel title={t('joint.members')}>
        <div aria-live="polite">
          <JointMembers room={room} />
        </div>
        <KeptFocus otherwise="content">
          <JointActs room={room} path={path} />
        </KeptFocus>
      </Panel>
      {room.may.invite && room.invitable.length > 0 && (
        <Panel title={t('joint.invite')}>
          <details className="more" open={state !== null}>
            <summary>{t('joint.invite-more')}</summary>
            <PortalForm state={state} hidden={{ act: 'invite' }}>
              <DelegationChoice name="invited" label={t('joint.invited')} codes={room.invitable} />
              <Button kind="primary">{t('joint.invite')}</Button>
            </PortalForm>
          </details>
        </Panel>
      )}
      <Panel title={t('joint.history')}>
        <History
          label={t('joint.history')}
          items={room.history.map(({ id, at, delegation, type, invited }) => ({
            id: String(id),
            at,
            who: delegation ? stateName(delegation) : t('history.portal'),
            what: t(`joint.did.${type}`, { invited: list(invited.map((code) => stateName(code))) }),
          }))}
        />
      </Panel>
    </>
  )
}

function JointActs({ room, path }: { room: JointRoom; path: string }) {
  const { t } = useLocale()
  const { may, commentId } = room
  if (commentId) return null
  return (
    <div className="actions" tabIndex={-1}>
      {may.join && <Act act="join" label={t('joint.join')} isPrimary />}
      {(may.sign || may.release) && (
        <ButtonLink to={`${path}/sign`} kind="primary">
          {t('joint.read-and-sign')}
        </ButtonLink>
      )}
      {may.unsign && <Act act="unsign" label={t('joint.unsign')} />}
      {may.leave && (
        <PortalForm id="leave" hidden={{ act: 'leave' }}>
          <ConfirmDialog
            label={t(may.join ? 'joint.decline' : 'joint.leave')}
            openerKind="quiet"
            title={t(may.join ? 'joint.decline-title' : 'joint.leave-title')}
            consequences={<p>{t('joint.leave-consequences')}</p>}
            confirm={t(may.join ? 'joint.decline-confirm' : 'joint.leave-confirm')}
            form="leave"
          />
        </PortalForm>
      )}
    </div>
  )
}

function Act({ act, label, isPrimary }: { act: string; label: string; isPrimary?: boolean }) {
  return (
    <PortalForm hidden={{ act }}>
      <Button kind={isPrimary ? 'primary' : 'quiet'}>{label}</Button>
    </PortalForm>
  )
}

const settledMs = 1_000

/**
 * A text that has changed is another than was signed, and no act says so: once the writing has
 * paused, the page asks on which text each signature is.
 */
function useAskedAfterWriting(content: Content | null) {
  const { revalidate } = useRevalidator()
  const words = useMemo(() => content && plainText(content), [content])
  const known = useRef<string | null>(null)
  useEffect(() => {
    if (words === null || words === known.current) return
    const isFirst = known.current === null
    known.current = words
    if (isFirst) return
    const asking = setTimeout(revalidate, settledMs)
    return () => clearTimeout(asking)
  }, [words, revalidate])
}
