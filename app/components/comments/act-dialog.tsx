import { useFetcher } from '@remix-run/react'
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DiscussionAct } from '#app/measures/comment-inputs.ts'
import { Button, type ButtonKind } from '../button.tsx'
import { CancelButton } from '../cancel-button.tsx'
import { PortalForm } from '../form.tsx'
import { Icon } from '../icon.tsx'
import { type DiscussionAnswer, useSent } from './answer.ts'
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
 * the form itself. It stays open with the reason when the act is refused. It is made when it is
 * first opened: a room has hundreds.
 */
export function ActDialog(props: ActDialogProps) {
  const { label, openerKind = 'quiet', openerClass } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [isMade, setIsMade] = useState(false)
  const open = () => {
    flushSync(() => setIsMade(true))
    dialog.current?.showModal()
  }
  return (
    <>
      <Button
        type="button"
        kind={openerKind}
        className={openerClass}
        aria-haspopup="dialog"
        onClick={open}
      >
        {label}
      </Button>
      {isMade && <MadeDialog {...props} dialog={dialog} />}
    </>
  )
}

function MadeDialog(props: ActDialogProps & { dialog: RefObject<HTMLDialogElement> }) {
  const { act, title, confirm, hidden, children, dialog } = props
  const id = useId()
  const fetcher = useFetcher<DiscussionAnswer>()
  const key = useFormKey(fetcher)
  const close = () => dialog.current?.close()
  useSent(fetcher, close)
  return (
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
  )
}
