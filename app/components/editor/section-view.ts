import type { Node } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import type { LocaleFormat } from '#app/messages/format.ts'
import { sectionOf } from '#app/text/content.ts'

/** A section of the draft under its heading, which is the interface's and not part of the text. */
export class SectionView implements NodeView {
  readonly dom = document.createElement('section')
  readonly contentDOM = document.createElement('div')
  private readonly heading = document.createElement('h2')

  constructor(
    private node: Node,
    locale: Pick<LocaleFormat, 't'>,
  ) {
    const key = sectionOf({ type: 'section', attrs: node.attrs })
    this.dom.className = 'text__section'
    this.dom.id = `draft-${key}`
    this.heading.className = 'text__heading'
    this.heading.contentEditable = 'false'
    this.heading.textContent = locale.t(`text.section.${key}`)
    this.dom.append(this.heading, this.contentDOM)
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs.key !== this.node.attrs.key) return false
    this.node = node
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return !this.contentDOM.contains(mutation.target)
  }
}
