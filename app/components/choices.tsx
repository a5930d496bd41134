import type { ReactNode } from 'react'
import type { FieldProps } from './field.tsx'
import { FieldErrorText, FieldHint, OptionalMark } from './field.tsx'
import type { FieldParts } from './form.tsx'
import { useField } from './form.tsx'

export interface Choice {
  value: string
  label: ReactNode
  /** What it means or whom it reaches, read out with the choice. */
  hint?: ReactNode
  isDisabled?: boolean
}

interface GroupProps extends FieldProps {
  choices: readonly Choice[]
  /** In columns where there are many short ones, such as the 27 states. */
  isGrid?: boolean
}

interface RadioGroupProps extends GroupProps {
  defaultValue?: string
}

export function RadioGroup(props: RadioGroupProps) {
  const { choices, isGrid, defaultValue, ...field } = props
  const parts = useField(field.name, Boolean(field.hint))
  const chosen = parts.entered ?? defaultValue
  return (
    <Group {...field} parts={parts} isRadio>
      <Choices
        {...{ parts, choices, isGrid }}
        type="radio"
        isChosen={(value) => chosen === value}
      />
    </Group>
  )
}

interface CheckboxGroupProps extends GroupProps {
  defaultValues?: readonly string[]
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  const { choices, isGrid, defaultValues, ...field } = props
  const parts = useField(field.name, Boolean(field.hint))
  const chosen = valuesOf(parts) ?? defaultValues ?? []
  return (
    <Group {...field} parts={parts}>
      <Choices
        {...{ parts, choices, isGrid }}
        type="checkbox"
        isChosen={(value) => chosen.includes(value)}
      />
    </Group>
  )
}

interface CheckboxProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string
  isChecked?: boolean
  onCheck?: (isChecked: boolean) => void
}

/** One statement that is true or not. */
export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, value = 'yes', isChecked, onCheck } = props
  const parts = useField(name, Boolean(hint))
  const entered = valuesOf(parts)
  return (
    <div className="field" data-invalid={parts.error ? true : undefined}>
      <FieldErrorText parts={parts} />
      <div className="choice">
        <input
          type="checkbox"
          id={parts.id}
          name={name}
          value={value}
          defaultChecked={entered ? entered.includes(value) : isChecked}
          onChange={onCheck && (({ target }) => onCheck(target.checked))}
          aria-describedby={parts.describedBy}
          aria-invalid={parts.error ? true : undefined}
        />
        <label htmlFor={parts.id}>{label}</label>
        {hint && (
          <p className="choice__hint" id={parts.hintId}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}

interface FrameProps extends FieldProps {
  parts: FieldParts
  isRadio?: boolean
  children: ReactNode
}

/** The id of the group is that of its first choice, so that the summary leads to a control. */
function Group({ label, hint, isOptional, parts, isRadio, children }: FrameProps) {
  return (
    <fieldset
      className="field field--group"
      role={isRadio ? 'radiogroup' : undefined}
      aria-describedby={parts.describedBy}
      aria-invalid={isRadio && parts.error ? true : undefined}
      aria-required={isRadio && !isOptional ? true : undefined}
      data-invalid={parts.error ? true : undefined}
    >
      <legend className="field__label">
        {label}
        {isOptional && <OptionalMark />}
      </legend>
      <FieldHint parts={parts} hint={hint} />
      <FieldErrorText parts={parts} />
      {children}
    </fieldset>
  )
}

interface ChoicesProps {
  parts: FieldParts
  type: 'radio' | 'checkbox'
  choices: readonly Choice[]
  isGrid?: boolean
  isChosen: (value: string) => boolean
}

function Choices({ parts, type, choices, isGrid, isChosen }: ChoicesProps) {
  return (
    <div className={isGrid ? 'choices choices--grid' : 'choices'}>
      {choices.map(({ value, label, hint, isDisabled }, index) => {
        const id = index === 0 ? parts.id : `${parts.id}-${value}`
        return (
          <div key={value} className="choice">
            <input
              type={type}
              id={id}
              name={parts.name}
              value={value}
              defaultChecked={isChosen(value)}
              disabled={isDisabled}
              aria-describedby={hint ? `${id}-about` : undefined}
            />
            <label htmlFor={id}>{label}</label>
            {hint && (
              <p className="choice__hint" id={`${id}-about`}>
                {hint}
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}

function valuesOf({ entered }: FieldParts): readonly string[] | undefined {
  return typeof entered === 'string' ? [entered] : entered
}
