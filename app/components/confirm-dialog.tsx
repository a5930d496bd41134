import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import type { ButtonKind } from './button.tsx'
import { Button } from './button.tsx'
import type { FormCheck } from './form-check.ts'
import { useShowErrors } from './form.tsx'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'

interface ConfirmDialogProps {
  /** On the button that opens it, and on the one that does it unless `confirm` is given. */
  label: string
  openerKind?: ButtonKind
  title: string
  /**
   * What follows from the act, whom it reaches, and whether it can be taken back; said of the form as
   * it is filled in when one is asked, where that matters.
   */
  consequences: ReactNode | ((filled: FormData) => ReactNode)
  confirm?: string
  /** The form that the last button sends; the dialog closes and the form does the rest. */
  form: string
  /** What is wrong with the form already is said beside its fields, and the dialog stays closed. */
  check?: FormCheck
  /** Sent along, so that one form can serve several acts. */
  name?: string
  value?: string
}

/**
 * Asks before an act that goes out of the house. The browser's own dialog keeps the focus inside,
 * closes on Escape, and gives the focus back; the harmless answer has it first. The button that does
 * it is disabled while nobody was asked, because the Enter key of a field presses also what is hidden.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { label, openerKind = 'final', title, consequences, confirm, form, name, value } = props
  const { t } = useLocale()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState<FormData | null>(null)
  const showErrors = useShowErrors()
  const open = () => {
    const element = document.getElementById(form)
    const filled = new FormData(element instanceof HTMLFormElement ? element : undefined)
    const errors = props.check?.(filled) ?? null
    showErrors(errors)
    if (errors) return
    dialog.current?.showModal()
    setAsked(filled)
  }
  const close = () => dialog.current?.close()
  return (
    <>
      <Button type="button" kind={openerKind} aria-haspopup="dialog" onClick={open}>
        {label}
      </Button>
      <dialog
        ref={dialog}
        onClose={() => setAsked(null)}
        className="dialog"
        aria-labelledby={`${id}t`}
        aria-describedby={`${id}c`}
      >
        <h2 id={`${id}t`} className="dialog__title">
          <Icon name="warning" /> {title}
        </h2>
        <div id={`${id}c`} className="dialog__consequences">
          {typeof consequences === 'function' ? asked && consequences(asked) : consequences}
        </div>
        <div className="actions">
          <Button type="button" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            kind="final"
            form={form}
            name={name}
            value={value}
            disabled={!asked}
            onClick={close}
          >
            {confirm ?? label}
          </Button>
        </div>
      </dialog>
    </>
  )
}
