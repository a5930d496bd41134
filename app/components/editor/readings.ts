import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { LocaleFormat } from '#app/messages/format.ts'
import { readableLine } from '#app/text/parameters-content.ts'
import { readParameter, writeParameter, type Parameter } from '#app/text/parameters.ts'
import { jsonOf } from './line-json.ts'

const key = new PluginKey<DecorationSet>('readings')

interface Reading {
  readonly from: number
  readonly to: number
  readonly parameter: Parameter | null
}

/** Shows on marked words how they are read; words that are not understood look different. */
export function readingsPlugin(locale: Pick<LocaleFormat, 't'>, language: string): Plugin {
  const known = new WeakMap<Node, Reading[]>()
  const readingsOf = (line: Node) => {
    const before = known.get(line)
    if (before) return before
    const { text, marked } = readableLine(jsonOf(line))
    const read = marked.map(({ from, to }) => ({
      from,
      to,
      parameter: readParameter(text.slice(from, to), language),
    }))
    known.set(line, read)
    return read
  }
  const decorate = (doc: Node) => {
    const decorations: Decoration[] = []
    doc.descendants((node, position) => {
      if (!node.isTextblock) return
      for (const { from, to, parameter } of readingsOf(node)) {
        const start = position + 1
        decorations.push(Decoration.inline(start + from, start + to, attributes(parameter, locale)))
      }
    })
    return DecorationSet.create(doc, decorations)
  }
  return new Plugin({
    key,
    state: {
      init: (_, state) => decorate(state.doc),
      apply: (tr, shown) => (tr.docChanged ? decorate(tr.doc) : shown),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function attributes(parameter: Parameter | null, { t }: Pick<LocaleFormat, 't'>) {
  return parameter
    ? { class: 'parameter', title: describe(parameter) }
    : { class: 'parameter is-not-read', title: t('editor.parameter-not-read') }
}

/** `chuck overlay ≤ 1.50 nm` */
export function describe(parameter: Parameter): string {
  const written = writeParameter(parameter)
  return parameter.quantity ? `${parameter.quantity} ${written}` : written
}
