import { useFetcher } from '@remix-run/react'
import { type ReactNode, useId, useRef } from 'react'
import { Button, type ButtonKind } from '../button.tsx'
import { CancelButton } from '../cancel-button.tsx'
import { PortalForm } from '../form.tsx'
import { Icon } from '../icon.tsx'
import { type DiscussionAct, type DiscussionAnswer, useSent } from './answer.ts'
import { useFormKey } from './form-key.ts'

interface ActDialogProps {
  act: DiscussionAct
  /** On the button that opens it. */
  label: string
  openerKind?: ButtonKind
  openerClass?: string
  title: string
  confirm: string
  confirmKind?: ButtonKind
  hidden?: Readonly<Record<string, string | number>>
  /** The address of the room whose act it is. */
  action?: string
  children: ReactNode
}

/**
 * An act with consequences, in the browser's own dialog: what is asked, what follows from it, and
 * the form itself. It stays open with the reason when the act is refused.
 */
export function ActDialog(props: ActDialogProps) {
  const { act, label, openerKind = 'quiet', title, confirm, hidden, children } = props
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const fetcher = useFetcher<DiscussionAnswer>()
  const key = useFormKey(fetcher)
  const close = () => dialog.current?.close()
  useSent(fetcher, close)
  return (
    <>
      <Button
        type="button"
        kind={openerKind}
        className={props.openerClass}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={`${id}t`}>
        <h2 id={`${id}t`} className="dialog__title">
          <Icon name="warning" /> {title}
        </h2>
        <PortalForm
          fetcher={fetcher}
          action={props.action}
          hidden={{ act, key, ...hidden }}
          state={fetcher.data}
        >
          {children}
          <div className="actions">
            <CancelButton onCancel={close} />
            <Button kind={props.confirmKind ?? 'final'} disabled={fetcher.state !== 'idle'}>
              {confirm}
            </Button>
          </div>
        </PortalForm>
      </dialog>
    </>
  )
}
