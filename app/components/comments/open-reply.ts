/**
 * Opens the form of a reply, and the focus goes to what opened it: it is heard to be open, and the
 * step after it leads into the form. Asked again, the focus goes into the form, and nothing is closed.
 */
export function openReply(comment: Element | null | undefined): boolean {
  const box = comment?.querySelector<HTMLDetailsElement>('details.answer')
  const opener = box?.querySelector('summary')
  if (!box || !opener) return false
  if (box.open) {
    const control = box.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')
    const target = control ?? opener
    target.focus()
  } else {
    opener.click()
    opener.focus()
  }
  return true
}
