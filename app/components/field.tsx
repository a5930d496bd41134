import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useState } from 'react'
import { isIsoDate } from '#app/measures/calendar.ts'
import { notEstablished } from '#app/measures/inputs.ts'
import type { FieldParts } from './form.tsx'
import { useField } from './form.tsx'
import { Icon } from './icon.tsx'
import { useLocale } from './locale.tsx'

export interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
  /** Fields are required unless they say so: the label then has "(optional)". */
  isOptional?: boolean
}

interface FrameProps extends FieldProps {
  parts: FieldParts
  children: ReactNode
}

/** Label, hint and error around one control, in the order in which they are read out. */
function FieldFrame({ label, hint, isOptional, parts, children }: FrameProps) {
  return (
    <div className="field" data-invalid={parts.error ? true : undefined}>
      <label className="field__label" htmlFor={parts.id}>
        {label}
        {isOptional && <OptionalMark />}
      </label>
      <FieldHint parts={parts} hint={hint} />
      <FieldErrorText parts={parts} />
      {children}
    </div>
  )
}

export function OptionalMark() {
  const { t } = useLocale()
  return <span className="field__optional"> ({t('common.optional')})</span>
}

export function FieldHint({ parts, hint }: { parts: FieldParts; hint: ReactNode }) {
  if (!hint) return null
  return (
    <p className="field__hint" id={parts.hintId}>
      {hint}
    </p>
  )
}

export function FieldErrorText({ parts }: { parts: FieldParts }) {
  if (!parts.error) return null
  return (
    <p className="field__error" id={parts.errorId}>
      <Icon name="cross" /> {parts.error}
    </p>
  )
}

/** The attributes that tie a control to its label, hint and error. */
export function controlProps(parts: FieldParts, isOptional: boolean | undefined) {
  return {
    id: parts.id,
    name: parts.name,
    'aria-describedby': parts.describedBy,
    'aria-invalid': parts.error ? true : undefined,
    'aria-required': isOptional ? undefined : true,
  }
}

type Own<Tag extends 'input' | 'textarea' | 'select'> = FieldProps &
  Omit<ComponentPropsWithoutRef<Tag>, keyof FieldProps | 'id' | 'className'>

interface TextFieldProps extends Own<'input'> {
  /** As wide as what is expected: `short` for codes and numbers. */
  width?: 'short' | 'medium' | 'full'
}

export function TextField(props: TextFieldProps) {
  const { name, label, hint, isOptional, width = 'full', defaultValue, ...rest } = props
  const parts = useField(name, Boolean(hint))
  return (
    <FieldFrame {...{ name, label, hint, isOptional, parts }}>
      <input
        type="text"
        {...rest}
        {...controlProps(parts, isOptional)}
        className={`input input--${width}`}
        defaultValue={textOf(parts) ?? defaultValue}
      />
    </FieldFrame>
  )
}

export function TextArea(props: Own<'textarea'>) {
  const { name, label, hint, isOptional, rows = 4, defaultValue, ...rest } = props
  const parts = useField(name, Boolean(hint))
  return (
    <FieldFrame {...{ name, label, hint, isOptional, parts }}>
      <textarea
        {...rest}
        {...controlProps(parts, isOptional)}
        className="input input--area"
        rows={rows}
        defaultValue={textOf(parts) ?? defaultValue}
      />
    </FieldFrame>
  )
}

export interface Option {
  value: string
  label: string
}

interface SelectProps extends Own<'select'> {
  options: readonly Option[]
  /** The first line where nothing is chosen yet. */
  emptyLabel?: string
}

export function Select(props: SelectProps) {
  const { name, label, hint, isOptional, options, emptyLabel, defaultValue, ...rest } = props
  const parts = useField(name, Boolean(hint))
  return (
    <FieldFrame {...{ name, label, hint, isOptional, parts }}>
      <select
        {...controlProps(parts, isOptional)}
        {...rest}
        className="input input--select"
        defaultValue={textOf(parts) ?? defaultValue}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

interface DateFieldProps extends Omit<Own<'input'>, 'type' | 'onChange'> {
  /** Said beside it where the day may be one that nobody has established. */
  unknown?: { label: string; isChecked?: boolean }
}

/**
 * A day, by the browser's own control, which is operable by keyboard; it gives `2026-11-21`. What
 * was understood is written out beside it, because days and months are written in many orders.
 */
export function DateField(props: DateFieldProps) {
  const { name, label, hint, isOptional, defaultValue, unknown, ...rest } = props
  const { date } = useLocale()
  const parts = useField(name, Boolean(hint))
  const initial = textOf(parts) ?? String(defaultValue ?? '')
  const [value, setValue] = useState(initial)
  return (
    <FieldFrame {...{ name, label, hint, isOptional, parts }}>
      <span className="input-beside">
        <input
          max="9999-12-31"
          {...rest}
          {...controlProps(parts, isOptional)}
          type="date"
          className="input input--date"
          defaultValue={initial}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        {isIsoDate(value) && <output htmlFor={parts.id}>{date(value)}</output>}
      </span>
      {unknown && <NotEstablished parts={parts} label={label} unknown={unknown} />}
    </FieldFrame>
  )
}

interface NotEstablishedProps {
  parts: FieldParts
  label: ReactNode
  unknown: NonNullable<DateFieldProps['unknown']>
}

/** Under the same name as the day, so that who says both is told. */
function NotEstablished({ parts, label, unknown }: NotEstablishedProps) {
  const id = `${parts.id}-${notEstablished}`
  const { entered } = parts
  const isTicked =
    entered === undefined ? unknown.isChecked : [entered].flat().includes(notEstablished)
  return (
    <span className="choice">
      <input
        type="checkbox"
        id={id}
        name={parts.name}
        value={notEstablished}
        defaultChecked={isTicked}
        aria-describedby={parts.error ? parts.errorId : undefined}
      />
      <label htmlFor={id}>
        <span className="heard">{label}: </span>
        {unknown.label}
      </label>
    </span>
  )
}

interface FileFieldProps extends FieldProps {
  /** Such as `.pdf,.docx`. */
  accept: string
}

export function FileField({ name, label, hint, isOptional, accept }: FileFieldProps) {
  const parts = useField(name, Boolean(hint))
  return (
    <FieldFrame {...{ name, label, hint, isOptional, parts }}>
      <input
        type="file"
        accept={accept}
        {...controlProps(parts, isOptional)}
        className="input input--file"
      />
    </FieldFrame>
  )
}

function textOf({ entered }: FieldParts): string | undefined {
  const text = typeof entered === 'string' ? entered : entered?.[0]
  return text === notEstablished ? '' : text
}
