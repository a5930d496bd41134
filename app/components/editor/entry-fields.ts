/** Small makers of form controls for node views, which React does not draw. */

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}

export function labelled(words: string, control: HTMLElement, className = 'entry-field') {
  return make('label', className, make('span', 'entry-field__label', words), control)
}

export function choice(options: readonly (readonly [value: string, words: string])[]) {
  const select = make('select', 'input input--select')
  for (const [value, words] of options) select.append(new Option(words, value))
  return select
}

/** Sets what a control shows, but not under the hands of who is typing in it the same. */
export function show(control: HTMLInputElement | HTMLSelectElement, value: string) {
  if (control.value !== value) control.value = value
}
