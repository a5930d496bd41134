/**
 * The focus goes to the next comment of a list, or to the one before. `last`: the id of the comment
 * from which one went on where no comment has the focus. Always true: it meant something.
 */
export function step(list: HTMLElement | null, by: 1 | -1, last: string | null = null): boolean {
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-comment]') ?? [])]
  const focused = document.activeElement?.closest<HTMLElement>('[data-comment]')
  const known = focused
    ? all.indexOf(focused)
    : all.findIndex(({ dataset }) => dataset.comment === last)
  const at = known === -1 && by === -1 ? all.length : known
  all[at + by]?.focus()
  return true
}
