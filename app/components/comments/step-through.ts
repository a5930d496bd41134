/** The focus goes to the next comment of a list, or to the one before. Always true: it meant something. */
export function step(list: HTMLElement | null, by: 1 | -1): boolean {
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-comment]') ?? [])]
  const focused = document.activeElement?.closest<HTMLElement>('[data-comment]')
  const at = focused ? all.indexOf(focused) : by === 1 ? -1 : all.length
  all[at + by]?.focus()
  return true
}
