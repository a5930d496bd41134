import type { EditorState } from 'prosemirror-state'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { isSafeLink, maxLinkLength } from '#app/text/links.ts'
import { schema } from '#app/text/schema.ts'
import { markAround } from './commands.ts'

interface LinkDialogProps {
  state: EditorState
  onSet: (href: string) => void
  onClose: () => void
}

/** Asks for the address of a link. `onClose` is told last, however it was closed. */
export function LinkDialog({ state, onSet, onClose }: LinkDialogProps) {
  const { t } = useLocale()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [href, setHref] = useState(() => currentLink(state))
  const [isUnsafe, setIsUnsafe] = useState(false)
  useEffect(() => {
    const box = dialog.current
    if (box && !box.open) box.showModal()
  }, [])
  const submit = () => {
    const address = href.trim()
    if (address !== '' && !isSafeLink(address)) setIsUnsafe(true)
    else {
      // Closed first: it gives the focus back to the text.
      dialog.current?.close()
      onSet(address)
    }
  }
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <form
        method="dialog"
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <h2 id={`${id}-title`} className="dialog__title">
          {t('editor.link-title')}
        </h2>
        <div className="field" data-invalid={isUnsafe || undefined}>
          <label className="field__label" htmlFor={id}>
            {t('editor.link-address')}
          </label>
          <p className="field__hint" id={`${id}-hint`}>
            {t('editor.link-hint')}
          </p>
          <p className="field__error" id={`${id}-error`} role="alert">
            {isUnsafe && t('editor.link-unsafe')}
          </p>
          <input
            id={id}
            className="input input--full"
            inputMode="url"
            maxLength={maxLinkLength}
            value={href}
            aria-describedby={`${id}-hint ${id}-error`}
            aria-invalid={isUnsafe || undefined}
            onChange={(event) => setHref(event.target.value)}
          />
        </div>
        <div className="actions">
          <Button kind="primary">{t('editor.link-apply')}</Button>
          <Button type="button" onClick={() => dialog.current?.close()}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

function currentLink(state: EditorState): string {
  return String(markAround(state, schema.marks.link)?.mark.attrs.href ?? '')
}
