import type { FetcherWithComponents } from '@remix-run/react'
import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode, Ref } from 'react'
import {
  createContext,
  useContext,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { Button } from './button.tsx'
import type { FormErrors } from './form-check.ts'
import type { FieldError, FormState } from './form-state.ts'
import { type MessageKey, useLocale } from './locale.tsx'
import { Notice } from './notice.tsx'
import { SenderField } from './sender.tsx'
import { SignInElsewhere } from './sign-in-elsewhere.tsx'
import { type Typed, useTyped } from './typed.ts'

interface FormContext {
  prefix: string
  state: FormState
  /** Shows what was found wrong before the form was sent, in place of what its action answered. */
  showErrors: (errors: FormErrors | null) => void
  typed: Typed
}

const Context = createContext<FormContext>({
  prefix: 'form',
  state: {},
  showErrors: () => {},
  typed: { isUnsent: () => false, discard: () => {} },
})

interface PortalFormProps {
  /** What the action answered, if it refused. */
  state?: FormState | null
  method?: 'post' | 'get'
  action?: string
  /** Carried unseen: the act, the revision that the page was made from. */
  hidden?: Readonly<Record<string, string | number>>
  encType?: 'application/x-www-form-urlencoded' | 'multipart/form-data'
  id?: string
  /** Sends the form without leaving the page, where several forms on it are answered apart. */
  fetcher?: FetcherWithComponents<unknown>
  /** Tells the caller whether something was typed. */
  typed?: Ref<Typed>
  /** Kept by the caller where a form is one of several in a list. */
  className?: string
  children: ReactNode
}

/**
 * A form that says what is wrong twice: in a summary that takes the focus, and beside each field.
 * Works without script; the fields inside find their error and what had been entered by name.
 */
export function PortalForm(props: PortalFormProps) {
  const { state, method = 'post', action, hidden, encType, id, fetcher, className } = props
  const own = useId()
  const prefix = id ?? `form${own}`
  const navigation = useNavigation()
  const ref = useRef<HTMLFormElement>(null)
  const typed = useTyped(ref, {
    isBusy: (fetcher ?? navigation).state !== 'idle',
    wasRefused: wasRefused(state ?? {}),
  })
  useImperativeHandle(props.typed, () => typed, [typed])
  const [found, showErrors] = useState<FormErrors | null>(null)
  const context = useMemo(() => {
    const shown: FormState = found ? { errors: found, values: state?.values } : (state ?? {})
    return { prefix, state: shown, showErrors, typed }
  }, [prefix, state, found, typed])
  const Sender = fetcher?.Form ?? Form
  return (
    <Sender
      ref={ref}
      method={method}
      action={action}
      encType={encType}
      id={prefix}
      className={className ?? 'form'}
      noValidate
      onSubmit={() => showErrors(null)}
      aria-busy={(fetcher ?? navigation).state === 'submitting'}
    >
      <Context.Provider value={context}>
        {hidden &&
          Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        {method === 'post' && <SenderField />}
        <ErrorSummary />
        {props.children}
      </Context.Provider>
    </Sender>
  )
}

/** The refusal and all errors as links to their fields; it takes the focus when it appears. */
export function ErrorSummary() {
  const { t } = useLocale()
  const { prefix, state } = useContext(Context)
  const message = useErrorMessage()
  const ref = useRef<HTMLDivElement>(null)
  const errors = Object.entries(state.errors ?? {})

  useEffect(() => {
    if (wasRefused(state)) ref.current?.focus()
  }, [state])

  if (!wasRefused(state)) return null
  return (
    <div ref={ref} tabIndex={-1} className="error-summary">
      <Notice
        kind="error"
        title={t(
          state.refusal === 'form.no-answer' ? 'errors.no-answer.title' : 'common.not-accepted',
        )}
      >
        {state.refusal && <p>{t(state.refusal)}</p>}
        {state.refusal && isAboutSender(state.refusal) && (
          <div className="actions">
            <SignInElsewhere isSomebodyElse={state.refusal === 'refusals.other-sender'} />
            <Button type="button" onClick={() => ref.current?.closest('form')?.requestSubmit()}>
              {t('form.send-again')}
            </Button>
          </div>
        )}
        {errors.length > 0 && (
          <ul>
            {errors.map(([name, error]) => (
              <li key={name}>
                <ErrorLink id={fieldId(prefix, name)} error={message(error)} />
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  )
}

/** With script the link begins with the label of its field, which stands further down the page. */
function ErrorLink({ id, error }: { id: string; error: string }) {
  const { t } = useLocale()
  const field = useSyncExternalStore(
    neverChanges,
    () => labelOf(id),
    () => '',
  )
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        // By script the address stays as it is, and the step back is not one within the page.
        const control = document.getElementById(id)
        if (control) event.preventDefault()
        control?.focus()
      }}
    >
      {field ? t('common.error-in', { field, error }) : error}
    </a>
  )
}

/** Labels stay as they are while the page shows them. */
const neverChanges = () => () => {}

/** What stands over a control, or over its group, without the word "optional"; empty if nothing does. */
function labelOf(controlId: string): string {
  const control = document.getElementById(controlId)
  const label = control?.closest('.field')?.querySelector('.field__label, label')
  return label?.firstChild?.textContent?.trim() ?? ''
}

/** The form is right, and can go out as it is once the right person is signed in. */
export function isAboutSender(refusal: MessageKey): boolean {
  return refusal === 'refusals.session-ended' || refusal === 'refusals.other-sender'
}

function wasRefused({ errors, refusal }: FormState): boolean {
  return refusal !== undefined || Object.keys(errors ?? {}).length > 0
}

/** For what asks before a form is sent: shows what is wrong with it already. */
export function useShowErrors(): (errors: FormErrors | null) => void {
  return useContext(Context).showErrors
}

/** What was typed in the form around. */
export function useTypedOfForm(): Typed {
  return useContext(Context).typed
}

export interface FieldParts {
  id: string
  name: string
  error: string | null
  hintId: string
  errorId: string
  /** For aria-describedby of the control. */
  describedBy: string | undefined
  /** What had been entered when the form was refused. */
  entered: string | readonly string[] | undefined
}

/** All that a control needs to stand in the form: ids, its error and what had been entered. */
export function useField(name: string, hasHint: boolean): FieldParts {
  const { prefix, state } = useContext(Context)
  const message = useErrorMessage()
  const id = fieldId(prefix, name)
  const found = state.errors?.[name]
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hasHint && hintId, found && errorId].filter(Boolean)
  return {
    id,
    name,
    error: found ? message(found) : null,
    hintId,
    errorId,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    entered: state.values?.[name],
  }
}

function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name}`
}

function useErrorMessage(): (error: FieldError) => string {
  const { t } = useLocale()
  return (error) => (typeof error === 'string' ? t(error) : t(error.key, error.values))
}
