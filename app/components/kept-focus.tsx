import { Component, createRef, type ReactNode } from 'react'

interface KeptFocusProps {
  /** The id of what has the focus when nothing is left of where it was. */
  otherwise: string
  className?: string
  children: ReactNode
}

/**
 * Keeps the focus where it was while what is inside changes under it, as when a colleague releases
 * the comment one is in: an element that is moved in the page, or taken off it, loses the focus to
 * nowhere. It stays with the nearest thing around that is still there and can have it.
 *
 * A class, because only a class is asked before the page changes; nobody knows afterwards.
 */
export class KeptFocus extends Component<KeptFocusProps> {
  private readonly box = createRef<HTMLDivElement>()

  override getSnapshotBeforeUpdate(): HTMLElement[] {
    const box = this.box.current
    return box ? wayOut(box) : []
  }

  override componentDidUpdate(_props: unknown, _state: unknown, way: HTMLElement[]) {
    if (way.length === 0) return
    const otherwise = document.getElementById(this.props.otherwise)
    for (const place of otherwise ? [...way, otherwise] : way) {
      if (document.activeElement !== document.body) return
      place.focus()
    }
  }

  override render() {
    return (
      <div ref={this.box} className={this.props.className}>
        {this.props.children}
      </div>
    )
  }
}

/** What has the focus and what is around it, up to the box; nothing if it is not in there. */
function wayOut(box: HTMLElement): HTMLElement[] {
  const { activeElement, body } = document
  // A button that is disabled while its form is sent has lost it already.
  const held = activeElement === body ? box.querySelector('dialog[open]') : activeElement
  const way: HTMLElement[] = []
  for (let at = held; at && at !== box; at = at.parentElement) {
    if (!box.contains(at)) return []
    if (at instanceof HTMLElement) way.push(at)
  }
  return way
}
