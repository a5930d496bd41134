import { useFetcher } from '@remix-run/react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
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
  /** Where the focus goes when the act has taken the opener off the page. */
  returnTo?: string
  /** The address of the room whose act it is. */
  action?: string
  children: ReactNode
}

/**
 * An act with consequences, in the browser's own dialog: what is asked, what follows from it, and
 * the form itself. It stays open with the reason when the act is refused.
 */
export function ActDialog(props: ActDialogProps) {
  const { act, label, openerKind = 'quiet', title, confirm, hidden, returnTo, children } = props
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const fetcher = useFetcher<DiscussionAnswer>()
  const key = useFormKey(fetcher)
  const close = () => dialog.current?.close()
  useSent(fetcher, close)
  useFocusBack(dialog, `${id}o`, returnTo)
  return (
    <>
      <Button
        type="button"
        id={`${id}o`}
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

/**
 * The act may take its own button away, with the dialog open on it or just closed: the focus that
 * was in either then goes to `id`. Before they are gone, since nobody knows afterwards where it was.
 */
function useFocusBack(
  dialog: React.RefObject<HTMLDialogElement>,
  openerId: string,
  id: string | undefined,
) {
  useLayoutEffect(() => {
    const shown = dialog.current
    return () => {
      const { activeElement } = document
      const isHere = activeElement?.id === openerId || shown?.contains(activeElement)
      if (!id || !(shown?.open || isHere)) return
      // While it is open nothing outside can have the focus.
      shown?.close()
      document.getElementById(id)?.focus()
    }
  }, [dialog, openerId, id])
}
