import { useFetcher } from '@remix-run/react'
import { type ReactNode, useRef } from 'react'
import { Button } from '../button.tsx'
import { PortalForm } from '../form.tsx'
import type { Typed } from '../typed.ts'
import { type DiscussionAct, type DiscussionAnswer, useSent } from './answer.ts'
import { useFormKey } from './form-key.ts'

interface DisclosedFormProps {
  act: DiscussionAct
  label: string
  save: string
  className?: string
  hidden: Readonly<Record<string, string | number>>
  /** The key that the page was made with, where the server tells by it what is sent again. */
  firstKey?: string
  /** The address of the room whose act it is, where the form stands elsewhere. */
  action?: string
  /** It is opened, with nothing typed in it yet. */
  onOpen?: () => void
  children: ReactNode
}

/** A form that opens in its place and closes when it was accepted. Works without script. */
export function DisclosedForm(props: DisclosedFormProps) {
  const { act, label, save, className, hidden, action, onOpen, children } = props
  const box = useRef<HTMLDetailsElement>(null)
  const typed = useRef<Typed>(null)
  const fetcher = useFetcher<DiscussionAnswer>()
  const key = useFormKey(fetcher, props.firstKey)
  useSent(fetcher, () => {
    if (!box.current) return
    box.current.open = false
    box.current.querySelector('summary')?.focus()
  })
  return (
    <details
      ref={box}
      className={className ? `disclosed ${className}` : 'disclosed'}
      onToggle={(event) => {
        // What was typed before it was closed is still in it.
        if (event.currentTarget.open && !typed.current?.isUnsent()) onOpen?.()
      }}
    >
      <summary className="button button--quiet">{label}</summary>
      <PortalForm
        fetcher={fetcher}
        typed={typed}
        action={action}
        hidden={{ act, ...(props.firstKey && { key }), ...hidden }}
        state={fetcher.data}
      >
        {children}
        <div className="actions">
          <Button kind="primary" disabled={fetcher.state !== 'idle'}>
            {save}
          </Button>
        </div>
      </PortalForm>
    </details>
  )
}
