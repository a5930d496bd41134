import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { letGo, noteUnsent, registerUnsent } from './unsent.ts'

/** Whether a form holds something that a person typed and that was not sent. */
export interface Typed {
  isUnsent(): boolean
  /** The person has said that they do not want it. */
  discard(): void
}

/**
 * Watches what is typed into a form. It is unsent from the first key until it is sent, again when
 * it was refused, and never when it was only opened. Taken off the screen with words in it, or
 * before an answer to them came, the form leaves them to the page that takes its place.
 */
export class TypedWords implements Typed {
  private isTouched = false
  isUnderWay = false
  private before: string

  constructor(private readonly form: HTMLFormElement) {
    this.before = offeredIn(form)
    // What was typed before the script had come.
    this.isTouched = this.before !== enteredIn(form)
  }

  isUnsent = (): boolean => this.isTouched && enteredIn(this.form) !== this.before

  get words(): string {
    return controlsOf(this.form).map(wordsOf).filter(Boolean).join('\n\n')
  }

  noteInput = (): void => {
    this.isTouched = true
    noteUnsent()
  }

  noteSending = (): void => {
    this.isTouched = false
    this.isUnderWay = true
    noteUnsent()
  }

  noteAnswer(wasRefused: boolean): void {
    if (!this.isUnderWay) return
    this.isUnderWay = false
    if (wasRefused) this.isTouched = true
    else this.before = enteredIn(this.form)
    noteUnsent()
  }

  discard = (): void => {
    this.form.reset()
    this.isTouched = false
    this.isUnderWay = false
    noteUnsent()
  }
}

/** `isBusy`: it is being sent. `wasRefused`: so the last answer says. */
export function useTyped(
  ref: RefObject<HTMLFormElement>,
  { isBusy, wasRefused }: { isBusy: boolean; wasRefused: boolean },
): Typed {
  const typed = useRef<TypedWords | null>(null)
  const [handle] = useState<Typed>(() => ({
    isUnsent: () => typed.current?.isUnsent() ?? false,
    discard: () => typed.current?.discard(),
  }))

  useLayoutEffect(() => {
    const form = ref.current
    if (!form || form.method === 'get') return
    const words = new TypedWords(form)
    typed.current = words
    form.addEventListener('input', words.noteInput)
    form.addEventListener('submit', words.noteSending)
    const forget = registerUnsent(words.isUnsent, form)
    return () => {
      forget()
      form.removeEventListener('input', words.noteInput)
      form.removeEventListener('submit', words.noteSending)
      const { isUnderWay } = words
      if (isUnderWay || words.isUnsent()) letGo({ words: words.words, isUnderWay })
    }
  }, [ref])

  useEffect(() => {
    if (!isBusy) typed.current?.noteAnswer(wasRefused)
  }, [isBusy, wasRefused])

  return handle
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && element.type !== 'hidden') ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  )
}

function enteredIn(form: HTMLFormElement): string {
  return JSON.stringify(controlsOf(form).map((control) => [control.name, entered(control)]))
}

function entered(control: Control): string | boolean {
  return isBox(control) ? control.checked : control.value
}

/** As the page was made. */
function offeredIn(form: HTMLFormElement): string {
  return JSON.stringify(controlsOf(form).map((control) => [control.name, offered(control)]))
}

function offered(control: Control): string | boolean {
  if (isBox(control)) return control.defaultChecked
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue
  const options = [...control.options]
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? ''
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
}

/** What was written in words; choices can be made again. */
function wordsOf(control: Control): string {
  const isWritten =
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && control.type === 'text')
  return isWritten ? control.value.trim() : ''
}
