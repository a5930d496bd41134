import { useId, useRef } from 'react'
import { Button } from './button.tsx'
import { useTypedOfForm } from './form.tsx'
import { useLocale } from './locale.tsx'

/** Leaves off a form. If something was typed in it, only after asking: it is then gone. */
export function CancelButton({ onCancel }: { onCancel: () => void }) {
  const { t } = useLocale()
  const id = useId()
  const typed = useTypedOfForm()
  const dialog = useRef<HTMLDialogElement>(null)
  const discard = () => {
    dialog.current?.close()
    typed.discard()
    onCancel()
  }
  return (
    <>
      <Button
        type="button"
        onClick={() => (typed.isUnsent() ? dialog.current?.showModal() : onCancel())}
      >
        {t('common.cancel')}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={`${id}t`}>
        <h2 id={`${id}t`} className="dialog__title">
          {t('form.discard-title')}
        </h2>
        <div className="actions">
          <Button type="button" onClick={() => dialog.current?.close()}>
            {t('form.discard-not')}
          </Button>
          <Button type="button" kind="final" onClick={discard}>
            {t('form.discard')}
          </Button>
        </div>
      </dialog>
    </>
  )
}
