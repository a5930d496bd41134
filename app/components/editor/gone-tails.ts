import { Plugin } from 'prosemirror-state'
import type { Transaction } from 'yjs'
import { endGoneTails } from '#app/text/gone-tails.ts'
import { bindingOf } from './places.ts'

/** Says behind each tail that is split off here that it has gone, so that the log tells who knew of it. */
export function goneTailsPlugin(): Plugin {
  return new Plugin({
    view(view) {
      const doc = bindingOf(view.state)?.doc
      const end = (transaction: Transaction) => {
        if (transaction.local) bindingOf(view.state)?.silently(() => endGoneTails(transaction))
      }
      doc?.on('afterTransaction', end)
      return { destroy: () => doc?.off('afterTransaction', end) }
    },
  })
}
