/**
 * The focus goes to a place in the text, which else cannot have it: one goes on reading there. Once
 * the focus has left it, it is words like all others.
 */
export function focusPlace(elementId: string): void {
  const place = document.getElementById(`el-${elementId}`)
  if (!place) return
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus()
}
