import { Link, useFetcher, useLocation } from '@remix-run/react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { DiscussionAct, KeyedAct } from '#app/measures/comment-inputs.ts'
import { Button } from '../button.tsx'
import { PortalForm } from '../form.tsx'
import { useLocale } from '../locale.tsx'
import type { Typed } from '../typed.ts'
import { type DiscussionAnswer, useSent } from './answer.ts'
import { useFormKey } from './form-key.ts'

/**
 * `firstKey`: the key that the page was made with, by which the server tells what is sent again. An
 * act that is refused without a key cannot be given without it.
 */
type ActWithKey =
  | { act: KeyedAct; firstKey: string }
  | { act: Exclude<DiscussionAct, KeyedAct>; firstKey?: undefined }

type DisclosedFormProps = ActWithKey & {
  label: string
  save: string
  className?: string
  hidden: Readonly<Record<string, string | number>> & { comment: string }
  /** The address of the room whose act it is, where the form stands elsewhere. */
  action?: string
  /** It is opened, with nothing typed in it yet. */
  onOpen?: () => void
  children: ReactNode
}

/**
 * A form that opens in its place and closes when it was accepted. It is made when it is opened: a
 * room has hundreds. Without script a link asks for the page with this one in it.
 */
export function DisclosedForm(props: DisclosedFormProps) {
  const { act, label, className, hidden, onOpen } = props
  const { search } = useLocation()
  const name = `${act}-${hidden.comment}`
  const isAskedFor = new URLSearchParams(search).get(openForm) === name
  const [isMade, setIsMade] = useState(isAskedFor)
  const box = useRef<HTMLDetailsElement>(null)
  const typed = useRef<Typed>(null)
  useEffect(() => {
    // It was opened before the script had come.
    if (box.current?.open) setIsMade(true)
  }, [])
  return (
    <details
      ref={box}
      open={isAskedFor || undefined}
      className={className ? `disclosed ${className}` : 'disclosed'}
      onToggle={(event) => {
        if (!event.currentTarget.open) return
        setIsMade(true)
        // What was typed before it was closed is still in it.
        if (!typed.current?.isUnsent()) onOpen?.()
      }}
    >
      <summary className="button button--quiet">{label}</summary>
      {isMade ? (
        <MadeForm
          {...props}
          typed={typed}
          onDone={() => {
            if (!box.current) return
            box.current.open = false
            box.current.querySelector('summary')?.focus()
          }}
        />
      ) : (
        <noscript>
          <WayToForm name={name} comment={hidden.comment} search={search} />
        </noscript>
      )}
    </details>
  )
}

/** In the address: which form the page is asked to open. */
const openForm = 'form'

function WayToForm({ name, comment, search }: { name: string; comment: string; search: string }) {
  const { t } = useLocale()
  const parameters = new URLSearchParams(search)
  parameters.set(openForm, name)
  return <Link to={`?${parameters}#comment-${comment}`}>{t('comments.open-form')}</Link>
}

type MadeFormProps = DisclosedFormProps & {
  typed: RefObject<Typed>
  onDone: () => void
}

function MadeForm({ act, save, hidden, firstKey, ...props }: MadeFormProps) {
  const { action, typed, onDone, children } = props
  const fetcher = useFetcher<DiscussionAnswer>()
  const key = useFormKey(fetcher, firstKey)
  useSent(fetcher, onDone)
  return (
    <PortalForm
      fetcher={fetcher}
      typed={typed}
      action={action}
      hidden={{ act, ...(firstKey !== undefined && { key }), ...hidden }}
      state={fetcher.data}
    >
      {children}
      <div className="actions">
        <Button kind="primary" disabled={fetcher.state !== 'idle'}>
          {save}
        </Button>
      </div>
    </PortalForm>
  )
}
